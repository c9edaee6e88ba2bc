import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import {
  type ContentsEntry,
  type Note,
  noteLabel,
  type OctavoDocument,
  type Reference,
} from '../document/document.js';
import { directionOf } from '../template/direction.js';
import { hyphenateTree } from '../typography/index.js';
import { markCaptionLabels } from './caption-labels.js';
import { divide } from './takes.js';

/** Path under which a page finds an image. */
export const imagePath = (index: number) => `images/${index}`;

const blockNames = /^(p|div|ul|ol|dl|blockquote|pre|table|figure|h[1-6]|hr|section)$/;

const isElement = (node: ElementContent, name: string): node is Element =>
  node.type === 'element' && node.tagName === name;

const isBlock = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && blockNames.test(node.tagName);

/** The note as pages show it: its number, which leads back to the call, and its content. */
function noteElement(note: Note): Element {
  const { id, callIds, content, mark } = note;
  const href = callIds[0] === undefined ? undefined : `#${callIds[0]}`;
  const marked = mark === undefined ? '' : ' marked';
  const label = h('a', { class: `note-number${marked}`, href }, noteLabel(note));
  const [first, ...rest] = structuredClone(content);
  const blocks = isBlock(first)
    ? first.tagName === 'p'
      ? [{ ...first, children: [label, ...first.children] }, ...rest]
      : [h('p', [label]), first, ...rest]
    : [h('p', [label, ...(first ? [first] : []), ...rest])];
  return h('div', { class: `note${marked}`, id }, blocks);
}

function referenceElement({ id, block, content }: Reference): Element {
  const children = structuredClone(content);
  const name = children.some(isBlock) ? 'div' : 'p';
  return h(name, { class: 'reference', id, 'data-block': String(block) }, children);
}

function referencesSection({
  references,
  referencesTitle,
  referencesId,
}: OctavoDocument): Element[] {
  if (references.length === 0) return [];
  const heading = referencesTitle ? [h('h2', { id: referencesId }, referencesTitle)] : [];
  return [h('section', { class: 'references' }, [...heading, ...references.map(referenceElement)])];
}

/** The contents, with room for the folios that are known once the pages are. */
function contentsList(entries: readonly ContentsEntry[]): Element {
  const items = entries.map(({ id, content, children }) =>
    h('li', [
      h('p', { class: 'contents-entry' }, [
        h('a', { href: `#${id}` }, structuredClone(content)),
        h('span', { class: 'contents-folio', 'data-target': id }),
      ]),
      ...(children.length ? [contentsList(children)] : []),
    ]),
  );
  return h('ul', items);
}

/** Paper has nothing to unfold: all is shown, and may be cut by a column's end like other text. */
function openDetails(tree: Root | Element): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'details' && node.tagName !== 'summary') return;
    const { open, name, className, ...properties } = node.properties;
    const names = Array.isArray(className) ? className : [];
    node.properties = { ...properties, className: [...names, node.tagName] };
    node.tagName = 'div';
  });
}

/** Images are asked for by number; their size is said beforehand, so that no line waits for them. */
function pointToImages(tree: Root | Element, document: OctavoDocument): void {
  const sources = [...document.images.keys()];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'img') return;
    const source = String(node.properties.src ?? '');
    const image = document.images.get(source);
    if (!image) return;
    node.properties = {
      ...node.properties,
      src: imagePath(sources.indexOf(source)),
      width: node.properties.width ?? Math.round(image.width),
      height: node.properties.height ?? Math.round(image.height),
    };
  });
}

export interface TakeSource {
  /** HTML of the text with its references, and of the notes. */
  text: string;
  notes: string;
  /** Notes of the takes before. */
  firstNote: number;
}

/** All that stands in the columns, in order. */
function flowingText(document: OctavoDocument, endOfText: string): ElementContent[] {
  const body = structuredClone(document.body);
  const contents = document.toc
    ? [h('nav', { class: 'contents' }, contentsList(document.contents))]
    : [];
  const end: ElementContent[] = endOfText.trim()
    ? [h('div', { class: 'end-of-text' }, { type: 'raw', value: endOfText } as never)]
    : [];
  return [
    ...contents,
    ...(body.children as ElementContent[]),
    ...end,
    ...referencesSection(document),
  ];
}

const asContext = (node: ElementContent): ElementContent =>
  node.type === 'element'
    ? { ...node, properties: { ...node.properties, 'data-octavo-context': '' } }
    : node;

/**
 * The Document in takes: words with their hyphenation points, notes with their numbers. The
 * Document itself stays as it is. A take can be set while the next is still being made ready.
 *
 * @param endOfText HTML that follows the last paragraph.
 */
export function takeSources(
  document: OctavoDocument,
  endOfText: string,
  largestTake?: number,
): (() => Promise<TakeSource>)[] {
  const { lang } = document.metadata;
  const text: Root = { type: 'root', children: flowingText(document, endOfText) };
  const notes: Root = { type: 'root', children: document.notes.map(noteElement) };
  for (const tree of [text, notes]) {
    openDetails(tree);
    pointToImages(tree, document);
    markCaptionLabels(tree);
    numberListItems(tree);
  }
  const noteLengths = notes.children.map((note) => textOf(note).length);
  const dir = directionOf(lang) === 'rtl' ? 'rtl' : undefined;
  const html = async (name: string, children: ElementContent[]) => {
    const tree = h('div', { class: name, lang, dir }, children);
    await hyphenateTree(tree, lang);
    return toHtml(tree, { allowDangerousHtml: true });
  };
  const takes = divide(text.children as ElementContent[], noteLengths, largestTake);
  return takes.map(({ context, content, notes: { from, to } }) => async () => ({
    text: await html('text', [...context.map(asContext), ...content]),
    notes: await html('notes', notes.children.slice(from, to) as ElementContent[]),
    firstNote: from,
  }));
}

/** The colophon with its words marked for breaking; the Document's own stays as it is. */
export async function colophonTree(document: OctavoDocument): Promise<Root | undefined> {
  if (!document.colophon) return undefined;
  const tree = structuredClone(document.colophon);
  openDetails(tree);
  pointToImages(tree, document);
  await hyphenateTree(tree, document.metadata.lang);
  return tree;
}

/** A list cut by a page goes on counting: every item says its number. */
function numberListItems(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'ol') return;
    const items = node.children.filter((child) => isElement(child, 'li'));
    const step = node.properties.reversed ? -1 : 1;
    let number = Number(node.properties.start ?? (step < 0 ? items.length : 1));
    for (const item of items) {
      number = Number(item.properties.value ?? number);
      item.properties.value = String(number);
      number += step;
    }
  });
}
