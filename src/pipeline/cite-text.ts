import type { Root as MarkdownRoot } from 'mdast';
import {
  type Bibliography,
  type PlacedCitations,
  type Placing,
  placeCitations,
  placeForList,
  readBibliography,
  resolveLocale,
  resolveStyle,
  type StyleSearch,
} from '../citations/index.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { placeOf as placeOfNode } from '../markdown/places.js';
import type { Publication } from '../publication/publication.js';
import { wordsFor } from '../template/words/index.js';
import type { KeptSession } from './kept-session.js';
import type { CitingBy } from './own-reference.js';
import type { StructureRequest } from './structure-request.js';

export interface Cited {
  bibliography: Bibliography;
  citingBy: CitingBy;
  citations: PlacedCitations;
}

/**
 * Cites in place. Undefined where a bibliography could not be read.
 * @param kept Where parts of the text will be placed again: what prints its citations.
 */
export async function citeText(
  text: MarkdownRoot,
  request: StructureRequest,
  kept?: KeptSession,
): Promise<Cited | undefined> {
  const { publication, report } = request;
  const bibliography = readBibliography(publication.citations.bibliography, report);
  if (report.hasErrors) return undefined;
  const citingBy = await resolveCiting(request, report);
  if (!citingBy.style.hasBibliography) reportListsAsked(text, citingBy.style.name, request);
  const citing = citingOf(publication, bibliography, citingBy, kept);
  const citations = placeCitations(text, { ...citing, keepsStops: kept !== undefined, report });
  return { bibliography, citingBy, citations };
}

/** The style that is asked for, and its terms. */
export async function resolveCiting(request: StructureRequest, report: Report): Promise<CitingBy> {
  const { publication } = request;
  const { name, place: named, search } = styleOf(request);
  const style = await resolveStyle(name, search, named);
  const locale = await resolveLocale(style, publication.metadata.lang, named, report);
  warnOfNumbers(publication, { style, locale }, named, report);
  return { style, locale };
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

/** What asks for lists of works is told of where the style prints none. */
function reportListsAsked(
  text: MarkdownRoot,
  style: string,
  { publication: { citations, manuscript, placeOf }, report }: StructureRequest,
): void {
  if (citations.suppressBibliography) return;
  const tell = (what: string, place: Place) =>
    report.add('citation/no-list', place, {
      message: `The style “${style}” prints no list of works: ${what} changes nothing`,
      remedy: 'Take a style that prints one, or leave it as it is for when you do',
    });
  if (citations.sectionBibliographies !== undefined)
    tell('`section-bibliographies`', placeOf('section-bibliographies'));
  if (citations.backReferences) tell('`back-references`', placeOf('back-references'));
  if (citations.referenceSectionTitle !== undefined)
    tell('`reference-section-title`', placeOf('reference-section-title'));
  const container = placeForList(text.children);
  if (container) tell('`{#refs}`', placeOfNode(container, manuscript.shown));
}

export function referencesTitleOf({ citations, metadata }: Publication): string {
  return citations.referenceSectionTitle ?? wordsFor(metadata.lang).references;
}

/** How a publication wants its citations placed. */
export function citingOf(
  publication: Publication,
  bibliography: Bibliography,
  by: CitingBy,
  kept?: KeptSession,
): Omit<Placing, 'report'> {
  const { citations: settings, manuscript, metadata } = publication;
  const { cited, signs } = wordsFor(metadata.lang);
  const citing = {
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
      backReferences: settings.backReferences ? { ...cited, ...signs } : undefined,
    },
    file: manuscript.shown,
  };
  return kept ? { ...citing, session: () => kept.of(publication, citing) } : citing;
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
