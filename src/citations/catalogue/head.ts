import { SaxesParser } from 'saxes';
import type { CitationFormat } from '../types.js';

/** What a style says of itself before its first rule. */
export interface StyleHead {
  title: string;
  shortTitle?: string;
  class: 'note' | 'in-text';
  /** Undefined where an in-text style does not say. */
  format?: CitationFormat;
  /** CSL's subject fields: `history`, `political_science`. */
  fields: string[];
  /** Of a dependent style: its parent's address. */
  parent?: string;
  /** The style's `default-locale`. */
  locale?: string;
}

const formats: readonly string[] = ['note', 'author-date', 'numeric', 'label', 'author'];

/** Where the head ends in a text that may be cut: after `<info>` is closed; -1 where it goes on. */
function headEnd(xml: string): number {
  const end = xml.indexOf('</info>');
  return end < 0 ? end : end + '</info>'.length;
}

/**
 * Reads a style's head alone; what follows need not be there (CSL 1.0.2, "Info"). Undefined where
 * the text is no style.
 */
export function readHead(xml: string): StyleHead | undefined {
  const parser = new SaxesParser({ position: false });
  const path: string[] = [];
  const head: StyleHead = { title: '', class: 'in-text', fields: [] };
  let isStyle = false;
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    const given = attributes as Record<string, string>;
    if (path.length === 1) {
      isStyle = name === 'style';
      if (given.class === 'note') head.class = 'note';
      head.locale = given['default-locale'];
    } else if (path.length === 3 && path[1] === 'info') {
      describe(head, name, given);
    }
  });
  parser.on('closetag', () => {
    path.pop();
  });
  const read = (text: string) => {
    if (path.length !== 3 || path[1] !== 'info') return;
    if (path[2] === 'title') head.title += text;
    if (path[2] === 'title-short') head.shortTitle = (head.shortTitle ?? '') + text;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  const end = headEnd(xml);
  parser.write(xml.slice(0, end < 0 ? xml.length : end).replace(/^\uFEFF/, ''));
  if (!isStyle || broken || end < 0) return undefined;
  return tidied(head);
}

function describe(head: StyleHead, name: string, given: Record<string, string>): void {
  if (name === 'link' && given.rel === 'independent-parent') head.parent = given.href;
  if (name !== 'category') return;
  const format = given['citation-format'];
  if (given.field) head.fields.push(given.field);
  if (format !== undefined && formats.includes(format)) head.format = format as CitationFormat;
}

function tidied(head: StyleHead): StyleHead {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const dependent = head.parent !== undefined;
  const isNote = dependent ? head.format === 'note' : head.class === 'note';
  const format = isNote ? 'note' : head.format === 'note' ? undefined : head.format;
  return {
    ...head,
    title: oneLine(head.title),
    shortTitle: head.shortTitle === undefined ? undefined : oneLine(head.shortTitle),
    class: isNote ? 'note' : 'in-text',
    format,
  };
}
