import { type PDFDict, PDFRawStream, PDFRef } from 'pdf-lib';
import type { OctavoDocument } from '../../document/document.js';
import type { PrintedPages } from '../../pages/pages.js';
import { type PdfFile, resourcesOf, type Sheet } from '../pdf-file/file.js';
import { dictAt, pdfName } from '../pdf-file/objects.js';
import type { PdfEditionOptions } from '../pdf-file/options.js';
import type { PageContents } from '../pdf-file/page-contents.js';
import { decodeStream, replaceStream, setPageContent } from '../pdf-file/streams.js';
import type { TextSequence } from '../pdf-file/text-sequences.js';
import { figureContent, setFigureBoxes } from './figure-boxes.js';
import { attachFormulas } from './formula-files.js';
import { liftTags } from './lift-tags.js';
import {
  describeLinks,
  finishLink,
  keepAnnotations,
  type LinkPlace,
  type PrintedLink,
  readLinks,
  spotOf,
} from './links.js';
import type { PageSurvey } from './painted-page.js';
import { applyMarks, type TakenOut } from './structure/apply-marks.js';
import { type ElementAt, elementsOf, referenceTo } from './structure/destinations.js';
import { settleStructure } from './structure/index.js';
import { addReferences } from './structure/pdf-2.js';
import { prune } from './structure/prune.js';
import { readTags } from './structure/read-tags.js';
import { eachTag, leavesOf, type Tag } from './structure/tags.js';
import { writeTags } from './structure/write-tags.js';
import { surveyPage } from './survey.js';
import { type Fate, paginationArtifact, tagContent, untagContent } from './tag-content.js';

export interface TaggedPages {
  structure: Tag;
  elementAt: ElementAt;
  /** Whether files with the formulas' MathML go with it. */
  hasFormulaFiles: boolean;
}

/** By page, then by MCID. */
type ByContent<T> = Map<number, T>[];

function fates(document: Tag, takenOut: readonly TakenOut[], pageCount: number): ByContent<Fate> {
  const fates: ByContent<Fate> = Array.from({ length: pageCount }, () => new Map());
  for (const { tag, subtype } of takenOut) {
    const fate = { artifact: paginationArtifact(subtype) };
    for (const leaf of leavesOf(tag)) {
      if (leaf.kind === 'content') fates[leaf.page]?.set(leaf.mcid, fate);
    }
  }
  eachTag(document, (tag) => {
    const fate = { role: tag.role };
    for (const kid of tag.kids) {
      if (kid.kind === 'content') fates[kid.page]?.set(kid.mcid, fate);
    }
  });
  return fates;
}

/** Rewrites a page's content, and that of each form on it that holds marked content. */
async function tagSheet(
  page: PDFDict,
  content: { bytes: Uint8Array; texts: readonly TextSequence[] },
  survey: PageSurvey,
  lifted: ReadonlyMap<PDFRef, number>,
  fateOf: (mcid: number) => Fate | undefined,
): Promise<void> {
  const tagsIn = (resources: PDFDict | undefined) => (name: string) => {
    const form = resources && dictAt(resources, 'XObject')?.get(pdfName(name));
    if (!(form instanceof PDFRef) || !survey.taggedForms.has(form)) return 'none';
    const mcid = lifted.get(form);
    return mcid === undefined ? 'inside' : { mcid };
  };
  const shown = tagsIn(resourcesOf(page));
  await setPageContent(page, tagContent(content.bytes, fateOf, shown, content.texts));
  for (const reference of survey.taggedForms) {
    const form = page.context.lookup(reference);
    if (!(form instanceof PDFRawStream)) continue;
    const content = decodeStream(form);
    const shows = tagsIn(dictAt(form.dict, 'Resources'));
    const isLifted = lifted.has(reference);
    replaceStream(form, isLifted ? untagContent(content) : tagContent(content, fateOf, shows));
  }
}

type Links = Map<PDFRef, PrintedLink>;

/** Where a link's target stands in the file; undefined where it is on none of its pages. */
type PlaceOf = (target: string | undefined) => LinkPlace | undefined;

function placesOn(sheets: readonly Sheet[], pages: PrintedPages): PlaceOf {
  return (target) => {
    const spot = target === undefined ? undefined : spotOf(pages, target);
    const sheet = spot && sheets[spot.page];
    return spot && sheet && { page: sheet.reference, dict: sheet.dict, spot };
  };
}

/** Takes out the links that lead to no place of the file, and tells of each. */
function dropDeadLinks(links: Links, placeOf: PlaceOf, { report, place }: PdfEditionOptions): void {
  for (const [reference, { target }] of links) {
    if (target === undefined || placeOf(target)) continue;
    links.delete(reference);
    report.add('pdf/dead-link', place, {
      message: `A link leads to “${target}”, which is nowhere on the pages`,
      remedy: 'Mend the link in the template, or give the place it means that id',
    });
  }
}

const annotationOf = ({ kids }: Tag) => kids.find((kid) => kid.kind === 'annotation');

function targetOf(link: Tag, links: Links): string | undefined {
  const annotation = annotationOf(link);
  return annotation && links.get(annotation.reference)?.target;
}

/** Brings the structure to what the standards ask for; a link without annotation is text. */
function settle(
  structure: Tag,
  surveys: readonly PageSurvey[],
  links: Links,
  { metadata }: OctavoDocument,
  isPdf2: boolean,
): void {
  prune(
    structure,
    ({ page, mcid }) => surveys[page]?.painted.get(mcid),
    (reference) => links.has(reference),
  );
  settleStructure(structure, {
    lang: metadata.lang,
    targetOf: (link) => targetOf(link, links),
    isPdf2,
  });
  eachTag(structure, (tag) => {
    if (tag.role === 'Link' && !annotationOf(tag)) tag.role = 'Span';
  });
  setFigureBoxes(structure, surveys);
}

function annotationsIn(structure: Tag): Set<PDFRef> {
  const references = new Set<PDFRef>();
  for (const leaf of leavesOf(structure)) {
    if (leaf.kind === 'annotation') references.add(leaf.reference);
  }
  return references;
}

/**
 * Rewrites structure, marked content and links of the printed pages together, since each refers
 * to the others. Links are finished here; links that stand in no structure are taken away.
 */
export async function tagPages(
  file: PdfFile,
  { contents, texts }: PageContents,
  pages: PrintedPages,
  document: OctavoDocument,
  options: PdfEditionOptions,
  isPdf2: boolean,
): Promise<TaggedPages> {
  const { sheets } = file;
  const dicts = sheets.map(({ dict }) => dict);
  const structure = readTags(file.structures);
  const takenOut = applyMarks(structure, pages.marks);
  const wanted = figureContent(structure, sheets.length);
  const surveys = dicts.map((dict, page) =>
    surveyPage(
      dict,
      contents[page] as Uint8Array,
      texts[page] ?? [],
      (mcid) => wanted[page]?.has(mcid) ?? false,
    ),
  );
  const links = readLinks(dicts);
  const placeOf = placesOn(sheets, pages);
  dropDeadLinks(links, placeOf, options);
  settle(structure, surveys, links, document, isPdf2);
  const elementAt = elementsOf(structure, (target) =>
    // In PDF 2.0 every link must lead to an element (ISO 14289-2, 8.8).
    isPdf2 ? spotOf(pages, target)?.page : undefined,
  );
  if (isPdf2) {
    addReferences(structure, (link) => {
      const target = targetOf(link, links);
      return target === undefined ? undefined : elementAt(target);
    });
  }
  const hasFormulaFiles = isPdf2 && attachFormulas(file, structure, document);

  const lifted = liftTags(structure, surveys);
  const decided = fates(structure, takenOut, sheets.length);
  const kept = annotationsIn(structure);
  for (const [page, dict] of dicts.entries()) {
    const fateOf = (mcid: number) => decided[page]?.get(mcid);
    await tagSheet(
      dict,
      { bytes: contents[page] as Uint8Array, texts: texts[page] ?? [] },
      surveys[page] as PageSurvey,
      lifted[page] ?? new Map(),
      fateOf,
    );
    keepAnnotations(dict, kept);
  }

  writeTags(file, structure, isPdf2);
  const describe = describeLinks(document, pages);
  for (const reference of kept) {
    const link = links.get(reference);
    if (!link) continue;
    const element = link.target === undefined ? undefined : elementAt(link.target);
    finishLink(link, describe(link), placeOf(link.target), referenceTo(element));
  }
  return { structure, elementAt, hasFormulaFiles };
}
