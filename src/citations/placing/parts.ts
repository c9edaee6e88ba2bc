import type { Heading, Root, RootContent } from 'mdast';

/** How a manuscript is divided for its citations. */
export interface Division {
  /** Notes are numbered from 1 in each chapter, and its citations refer to none before it. */
  restartNotes?: boolean;
  /** A list of works for each section of this level; 1: the chapters. */
  listLevel?: number;
}

/** A run of the manuscript's blocks, up to the next heading that opens one. */
export interface Part {
  children: RootContent[];
  /** The heading it begins with; none before the first. */
  heading?: Heading;
  /** The heading is of the highest level that the manuscript uses. */
  isChapter: boolean;
  /** Depth of headings right below the part's own. */
  innerDepth: Heading['depth'];
}

/** The parts that the division asks for, in order: one where it asks for none. */
export function partsOf(root: Root, { restartNotes = false, listLevel = 0 }: Division): Part[] {
  const levels = Math.max(restartNotes ? 1 : 0, listLevel);
  const depths = root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const highest = depths.length > 0 ? (Math.min(...depths) as Heading['depth']) : 2;
  const parts: Part[] = [{ children: [], isChapter: false, innerDepth: highest }];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth < highest + levels) {
      const innerDepth = Math.min(node.depth + 1, 6) as Heading['depth'];
      parts.push({ children: [], heading: node, isChapter: node.depth === highest, innerDepth });
    }
    parts.at(-1)?.children.push(node);
  }
  return parts.filter(({ children }) => children.length > 0);
}
