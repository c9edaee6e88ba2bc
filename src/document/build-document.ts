import type { ElementContent, Root as HtmlRoot } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import type { Report } from '../diagnostics/report.js';
import { markdownHandlers } from '../markdown/index.js';
import type { ImageFile, Metadata } from '../publication/publication.js';
import { educate } from '../typography/index.js';
import { checkAccessibility } from './accessibility.js';
import { numberBlocks } from './blocks.js';
import { plainColophon } from './colophon.js';
import { readContents, sinkHeadings } from './contents.js';
import { tellDirections } from './directions.js';
import type { Note, OctavoDocument, OpeningCall, Reference } from './document.js';
import { type DropCaps, markDropCaps } from './drop-caps.js';
import { type EmptyHeadings, reportEmptyHeadings, takeEmptyHeadings } from './empty-headings.js';
import { checkLinks } from './links.js';
import { educateMetadata } from './metadata.js';
import { tellNoteLanguages } from './note-languages.js';
import { NoteRegister } from './notes.js';
import { placedReferences } from './placed-references.js';
import type { ShownFiles } from './places.js';
import { settleIds } from './settle-ids.js';
import { Ids } from './slugs.js';
import { sparingAddresses } from './written-addresses.js';

export interface DocumentParts {
  /** The manuscript's tree, with its citations placed: notes and in-text citations are final. */
  text: MarkdownRoot;
  colophon?: MarkdownRoot;
  metadata: Metadata;
  references: Omit<Reference, 'block'>[];
  referencesTitle?: string;
  images: ReadonlyMap<string, ImageFile>;
  toc: boolean;
  /** Whether an edition is to say that it is accessible: what speaks against that is an error then. */
  claimsAccessibility?: boolean;
  dropCaps?: DropCaps;
  files: ShownFiles;
}

/** A Document, and what a part of it is judged by that is read again. */
export interface BuiltDocument {
  document: OctavoDocument;
  ids: Ids;
  /** Ids that citations lead to. */
  referenceIds: ReadonlySet<string>;
}

/** The parts as trees; what the Document holds as lists is reached through roots of the same nodes. */
export interface Trees {
  body: HtmlRoot;
  openingCalls: OpeningCall[];
  notes: { note: Note; tree: HtmlRoot }[];
  references: { reference: Reference; tree: HtmlRoot }[];
  colophon?: HtmlRoot;
  emptyHeadings: EmptyHeadings;
}

/**
 * Makes the Document: one tree for all editions, its notes, contents and leaf blocks numbered, its
 * ids settled and its links checked. Reports links that lead nowhere, and what keeps editions from
 * being accessible.
 */
export function buildDocument(parts: DocumentParts, report: Report): OctavoDocument {
  return buildKept(parts, report).document;
}

/** As {@link buildDocument}; for a publication that will be edited. */
export function buildKept(parts: DocumentParts, report: Report): BuiltDocument {
  if (parts.colophon) {
    plainColophon(parts.colophon, parts.files.colophon ?? parts.files.manuscript, report);
  }
  const trees = treesOf(parts);
  const { body, notes, references, colophon } = trees;
  const ids = new Ids();
  const referencesId = references.length > 0 ? ids.take('references') : undefined;
  for (const { note } of notes) for (const id of [note.id, ...note.callIds]) ids.take(id);
  for (const { reference } of references) ids.take(reference.id);
  const texts = [body, ...notes.map(({ tree }) => tree), ...(colophon ? [colophon] : [])];
  settleIds(texts, ids);
  const referenceIds = referenceIdsOf(trees);
  checkAllLinks(trees, { ids, referenceIds }, parts.files, report);

  if (parts.dropCaps) markDropCaps(body, parts.dropCaps);

  const first = numberBlocks(body.children, 0);
  references.forEach(({ reference }, index) => {
    reference.block = first + index;
  });
  if (colophon) numberBlocks(colophon.children, first + references.length);

  const document: OctavoDocument = {
    metadata: educateMetadata(parts.metadata),
    body,
    notes: notesOf(trees),
    ...(trees.openingCalls.length > 0 ? { openingCalls: trees.openingCalls } : {}),
    contents: readContents(body, parts.metadata.lang),
    references: references.map(({ reference, tree }) => ({
      ...reference,
      content: contentOf(tree),
    })),
    referencesTitle: references.length > 0 ? parts.referencesTitle : undefined,
    referencesId,
    colophon,
    images: parts.images,
    toc: parts.toc,
  };
  reportEmptyHeadings(trees.emptyHeadings, parts.files, report, parts.claimsAccessibility);
  checkAccessibility(document, parts.files, report, parts.claimsAccessibility);
  return { document, ids, referenceIds };
}

/** What does not depend on other parts of the text: HTML, with the languages and punctuation of notes and blocks. */
export function treesOf(
  parts: Pick<DocumentParts, 'text' | 'colophon' | 'metadata' | 'references'>,
): Trees {
  const { lang } = parts.metadata;
  const register = new NoteRegister();
  const openingCalls = openingCallsOf(parts.text, register);
  const body = htmlOf(withoutOpening(parts.text), { note: register.handler });
  const notes = register.notes.map((note) => ({ note, tree: rootOf(note.content) }));
  const colophon = parts.colophon && htmlOf(parts.colophon);
  const emptyHeadings = {
    text: [body, ...notes.map(({ tree }) => tree)].flatMap(takeEmptyHeadings),
    colophon: colophon ? takeEmptyHeadings(colophon) : [],
  };
  tellNoteLanguages(body, notes);
  for (const tree of [body, ...notes.map(({ tree }) => tree), ...(colophon ? [colophon] : [])]) {
    tellDirections(tree, lang);
  }
  for (const { tree } of notes) sparingAddresses(tree, () => educate(tree, lang));
  for (const tree of colophon ? [body, colophon] : [body]) {
    sparingAddresses(tree, () => educate(tree, lang));
    sinkHeadings(tree);
  }
  const references = parts.references.map((entry) => ({
    reference: { ...entry, block: 0 },
    tree: rootOf(entry.content),
  }));
  return { body, openingCalls, notes, references, colophon, emptyHeadings };
}

function withoutOpening(text: MarkdownRoot): MarkdownRoot {
  return { ...text, children: text.children.filter(({ type }) => type !== 'openingNotes') };
}

function openingCallsOf({ children }: MarkdownRoot, register: NoteRegister): OpeningCall[] {
  return children.flatMap((node) => {
    if (node.type !== 'openingNotes') return [];
    return node.children.flatMap(({ children: notes }) =>
      notes.flatMap((note): OpeningCall[] => {
        if (note.type !== 'note' || note.of === undefined) return [];
        const { children } = htmlOf({ type: 'root', children: [note] }, { note: register.handler });
        const call = children.find((child) => child.type === 'element');
        return call ? [{ of: note.of, call }] : [];
      }),
    );
  });
}

function referenceIdsOf({ body, references }: Trees): Set<string> {
  const all = [...references.map(({ reference }) => reference), ...placedReferences(body)];
  return new Set(all.map(({ id }) => id));
}

/** Checks all links, and takes out those that lead nowhere. */
export function checkAllLinks(
  { body, notes, references, colophon }: Trees,
  { ids, referenceIds }: Pick<BuiltDocument, 'ids' | 'referenceIds'>,
  files: ShownFiles,
  report: Report,
): void {
  const check = { ids, references: referenceIds, report, file: files.manuscript };
  for (const tree of [body, ...[...notes, ...references].map(({ tree }) => tree)]) {
    checkLinks(tree, check);
  }
  if (colophon) checkLinks(colophon, { ...check, file: files.colophon ?? files.manuscript });
}

/** The notes, with what has become of their trees. */
export function notesOf({ notes }: Trees): Note[] {
  return notes.map(({ note, tree }) => ({ ...note, content: contentOf(tree) }));
}

function rootOf(children: ElementContent[]): HtmlRoot {
  return { type: 'root', children };
}

function contentOf(tree: HtmlRoot): ElementContent[] {
  return tree.children as ElementContent[];
}

function htmlOf(tree: MarkdownRoot, handlers: Handlers = {}): HtmlRoot {
  const result = toHast(tree, { handlers: { ...markdownHandlers, ...handlers } });
  return result.type === 'root' ? result : rootOf([result as ElementContent]);
}
