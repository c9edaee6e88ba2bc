import type { Element, Root, RootContent, Text } from 'hast';

/** Elements that stand in a line of text; everything else starts a text of its own. */
const inlineElements = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark math q s samp small span ' +
    'strong sub sup svg time u var wbr'
  ).split(' '),
);

/** Elements whose text is no language: it is neither educated nor hyphenated. */
const verbatimElements = new Set(
  'code img kbd math pre samp script style svg textarea tt var'.split(' '),
);

/** Headings, of columns and rows too: their words are not divided. */
const headingElements = new Set('h1 h2 h3 h4 h5 h6 th'.split(' '));

/** A text node, or what stands in its place for something that is not language. */
export type Piece = { node: Text; lang: string } | { placeholder: string };

/** Text that is read in one go: a paragraph's, a heading's, a cell's. */
export interface TextBlock {
  pieces: Piece[];
  /** BCP 47 tag of the block; pieces may have their own. Empty where unknown. */
  lang: string;
  inHeading: boolean;
}

interface Surroundings {
  lang: string;
  blockLang: string;
  inHeading: boolean;
}

/** Stands for an element whose text is no language. */
export const objectPlaceholder = '\uFFFC';

export function languageAttribute(element: Element): string | undefined {
  const value = element.properties.lang ?? element.properties.xmlLang;
  return typeof value === 'string' ? value : undefined;
}

function isVerbatim(element: Element): boolean {
  return verbatimElements.has(element.tagName);
}

function isNoteCall(element: Element): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes('note-call');
}

export function pieceText(piece: Piece): string {
  return 'node' in piece ? piece.node.value : piece.placeholder;
}

/** The texts of a tree in order. Note calls are passed over: they belong to no text. */
export function textBlocks(root: Root | Element, lang: string): TextBlock[] {
  const gatherer = new BlockGatherer();
  const around = { lang, blockLang: lang, inHeading: false };
  gatherer.visit(root.type === 'root' ? root.children : [root], around);
  gatherer.close();
  return gatherer.blocks;
}

class BlockGatherer {
  readonly blocks: TextBlock[] = [];
  private open: TextBlock | undefined;

  visit(nodes: readonly RootContent[], around: Surroundings): void {
    for (const node of nodes) {
      if (node.type === 'text') this.add({ node, lang: around.lang }, around);
      else if (node.type === 'element' && !isNoteCall(node)) this.visitElement(node, around);
    }
  }

  close(): void {
    if (this.open !== undefined) this.blocks.push(this.open);
    this.open = undefined;
  }

  private visitElement(element: Element, around: Surroundings): void {
    const inline = inlineElements.has(element.tagName);
    if (!inline) this.close();
    if (element.tagName === 'br') this.add({ placeholder: '\n' }, around);
    else if (isVerbatim(element)) {
      if (inline) this.add({ placeholder: objectPlaceholder }, around);
    } else {
      const lang = languageAttribute(element) ?? around.lang;
      this.visit(element.children, {
        lang,
        blockLang: inline ? around.blockLang : lang,
        inHeading: around.inHeading || headingElements.has(element.tagName),
      });
    }
    if (!inline) this.close();
  }

  private add(piece: Piece, { blockLang, inHeading }: Surroundings): void {
    this.open ??= { pieces: [], lang: blockLang, inHeading };
    this.open.pieces.push(piece);
  }
}
