import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import { visit } from 'unist-util-visit';
import {
  type Bibliography,
  type PlacedCitations,
  placeCitations,
  readBibliography,
  resolveLocale,
  resolveStyle,
  type StyleSearch,
} from '../citations/index.js';
import type { Place } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';
import { buildDocument, type DocumentParts } from '../document/build-document.js';
import type { Note, OctavoDocument } from '../document/document.js';
import type { DropCaps } from '../document/drop-caps.js';
import { setFormulas } from '../document/formulas.js';
import { openingNotes, parseManuscript, type WrittenNote } from '../markdown/index.js';
import { readImages } from '../publication/index.js';
import type { Publication } from '../publication/publication.js';
import { wordsFor } from '../template/words/index.js';
import { imageSources } from './image-sources.js';
import { readAlone, withoutIbid } from './notes-alone.js';
import type { CitingBy } from './own-reference.js';
import type { Stages } from './stages.js';

export interface StructureRequest {
  publication: Publication;
  /** A style's name or path that wins over the publication's own. */
  style?: string;
  /** Where that style was named; `--style` where nothing is said. */
  stylePlace?: Place;
  /** The style where nobody names one. */
  defaultStyle: string;
  /** Absolute. */
  workingFolder: string;
  report: Report;
  /** Whether an edition is to be made that says that it is accessible. */
  claimsAccessibility?: boolean;
  /** Where the template has initials over several lines. */
  dropCaps?: DropCaps;
}

export interface StructuredPublication {
  document: OctavoDocument;
  citations: PlacedCitations;
  citingBy: CitingBy;
  /** The notes as they are read each alone, where the publication wants them so. */
  notesAlone?: Note[];
}

/**
 * From what was read to the Document: parses, cites, and gathers the images that are named.
 * Undefined where a bibliography could not be read: from there on every key would be unknown.
 */
export async function structurePublication(
  request: StructureRequest,
  stages: Stages,
): Promise<StructuredPublication | undefined> {
  const { publication, workingFolder, report } = request;
  const { manuscript, bodyLine, colophon, expandIbid } = publication;
  const [text, end] = await stages.run('parse', () => [
    withOpeningNotes(parseManuscript(manuscript, bodyLine, report), publication, report),
    colophon && parseManuscript(colophon, 1, report),
  ]);
  // Citing and structuring write into the trees.
  const again = expandIbid ? structuredClone(text) : undefined;

  const cited = await stages.run('cite', () => citeText(text, request));
  if (cited === undefined) return undefined;
  const { citations, citingBy } = cited;
  return stages.run('structure', async () => {
    const sources = imageSources(publication, text, end);
    const images = await readImages(publication, sources, report, { workingFolder });
    const { claimsAccessibility, dropCaps } = request;
    const structure = async (tree: MarkdownRoot, placed: PlacedCitations, told: Report) => {
      const parts = {
        tree,
        end: structuredClone(end),
        placed,
        images,
        claimsAccessibility,
        dropCaps,
      };
      return documentOf(publication, parts, told);
    };
    const document = await structure(text, citations, report);
    tellOfEmptiness(document, publication, report);
    const notesAlone = again && (await citeAlone(again, request, cited, structure));
    return {
      document,
      citations,
      citingBy,
      ...(notesAlone && { notesAlone: readAlone(document.notes, notesAlone) }),
    };
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
  structure: (tree: MarkdownRoot, placed: PlacedCitations, told: Report) => Promise<OctavoDocument>,
): Promise<Note[] | undefined> {
  const style = withoutIbid(citingBy.style);
  if (!style) return undefined;
  // What there is to tell was told the first time.
  const report = new Report();
  const by = { ...citingBy, style };
  const placed = place(text, { publication, bibliography, by, report });
  return (await structure(text, placed, report)).notes;
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

interface Cited {
  bibliography: Bibliography;
  citingBy: CitingBy;
  citations: PlacedCitations;
}

async function citeText(text: MarkdownRoot, request: StructureRequest): Promise<Cited | undefined> {
  const { publication, report } = request;
  const bibliography = readBibliography(publication.citations.bibliography, report);
  if (report.hasErrors) return undefined;
  const { name, place: named, search } = styleOf(request);
  const style = await resolveStyle(name, search, named);
  const locale = await resolveLocale(style, publication.metadata.lang, named, report);
  const citingBy = { style, locale };
  warnOfNumbers(publication, citingBy, named, report);
  const citations = place(text, { publication, bibliography, by: citingBy, report });
  return { bibliography, citingBy, citations };
}

/** Where numbers begin again on each page, a number does not tell which note is meant. */
function warnOfNumbers(
  { citations }: Publication,
  { style }: CitingBy,
  place: Place,
  report: Report,
): void {
  const names = /\bvariable=["'][^"']*\bfirst-reference-note-number/.test(style.xml);
  if (citations.restartNotes !== 'page' || !names) return;
  report.add('citation/note-numbers', place, {
    message: `The style “${style.name}” names notes by their numbers, which on paper begin again on each page`,
    remedy: 'Take another style, or let the numbers run through: `restart-notes: false`',
  });
}

function referencesTitleOf({ citations, metadata }: Publication): string {
  return citations.referenceSectionTitle ?? wordsFor(metadata.lang).references;
}

interface Placing {
  publication: Publication;
  bibliography: Bibliography;
  by: CitingBy;
  report: Report;
}

function place(text: MarkdownRoot, { publication, bibliography, by, report }: Placing) {
  const { citations: settings, manuscript, metadata } = publication;
  const { lang } = metadata;
  return placeCitations(text, {
    bibliography,
    ...by,
    nocite: settings.nocite,
    linkCitations: settings.linkCitations,
    restartNotes: settings.restartNotes === 'chapter',
    lists: {
      suppressed: settings.suppressBibliography,
      sectionLevel: settings.sectionBibliographies,
      title: referencesTitleOf(publication),
      titleIsAsked: settings.referenceSectionTitle !== undefined,
      backReferences: settings.backReferences ? wordsFor(lang).cited : undefined,
    },
    file: manuscript.shown,
    report,
  });
}

interface Parts {
  tree: MarkdownRoot;
  end: MarkdownRoot | undefined;
  placed: PlacedCitations;
  images: DocumentParts['images'];
  claimsAccessibility: boolean | undefined;
  dropCaps: DropCaps | undefined;
}

async function documentOf(
  publication: Publication,
  { tree, end, placed, images, claimsAccessibility, dropCaps }: Parts,
  report: Report,
): Promise<OctavoDocument> {
  const { metadata, manuscript, colophon, toc } = publication;
  const files = { manuscript: manuscript.shown, colophon: colophon?.shown };
  const trees = [{ tree, shown: files.manuscript }];
  if (end) trees.push({ tree: end, shown: files.colophon ?? files.manuscript });
  await setFormulas(trees, report);
  const parts = {
    text: tree,
    colophon: end,
    metadata,
    references: placed.atEnd,
    referencesTitle: referencesTitleOf(publication),
    images,
    toc,
    files,
    claimsAccessibility,
    dropCaps,
  };
  return buildDocument(parts, report);
}

function holdsAnything(body: Root): boolean {
  let found = textOf(body).trim() !== '';
  visit(body, 'element', ({ tagName }) => {
    if (tagName === 'img' || tagName === 'svg') found = true;
  });
  return found;
}

function styleOf(request: StructureRequest): {
  name: string;
  place: Place;
  search: StyleSearch;
} {
  const { publication, style, stylePlace, defaultStyle, workingFolder } = request;
  const { folder, citations, manuscript } = publication;
  // A style named on the command line is that person's own word, and may lie anywhere.
  if (style !== undefined) {
    return {
      name: style,
      place: stylePlace ?? { file: '--style' },
      search: { folder, from: 'command', workingFolder },
    };
  }
  return {
    name: citations.style ?? defaultStyle,
    place: citations.stylePlace ?? { file: manuscript.shown, line: 1, column: 1 },
    search: { folder, from: 'publication' },
  };
}
