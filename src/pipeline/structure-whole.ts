import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import { visit } from 'unist-util-visit';
import {
  type Bibliography,
  type KeptCitations,
  type PlacedCitations,
  placeCitations,
} from '../citations/index.js';
import { Report } from '../diagnostics/report.js';
import { type BuiltDocument, buildKept, type DocumentParts } from '../document/build-document.js';
import type { Note, OctavoDocument } from '../document/document.js';
import type { DropCaps } from '../document/drop-caps.js';
import { setFormulas } from '../document/formulas.js';
import {
  type ManuscriptText,
  openingNotes,
  parseManuscript,
  readManuscript,
  type WrittenNote,
} from '../markdown/index.js';
import { type NamedImage, readImages } from '../publication/index.js';
import type { Publication } from '../publication/publication.js';
import { type Cited, citeText, citingOf, referencesTitleOf } from './cite-text.js';
import { imageSources } from './image-sources.js';
import type { KeptSession } from './kept-session.js';
import { readAlone, withoutIbid } from './notes-alone.js';
import { shownFiles } from './shown-files.js';
import type { Stages } from './stages.js';
import type { StructuredPublication, StructureRequest } from './structure-request.js';

/** The structure of a whole publication, with all that an edit of its text is judged by. */
export interface EditableStructure {
  structured: StructuredPublication;
  read: ManuscriptText;
  cited: Cited;
  /** Where it was asked to be kept. */
  placed?: KeptCitations;
  built: BuiltDocument;
  sources: NamedImage[];
  /** Whether each formula can be set without the others. */
  formulasApart: boolean;
  /** How many findings there were once the manuscript was parsed, and before and after its images. */
  findingCounts: { parsed: number; beforeImages: number; afterImages: number };
}

interface BuiltWithFormulas {
  built: BuiltDocument;
  formulasApart: boolean;
}

/**
 * As `structurePublication`, with what an edit is judged by.
 * @param kept Where parts of the text will be structured again: what prints its citations.
 */
export async function structureWhole(
  request: StructureRequest,
  stages: Stages,
  kept?: KeptSession,
): Promise<EditableStructure | undefined> {
  const { publication, workingFolder, report } = request;
  const { manuscript, bodyLine, colophon, expandIbid } = publication;
  const findingCounts = { parsed: 0, beforeImages: 0, afterImages: 0 };
  const { read, text, end } = await stages.run('parse', () => {
    const { root, ...read } = readManuscript(manuscript, bodyLine, report);
    findingCounts.parsed = report.diagnostics.length;
    const text = withOpeningNotes(root, publication, report);
    return { read, text, end: colophon && parseManuscript(colophon, 1, report) };
  });
  // Citing and structuring write into the trees.
  const again = expandIbid ? structuredClone(text) : undefined;

  const cited = await stages.run('cite', () => citeText(text, request, kept));
  if (cited === undefined) return undefined;
  const { citingBy } = cited;
  const { kept: placed, ...citations } = cited.citations;
  return stages.run('structure', async () => {
    const sources = imageSources(publication, text, end);
    findingCounts.beforeImages = report.diagnostics.length;
    const images = await readImages(publication, sources, report, { workingFolder });
    findingCounts.afterImages = report.diagnostics.length;
    const { claimsAccessibility, dropCaps } = request;
    const structure = (tree: MarkdownRoot, placed: PlacedCitations, report: Report) => {
      const own = { tree, end: structuredClone(end), placed };
      const { bibliography } = cited;
      const parts = { ...own, bibliography, images, claimsAccessibility, dropCaps };
      return documentOf(publication, parts, report);
    };
    const { built, formulasApart } = await structure(text, citations, report);
    const { document } = built;
    tellOfEmptiness(document, publication, report);
    const notesAlone = again && (await citeAlone(again, request, cited, structure));
    const structured = {
      document,
      citations,
      citingBy,
      ...(notesAlone && { notesAlone: readAlone(document.notes, notesAlone) }),
    };
    return { structured, read, cited, placed, built, sources, formulasApart, findingCounts };
  });
}

/** A text with the notes that its title and its authors call, before all others. */
function withOpeningNotes(
  text: MarkdownRoot,
  { metadata, manuscript, placeOf }: Publication,
  report: Report,
): MarkdownRoot {
  const { thanks, authors } = metadata;
  const written: WrittenNote[] = authors.flatMap(({ note }, of) =>
    note === undefined ? [] : [{ of, text: note, place: placeOf(`author.${of}.note`) }],
  );
  if (thanks !== undefined) {
    written.unshift({ of: 'title', text: thanks, place: placeOf('thanks') });
  }
  const notes = openingNotes(written, manuscript, report);
  if (notes) text.children.unshift(notes);
  return text;
}

/** The notes of a text cited anew without “Ibid.”; undefined where the style has none. */
async function citeAlone(
  text: MarkdownRoot,
  { publication }: StructureRequest,
  { bibliography, citingBy }: Cited,
  structure: (
    tree: MarkdownRoot,
    placed: PlacedCitations,
    report: Report,
  ) => Promise<BuiltWithFormulas>,
): Promise<Note[] | undefined> {
  const style = withoutIbid(citingBy.style);
  if (!style) return undefined;
  // What there is to tell was told the first time.
  const report = new Report();
  const by = { ...citingBy, style };
  const placed = placeCitations(text, { ...citingOf(publication, bibliography, by), report });
  return (await structure(text, placed, report)).built.document.notes;
}

function tellOfEmptiness(
  { body }: OctavoDocument,
  { manuscript, bodyLine }: Publication,
  report: Report,
): void {
  if (holdsAnything(body)) return;
  report.add(
    'publication/empty',
    { file: manuscript.shown, line: bodyLine, column: 1 },
    {
      message: 'The manuscript holds no text, only what is not printed',
      remedy: 'Write the text below the front matter',
    },
  );
}

interface Parts {
  tree: MarkdownRoot;
  end: MarkdownRoot | undefined;
  placed: PlacedCitations;
  bibliography: Bibliography;
  images: DocumentParts['images'];
  claimsAccessibility: boolean | undefined;
  dropCaps: DropCaps | undefined;
}

async function documentOf(
  publication: Publication,
  { tree, end, placed, bibliography, images, claimsAccessibility, dropCaps }: Parts,
  report: Report,
): Promise<BuiltWithFormulas> {
  const { metadata, toc } = publication;
  const files = shownFiles(publication);
  const trees = [{ tree, shown: files.manuscript }];
  if (end) trees.push({ tree: end, shown: files.colophon ?? files.manuscript });
  const formulasApart = await setFormulas(trees, report);
  const parts = {
    text: tree,
    colophon: end,
    metadata,
    references: placed.atEnd.map((entry) => ({
      ...entry,
      place: bibliography.get(entry.key)?.place,
    })),
    referencesTitle: referencesTitleOf(publication),
    images,
    toc,
    files,
    claimsAccessibility,
    dropCaps,
  };
  return { built: buildKept(parts, report), formulasApart };
}

/** Whether an edition has anything to show of a text. */
function holdsAnything(body: Root): boolean {
  let found = textOf(body).trim() !== '';
  visit(body, 'element', ({ tagName }) => {
    if (tagName === 'img' || tagName === 'svg') found = true;
  });
  return found;
}
