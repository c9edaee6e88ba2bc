import type { TagMark } from '../../../pages/pages.js';
import { type AttributeValue, type Kid, leavesOf, newTag, rewriteKids, type Tag } from './tags.js';

/** What was taken out of the structure, and what kind of artifact its content becomes. */
export interface TakenOut {
  tag: Tag;
  /** `Header`, `Footer`: what a pagination artifact is (ISO 32000-1, table 330). */
  subtype?: string;
}

const markedLanguage = /^(.*?)-?x-([a-z]+\d+)$/i;

/** Splits `en-GB-x-p4` into the language and the mark that came with it. */
function splitMarks(tag: Tag, inherited: string | undefined): void {
  const match = tag.lang?.match(markedLanguage);
  if (match) {
    tag.lang = match[1] || undefined;
    // The engine may repeat an inherited language on a child, which is no mark of the child's own.
    if (match[2] !== inherited) tag.mark = match[2];
  }
  const nearest = match?.[2] ?? inherited;
  for (const kid of tag.kids) if (kid.kind === 'tag') splitMarks(kid, nearest);
}

const nameAttributes = new Set(['Scope', 'ListNumbering', 'Placement', 'WritingMode', 'TextAlign']);
const owners: Record<string, string> = {
  Scope: 'Table',
  Headers: 'Table',
  RowSpan: 'Table',
  ColSpan: 'Table',
  Summary: 'Table',
  ListNumbering: 'List',
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** An attribute as HTML writes it (`scope: col`), in PDF's words. */
function attributeOf(name: string, value: string): [key: string, value: AttributeValue] {
  const key = { rowspan: 'RowSpan', colspan: 'ColSpan' }[name] ?? capital(name);
  if (key === 'Headers') return [key, { ids: value.split(/\s+/) }];
  if (key === 'RowSpan' || key === 'ColSpan') return [key, Number(value)];
  const scopes: Record<string, string> = { col: 'Column', colgroup: 'Column', rowgroup: 'Row' };
  if (key === 'Scope') return [key, { name: scopes[value] ?? capital(value) }];
  return [key, nameAttributes.has(key) ? { name: value } : value];
}

function applyMark(tag: Tag, mark: TagMark): void {
  if (mark.lang) tag.lang = mark.lang;
  if (mark.id) tag.id = mark.id;
  if (mark.alt !== undefined) tag.alt = mark.alt;
  for (const [name, written] of Object.entries(mark.attributes ?? {})) {
    if (name === 'actualText') tag.actualText = written;
    else {
      const [key, value] = attributeOf(name, written);
      const owner = owners[key] ?? 'Layout';
      tag.attributes[owner] ??= {};
      tag.attributes[owner][key] = value;
    }
  }
  if (!mark.role || mark.role === tag.role) return;
  // A link keeps its element, inside the role it plays: an annotation must stand in a Link.
  if (tag.role === 'Link') {
    const link: Tag = { ...newTag('Link', tag.kids), alt: tag.alt };
    tag.kids = [link];
    tag.alt = undefined;
  }
  tag.role = mark.role;
}

/**
 * Gives every element that carries a mark its real role, language and attributes; elements with
 * the same mark are pieces of one (a paragraph that runs on over a page) and become one. Returns
 * what the marks call artifacts, taken out of the tree.
 */
export function applyMarks(document: Tag, marks: readonly TagMark[]): TakenOut[] {
  splitMarks(document, undefined);
  const known = new Map(marks.map((mark) => [mark.key, mark]));
  const first = new Map<string, Tag>();
  const takenOut: TakenOut[] = [];
  const join = (kid: Kid): Kid | readonly Kid[] => {
    if (kid.kind !== 'tag' || !kid.mark) return kid;
    const mark = known.get(kid.mark);
    if (mark?.role === 'Artifact') {
      takenOut.push({ tag: kid, subtype: mark.attributes?.Subtype ?? mark.attributes?.subtype });
      return [];
    }
    const earlier = first.get(kid.mark);
    if (earlier) {
      earlier.kids.push(...(earlier.role === kid.role ? kid.kids : leavesOf(kid)));
      return [];
    }
    first.set(kid.mark, kid);
    return kid;
  };
  rewriteKids(document, join);
  for (const [key, tag] of first) {
    const mark = known.get(key);
    if (mark) applyMark(tag, mark);
  }
  return takenOut;
}
