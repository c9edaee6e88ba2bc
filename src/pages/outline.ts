import type { ContentsEntry, OctavoDocument } from '../document/document.js';

/** A heading, with where it stands. */
export interface HeadingEntry<Target> {
  title: string;
  level: number;
  target: Target;
  /** Element id of the heading, where it has one. */
  id?: string;
}

/** The title and all headings, with where they stand. */
export function outlineOf<Target>(
  document: OctavoDocument,
  targets: Readonly<Record<string, Target>>,
  start: Target,
): HeadingEntry<Target>[] {
  const entries: HeadingEntry<Target>[] = [
    { title: document.metadata.title, level: 1, target: start },
  ];
  const add = ({ id, text, level, children }: ContentsEntry): void => {
    const target = Object.hasOwn(targets, id) ? targets[id] : undefined;
    if (target) entries.push({ title: text, level, target, id });
    children.forEach(add);
  };
  document.contents.forEach(add);
  const { referencesTitle, referencesId } = document;
  if (referencesTitle && referencesId) {
    add({ id: referencesId, text: referencesTitle, level: 2, content: [], children: [] });
  }
  return entries;
}
