import type { BrowserOptions } from '../browser/index.js';
import type { PlacedCitations } from '../citations/index.js';
import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import {
  type EditionName,
  editionNames,
  type Publication,
  type RecordName,
} from '../publication/publication.js';
import { EarlyBrowser } from './early-browser.js';
import { type EditionParts, loadWriters, writeEdition, writeWebFolder } from './editions.js';
import { layOutPages, printing } from './lay-out-pages.js';
import { writeRecords } from './records.js';
import { type StageName, Stages, type StageTime } from './stages.js';

export interface BuildOptions {
  /**
   * Where relative paths start, and what the paths in findings are relative to: absolute. Else the
   * process's.
   */
  workingFolder?: string;
  /** Editions asked for; else those of the publication, else all four. An empty list writes none. */
  editions?: readonly EditionName[];
  /** Records of the metadata asked for; else none. */
  records?: readonly RecordName[];
  /** A citation style's name or path, in place of the publication's own. */
  style?: string;
  /** A template's name or folder, in place of the publication's own. */
  template?: string;
  /** The web edition as a folder, a page for each section of the highest level. */
  split?: boolean;
  browser?: BrowserOptions;
  /** When the editions count as made (SOURCE_DATE_EPOCH). */
  sourceDate?: Date;
  /** Is told each stage as it begins. */
  stageBegan?(stage: StageName): void;
}

export interface BuildResult {
  publication: Publication;
  /** Undefined where errors of the publication ended the build before it. */
  document?: OctavoDocument;
  citations?: PlacedCitations;
  /** Whole editions, in the order of `editionNames`; empty where the publication has errors. */
  editions: Map<EditionName, Uint8Array>;
  /** The web edition where it was to be a folder: files by their paths in it, `index.html` first. */
  webFolder?: Map<string, Uint8Array>;
  /** Records asked for, in the order of `recordNames`; empty where the publication has errors. */
  records: Map<RecordName, Uint8Array>;
  pageCount?: number;
  stages: StageTime[];
}

/** Bytes that the copy comes to at most for each of the manuscript's: citations make it longer. */
const copyRoom = 8;

const pagedEditions: readonly EditionName[] = ['pdf', 'print', 'epub'];

/**
 * Builds a publication: reads it, cites, structures, lays out, and writes each edition asked for,
 * in memory. Findings go to `report`; editions are made only where it holds no error.
 *
 * @throws Failure where work cannot go on.
 */
export async function buildPublication(
  path: string,
  options: BuildOptions,
  report: Report,
): Promise<BuildResult> {
  const { workingFolder = process.cwd() } = options;
  const stages = new Stages(options.stageBegan);
  const browser = new EarlyBrowser(options.browser);
  // Started before anything is read: it takes as long as everything up to the layout.
  if (wantsPages(options.editions ?? editionNames)) await browser.start();
  try {
    const { readPublication, chooseTemplate, structurePublication } = await import('./parts.js');
    const publication = await stages.run('read', () =>
      readPublication(path, report, { workingFolder }),
    );
    // Citing from a bibliography that was not read would find every key unknown.
    const nothing = { editions: new Map(), records: new Map(), stages: stages.times };
    if (report.hasErrors) return { publication, ...nothing };
    const template = await chooseTemplate({
      publication,
      template: options.template,
      workingFolder,
      report,
    });
    const wanted = options.editions ?? publication.editions ?? editionNames;
    const room = wantsPages(wanted)
      ? await browser.composingRoom(template, copyRoom * publication.manuscript.text.length)
      : undefined;
    const structured = await structurePublication(
      {
        publication,
        style: options.style,
        defaultStyle: template.style,
        workingFolder,
        report,
        dropCaps: template.page.dropCaps?.at,
        claimsAccessibility: publication.accessible && wanted.includes('pdf'),
      },
      stages,
    );
    const read = { publication, ...nothing };
    if (structured === undefined) return read;
    const { document, citations, citingBy, notesAlone } = structured;
    const result: BuildResult = { ...read, document, citations };
    const { records: names = [], sourceDate } = options;
    if (names.length > 0) {
      const source = { publication, document, sourceDate, report };
      result.records = await stages.run('metadata', () => writeRecords(names, source));
    }
    if (wanted.length === 0 || report.hasErrors) return result;
    const laidOut = room
      ? await stages.run('lay out', async () => {
          const layOut = printing(template, room);
          const layout = layOutPages({ publication, document, report, layOut });
          loadWriters(wanted);
          return layout;
        })
      : undefined;
    // Nothing but the ebook draws after the pages are printed; ending takes as long as a stage.
    if (!wanted.includes('epub')) void browser.close();
    const parts: EditionParts = {
      document,
      pagedDocument: laidOut?.document ?? document,
      notesAlone,
      citingBy,
      template,
      pages: laidOut?.pages,
      browser,
      report,
      place: { file: publication.manuscript.shown },
      colophonFile: publication.colophon?.shown,
      sourceDate,
      accessible: publication.accessible,
      conformance: publication.screen.conformance,
      press: { wishes: publication.press, place: publication.placeOf('press.imposition') },
    };
    for (const name of editionNames.filter((name) => wanted.includes(name))) {
      if (name === 'html' && options.split) {
        result.webFolder = await stages.run(name, () => writeWebFolder(parts));
        continue;
      }
      result.editions.set(name, await stages.run(name, () => writeEdition(name, parts)));
    }
    if (report.hasErrors) {
      result.editions.clear();
      result.webFolder = undefined;
      result.records.clear();
    }
    return { ...result, pageCount: laidOut?.pages.pageCount };
  } finally {
    await browser.close();
  }
}

function wantsPages(editions: readonly EditionName[]): boolean {
  return editions.some((name) => pagedEditions.includes(name));
}
