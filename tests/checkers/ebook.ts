import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Files of a book by their paths; text where they are text. */
export type BookFiles = ReadonlyMap<string, string>;

interface Page {
  path: string;
  elements: Element[];
}

function pagesOf(files: BookFiles): Page[] {
  return [...files]
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([path, text]) => {
      const elements: Element[] = [];
      visit(fromHtml(text) as Root, 'element', (element) => {
        elements.push(element);
      });
      return { path, elements };
    });
}

const typeOf = ({ properties }: Element) =>
  String(properties['epub:type'] ?? properties.epubType ?? '');

/** An address relative to a file, as `path#id`. */
function resolved(from: string, href: string): string {
  const [path = '', id] = href.split('#');
  const base = new URL(from, 'book:///');
  const target = path === '' ? base : new URL(path, base);
  return id === undefined ? target.pathname.slice(1) : `${target.pathname.slice(1)}#${id}`;
}

const hrefOf = ({ properties }: Element) => String(properties.href ?? '');

/** Ids stand once, are plain CSS identifiers, and every link inside the book leads to one. */
function addressFaults(pages: readonly Page[], files: BookFiles): string[] {
  const faults: string[] = [];
  const known = new Set(files.keys());
  for (const { path, elements } of pages) {
    for (const { properties } of elements) {
      if (properties.id === undefined) continue;
      const address = `${path}#${properties.id}`;
      if (known.has(address)) faults.push(`${address} stands twice`);
      if (!/^[A-Za-z_][\w-]*$/.test(String(properties.id))) faults.push(`${address} is not plain`);
      known.add(address);
    }
  }
  for (const { path, elements } of pages) {
    for (const element of elements) {
      const href = hrefOf(element);
      if (href === '' || /^[a-z]+:/i.test(href)) continue;
      if (!known.has(resolved(path, href))) faults.push(`${path}: ${href} leads nowhere`);
    }
  }
  return faults;
}

/** Calls hold their number alone and open a note of that number in their file, which leads back. */
function noteFaults(pages: readonly Page[]): string[] {
  const faults: string[] = [];
  const calls = new Map<string, { target: string; text: string }>();
  const notes = new Map<string, { number: string; back: string[] }>();
  for (const { path, elements } of pages) {
    for (const element of elements) {
      const address = `${path}#${element.properties.id}`;
      if (typeOf(element) === 'noteref') {
        const [only] = element.children;
        if (element.children.length !== 1 || only?.type !== 'text')
          faults.push(`${address} holds more than its number`);
        if (element.properties.role !== 'doc-noteref') faults.push(`${address} has no role`);
        calls.set(address, { target: resolved(path, hrefOf(element)), text: textOf(element) });
      }
      if (typeOf(element) === 'footnote') {
        if (element.tagName !== 'div') faults.push(`${address} is a ${element.tagName}`);
        if (element.properties.role !== 'doc-footnote') faults.push(`${address} has no role`);
        notes.set(address, noteOf(element, path));
      }
    }
  }
  for (const [address, { target, text }] of calls) {
    const note = notes.get(target);
    if (!note) faults.push(`${address} opens no note`);
    else if (note.number !== text) faults.push(`${address} says ${text}, its note ${note.number}`);
    else if (!note.back.includes(address))
      faults.push(`${target} does not lead back to ${address}`);
  }
  for (const [address, { back }] of notes) {
    const [first = ''] = back;
    if (first && !first.startsWith(`${address.split('#')[0]}#`))
      faults.push(`${address} is in another file than its first call`);
    for (const call of back)
      if (calls.get(call)?.target !== address) faults.push(`${address} leads back to ${call}`);
  }
  return faults;
}

function noteOf(note: Element, path: string) {
  const back: string[] = [];
  let number = '';
  visit(note, 'element', (element) => {
    const isNumber = [element.properties.className].flat().includes('note-number');
    if (isNumber && number === '') number = textOf(element);
    if (element.properties.role === 'doc-backlink') back.push(resolved(path, hrefOf(element)));
  });
  return { number, back };
}

/** What Kindle and Kobo are known to stumble over. */
function shopFaults(pages: readonly Page[], files: BookFiles): string[] {
  const faults: string[] = [];
  for (const { path, elements } of pages) {
    for (const { tagName, properties } of elements) {
      if (tagName === 'style' || properties.style !== undefined)
        faults.push(`${path}: style in the text`);
    }
  }
  const ncx = files.get('EPUB/toc.ncx') ?? '';
  let depth = 0;
  for (const [, end] of ncx.matchAll(/<(\/?)navPoint\b/g)) {
    depth += end ? -1 : 1;
    if (depth > 2) faults.push('toc.ncx is deeper than two levels');
  }
  for (const [path, text] of files) {
    if (/\.woff2?$/.test(path)) faults.push(`${path}: Kobo reads no such fonts`);
    if (!path.endsWith('.css')) continue;
    for (const rule of [/margin[a-z-]*:[^;}]*\bauto\b/, /display:\s*none/])
      if (rule.test(text)) faults.push(`${path}: ${rule.source}`);
  }
  return faults;
}

/** Attributes that say something, by their hast names: lost ones no validator misses. */
const speaking =
  'scope headers colSpan rowSpan start reversed value cite dateTime lang dir title type'.split(' ');

/** `tag@attribute=value`, with how often it stands. */
function attributesOf(trees: readonly Nodes[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const tree of trees) {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (tagName === 'input') return;
      for (const name of speaking) {
        const value = properties[name];
        if (value === undefined || value === null || value === false) continue;
        // Ids that headers name may have been made plain.
        const said = name === 'headers' ? [value].flat().length : String(value);
        const key = `${tagName}@${name}=${said}`;
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    });
  }
  return found;
}

/** Attributes of the source that the book lost. */
function lostAttributes(files: BookFiles, source: readonly Nodes[]): string[] {
  const texts = [...files].filter(([path]) => path.endsWith('.xhtml'));
  const kept = attributesOf(texts.map(([, text]) => fromHtml(text) as Root));
  return [...attributesOf(source)]
    .filter(([key, count]) => (kept.get(key) ?? 0) < count)
    .map(([key]) => `${key} was lost`);
}

/**
 * What no validator finds in a book: calls and notes that do not pair, attributes lost on the way,
 * what readers of the trade stumble over. Empty where nothing is wrong.
 *
 * @param source Trees of the Document that the book was made from.
 */
export function ebookFaults(files: BookFiles, source: readonly Nodes[] = []): string[] {
  const pages = pagesOf(files);
  return [
    ...addressFaults(pages, files),
    ...noteFaults(pages),
    ...shopFaults(pages, files),
    ...lostAttributes(files, source),
  ];
}
