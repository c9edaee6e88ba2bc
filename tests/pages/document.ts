import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Note, OctavoDocument } from '../../src/document/document.js';

const leaves = new Set('p h2 h3 h4 pre table figure hr'.split(' '));

function numberLeaves(body: Root): void {
  let block = 0;
  visit(body, 'element', (node) => {
    const isLeaf =
      leaves.has(node.tagName) ||
      (node.tagName === 'li' &&
        node.children.some((child) => child.type === 'text' && child.value.trim() !== ''));
    if (isLeaf) {
      node.properties.dataBlock = String(block);
      block += 1;
    }
    // What stands in a leaf belongs to it; a list in a list item has leaves of its own.
    return isLeaf && node.tagName !== 'li' ? 'skip' : undefined;
  });
}

/**
 * A Document made from HTML, as {@link OctavoDocument} says its trees are. `<note>…</note>` is a
 * note at the place of its call.
 */
export function documentFrom(html: string, more: Partial<OctavoDocument> = {}): OctavoDocument {
  const body = fromHtml(html, { fragment: true });
  const notes: Note[] = [];
  visit(body, 'element', (node, index, parent) => {
    if (node.tagName !== 'note' || !parent || index === undefined) return;
    const number = notes.length + 1;
    const content: ElementContent[] = [
      { type: 'element', tagName: 'p', properties: {}, children: node.children },
    ];
    notes.push({ number, id: `note-${number}`, callIds: [`call-${number}`], content });
    const call: Element = {
      type: 'element',
      tagName: 'a',
      properties: {
        className: ['note-call'],
        id: `call-${number}`,
        href: `#note-${number}`,
        dataNote: String(number),
      },
      children: [{ type: 'text', value: String(number) }],
    };
    parent.children[index] = call;
  });
  numberLeaves(body);
  const contents = body.children.flatMap((node) =>
    node.type === 'element' && /^h\d$/.test(node.tagName)
      ? [
          {
            id: String(node.properties.id),
            level: Number(node.tagName[1]),
            content: node.children,
            text: textOf(node),
            children: [],
          },
        ]
      : [],
  );
  return {
    metadata: { title: 'Title', authors: [], lang: 'en-GB', keywords: [] },
    body,
    notes,
    contents,
    references: [],
    images: new Map(),
    toc: false,
    ...more,
  };
}

/** The text content of each leaf block, by its number. */
export function blockTexts({ body }: OctavoDocument): Map<number, string> {
  const texts = new Map<number, string>();
  visit(body, 'element', (node) => {
    const block = node.properties.dataBlock;
    if (block !== undefined) texts.set(Number(block), textOf(node));
  });
  return texts;
}

/** Prose of so many words, the same every time; long words among short ones. */
export function prose(words: number, seed = 1): string {
  const stock =
    'the line of a column ends where paragraph and measure agree upon it although typographical considerations sometimes recommend hyphenation instead'.split(
      ' ',
    );
  let state = seed;
  const pick = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return stock[Math.floor((state / 2147483648) * stock.length)];
  };
  return Array.from({ length: words }, pick).join(' ');
}
