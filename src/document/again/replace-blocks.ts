import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { visit } from 'unist-util-visit';
import { Report } from '../../diagnostics/report.js';
import { checkAccessibility } from '../accessibility.js';
import { numberBlocks } from '../blocks.js';
import {
  type BuiltDocument,
  checkAllLinks,
  type DocumentParts,
  notesOf,
  treesOf,
} from '../build-document.js';
import { readContents } from '../contents.js';
import type { Note, OctavoDocument } from '../document.js';
import { type DropCaps, initialParagraphs, markDropCaps } from '../drop-caps.js';
import { reportEmptyHeadings } from '../empty-headings.js';
import { isNoteCall } from '../note-calls.js';
import { blockAfter, withHigherBlocks } from './leaf-blocks.js';
import { sameButForPlaces, takePlaces } from './same.js';
import type { Shift } from './shift.js';

/** Blocks of the manuscript's highest level that were read again. */
export interface ReadAgain
  extends Pick<DocumentParts, 'metadata' | 'files' | 'claimsAccessibility' | 'dropCaps'> {
  /** Their tree, as {@link DocumentParts.text}, places being those of the new text. */
  text: MarkdownRoot;
  /** UTF-16 offset, in either text, from which on they stand for blocks of the Document. */
  start: number;
  /** What stands in the old text after them. */
  after: Shift;
  /** Nothing does. */
  isLast: boolean;
}

/**
 * A Document with some blocks of its text in the place of others, as `buildDocument` makes it of the
 * whole text. What is left alone is the same objects as before, with their places moved, unless
 * their numbers are others.
 *
 * @returns undefined, and nothing changed, where what the blocks say may matter elsewhere, or where
 * there is something to tell of them
 */
export function replaceBlocks(
  { document, ids, referenceIds }: BuiltDocument,
  again: ReadAgain,
): { document: OctavoDocument; blocks: number } | undefined {
  const { text, metadata, files, dropCaps } = again;
  const place = placeIn(document.body, again);
  if (!place) return undefined;
  const old = document.body.children.slice(place.from, place.to);
  const trees = treesOf({ text, metadata, references: [] });
  const oldNotes = notesCalledIn(document, old);
  if (!oldNotes || oldNotes.length !== trees.notes.length) return undefined;
  const roots = [trees.body, ...trees.notes.map(({ tree }) => tree)];
  const known = [{ type: 'root' as const, children: old }, ...oldNotes.map(contentTree)];
  if ([...roots, ...known].some(namesIds)) return undefined;
  const report = new Report();
  checkAllLinks(trees, { ids, referenceIds }, files, report);
  const notes = notesOf(trees);
  const part = { ...document, body: trees.body, notes, colophon: undefined };
  reportEmptyHeadings(trees.emptyHeadings, files, report, again.claimsAccessibility);
  checkAccessibility(part, files, report, again.claimsAccessibility);
  if (report.diagnostics.length > 0) return undefined;

  const before = document.body.children.slice(0, place.from);
  const after = document.body.children.slice(place.to);
  const fresh = trees.body.children;
  const first = blockAfter(before as ElementContent[]) ?? 0;
  if (dropCaps && movesDropCaps([before, old, fresh, after], dropCaps)) return undefined;
  if (dropCaps) markDropCaps({ type: 'root', children: [...before, ...fresh] }, dropCaps);
  const next = numberBlocks(fresh as ElementContent[], first);
  const raisedBy = next - (blockAfter(old as ElementContent[]) ?? first);

  shiftDocument(document, again.after);
  const kept = keepSame(old, fresh);
  const body: Root = {
    ...document.body,
    children: [...before, ...kept, ...(raisedBy === 0 ? after : withHigherBlocks(after, raisedBy))],
  };
  if (again.isLast && trees.body.position && body.position) {
    body.position = { start: body.position.start, end: trees.body.position.end };
  }
  const byId = new Map(keepSame(oldNotes, notes).map((note) => [note.id, note]));
  const result: OctavoDocument = {
    ...document,
    body,
    notes: document.notes.map((note) => byId.get(note.id) ?? note),
    contents: keepSame([document.contents], [readContents(body, document.metadata.lang)])[0] ?? [],
  };
  if (raisedBy !== 0) raise(result, raisedBy);
  return { document: result, blocks: fresh.filter(({ type }) => type === 'element').length };
}

function raise(document: OctavoDocument, by: number): void {
  const { references, colophon } = document;
  document.references = references.map((entry) => ({ ...entry, block: entry.block + by }));
  if (colophon) {
    document.colophon = { ...colophon, children: withHigherBlocks(colophon.children, by) };
  }
}

/** Where among the children of the body the blocks stand; undefined where others stand between them. */
function placeIn(
  { children }: Root,
  { start, after }: ReadAgain,
): { from: number; to: number } | undefined {
  const isInside = ({ position }: RootContent) => {
    const offset = position?.start.offset;
    return offset !== undefined && offset >= start && offset < after.from;
  };
  const from = children.findIndex(isInside);
  const to = children.findLastIndex(isInside) + 1;
  if (from === -1) return undefined;
  const areTogether = children
    .slice(from, to)
    .every((child) => child.type === 'text' || isInside(child));
  return areTogether ? { from, to } : undefined;
}

const contentTree = ({ content }: Note): Root => ({ type: 'root', children: content });

/** The notes called in blocks; undefined where other blocks call one of them. */
function notesCalledIn(
  { notes }: OctavoDocument,
  blocks: readonly RootContent[],
): Note[] | undefined {
  const called = new Set<string>();
  visit({ type: 'root', children: [...blocks] }, 'element', (element: Element) => {
    if (isNoteCall(element)) called.add(String(element.properties.href).slice(1));
  });
  const found = notes.filter(({ id }) => called.has(id));
  return found.every(({ callIds }) => callIds.length === 1) ? found : undefined;
}

/** Whether something has an id by which it can be found, or names one. */
function namesIds(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (element: Element) => {
    const { tagName, properties } = element;
    if (isNoteCall(element)) return;
    found ||= /^h[1-6]$/.test(tagName);
    found ||= properties.id !== undefined || properties.headers !== undefined;
  });
  return found;
}

type Parts = [
  before: RootContent[],
  old: RootContent[],
  fresh: RootContent[],
  after: RootContent[],
];

/** Whether other paragraphs than these begin with an initial because of them, or no longer do. */
function movesDropCaps([before, old, fresh, after]: Parts, at: DropCaps): boolean {
  const others = new Set<RootContent>([...before, ...after]);
  const initials = (part: RootContent[]) =>
    initialParagraphs({ children: [...before, ...part, ...after] }, at).filter((one) =>
      others.has(one),
    );
  const [was, is] = [initials(old), initials(fresh)];
  return was.length !== is.length || was.some((one, index) => one !== is[index]);
}

function shiftDocument({ body, notes }: OctavoDocument, shift: Shift): void {
  shift.nodes([body]);
  for (const { position, content } of notes) {
    shift.position(position);
    shift.nodes(content);
  }
}

/** The new list, with those of the old one that are the same but for their places: from its beginning, then from its end. */
function keepSame<Item extends object>(old: readonly Item[], fresh: readonly Item[]): Item[] {
  const kept = [...fresh];
  const keep = (oldIndex: number, index: number): boolean => {
    const [known, given] = [old[oldIndex], fresh[index]];
    if (!known || !given || !sameButForPlaces(known, given)) return false;
    takePlaces(known, given);
    kept[index] = known;
    return true;
  };
  let same = 0;
  while (same < Math.min(old.length, fresh.length) && keep(same, same)) same += 1;
  const rest = Math.min(old.length, fresh.length) - same;
  for (let back = 1; back <= rest && keep(old.length - back, fresh.length - back); ) back += 1;
  return kept;
}
