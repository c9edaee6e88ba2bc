import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import {
  type PlacedCitations,
  placeCitations,
  readBibliography,
  resolveLocale,
  resolveStyle,
  type StyleSearch,
} from '../citations/index.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { buildDocument } from '../document/build-document.js';
import type { OctavoDocument } from '../document/document.js';
import { parseManuscript } from '../markdown/index.js';
import { readImages } from '../publication/index.js';
import type { Publication } from '../publication/publication.js';
import { wordsFor } from '../template/words/index.js';
import { imageSources } from './image-sources.js';
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
}

export interface StructuredPublication {
  document: OctavoDocument;
  citations: PlacedCitations;
  citingBy: CitingBy;
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
  const { manuscript, bodyLine, metadata, colophon } = publication;
  const [text, end] = await stages.run('parse', () => [
    parseManuscript(manuscript, bodyLine, report),
    colophon && parseManuscript(colophon, 1, report),
  ]);

  const cited = await stages.run('cite', async () => {
    const { citations: settings } = publication;
    const bibliography = readBibliography(settings.bibliography, report);
    if (report.hasErrors) return undefined;
    const { name, place, search } = styleOf(request);
    const style = await resolveStyle(name, search, place);
    const locale = await resolveLocale(style, metadata.lang, place, report);
    const citations = placeCitations(text, {
      bibliography,
      style,
      locale,
      nocite: settings.nocite,
      linkCitations: settings.linkCitations,
      file: manuscript.shown,
      report,
    });
    return { citations, citingBy: { style, locale } };
  });

  if (cited === undefined) return undefined;
  const { citations, citingBy } = cited;

  const document = await stages.run('structure', async () =>
    buildDocument(
      {
        text,
        colophon: end,
        metadata,
        references: publication.citations.suppressBibliography ? [] : citations.references,
        referencesTitle:
          publication.citations.referenceSectionTitle ?? wordsFor(metadata.lang).references,
        images: await readImages(publication, imageSources(publication, text, end), report, {
          workingFolder,
        }),
        toc: publication.toc,
        files: { manuscript: manuscript.shown, colophon: colophon?.shown },
      },
      report,
    ),
  );
  if (!holdsAnything(document.body)) {
    report.add(
      'publication/empty',
      { file: manuscript.shown, line: bodyLine, column: 1 },
      {
        message: 'The manuscript holds no text, only what is not printed',
        remedy: 'Write the text below the front matter',
      },
    );
  }
  return { document, citations, citingBy };
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
