import { PDFArray, type PDFContext, PDFDict, type PDFName, PDFRef } from 'pdf-lib';
import { noteLabel, type OctavoDocument } from '../../document/document.js';
import { placedReferences } from '../../document/placed-references.js';
import { internalLinkOrigin, type PrintedPages, type Spot } from '../../pages/pages.js';
import { fill, wordsFor } from '../../template/words/index.js';
import { pointOf } from '../pdf-file/boxes.js';
import { arrayAt, dictAt, nameAt, pdfName, rounded, text, textAt } from '../pdf-file/objects.js';

/** A link annotation as the engine printed it. */
export interface PrintedLink {
  dict: PDFDict;
  /** Element id where it leads into the publication, else undefined. */
  target?: string;
  /** Address where it leads out of it. */
  address?: string;
}

function readLink(dict: PDFDict): PrintedLink {
  const action = dictAt(dict, 'A');
  const uri = action && nameAt(action, 'S') === 'URI' ? textAt(action, 'URI') : undefined;
  if (!uri?.startsWith(internalLinkOrigin)) return { dict, address: uri };
  const hash = uri.indexOf('#');
  return { dict, target: hash < 0 ? '' : decode(uri.slice(hash + 1)) };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The link annotations of every page, by reference. */
export function readLinks(pages: readonly PDFDict[]): Map<PDFRef, PrintedLink> {
  const links = new Map<PDFRef, PrintedLink>();
  for (const page of pages) {
    for (const item of arrayAt(page, 'Annots')?.asArray() ?? []) {
      const dict = page.context.lookup(item);
      if (!(item instanceof PDFRef) || !(dict instanceof PDFDict)) continue;
      if (nameAt(dict, 'Subtype') === 'Link') links.set(item, readLink(dict));
    }
  }
  return links;
}

/** Where an id stands on the pages: an id may be named like what every object has (`toString`). */
export function spotOf({ targets }: PrintedPages, id: string): Spot | undefined {
  return Object.hasOwn(targets, id) ? targets[id] : undefined;
}

/** Where a link leads in the file. */
export interface LinkPlace {
  page: PDFRef;
  dict: PDFDict;
  spot: Spot;
}

/** What a link says of itself to somebody who does not see it. */
export type Describe = (link: PrintedLink) => string;

export function describeLinks(document: OctavoDocument, pages: PrintedPages): Describe {
  const words = wordsFor(document.metadata.lang);
  const titles = new Map<string, string>();
  for (const note of document.notes) {
    const label = noteLabel(note);
    titles.set(note.id, fill(words.note, label));
    for (const call of note.callIds) titles.set(call, fill(words.backToText, label));
  }
  for (const { id, title } of pages.outline) if (id) titles.set(id, title);
  for (const { id, text: reference } of [
    ...document.references,
    ...placedReferences(document.body),
  ]) {
    titles.set(id, reference);
  }
  const labels = new Map(pages.starts.map(({ page, label }) => [page, label]));
  return ({ target, address }) => {
    if (target === undefined) return address ?? '';
    const title = titles.get(target);
    if (title) return title;
    const note = /^note-(\d+)$/.exec(target)?.[1];
    if (note) return fill(words.note, note);
    const call = /^call-(\d+)/.exec(target)?.[1];
    if (call) return fill(words.backToText, call);
    const page = spotOf(pages, target)?.page ?? 0;
    return fill(words.page, labels.get(page) || String(page + 1));
  };
}

/** What a destination is made of: its page first (ISO 32000-1, 12.3.2.2). */
export type Destination = readonly (PDFRef | PDFName | number | null)[];

/** Goes to a place, and to the structure element that stands there. */
export function goTo(
  context: PDFContext,
  place: Destination,
  element: PDFRef | undefined,
): PDFDict {
  const action = context.obj({ S: 'GoTo', D: [...place] });
  // Structure destinations (ISO 32000-2, 12.3.2.3); readers of PDF 1.7 pass over them.
  if (element) action.set(pdfName('SD'), context.obj([element, ...place.slice(1)]));
  return action;
}

/**
 * Turns a printed link into a finished annotation: described, and leading to a place of the file
 * (and to the structure element there) where it was internal.
 */
export function finishLink(
  link: PrintedLink,
  description: string,
  place: LinkPlace | undefined,
  element: PDFRef | undefined,
): void {
  const { dict } = link;
  const { context } = dict;
  dict.set(pdfName('Contents'), text(description));
  dict.set(pdfName('F'), context.obj(4));
  if (!place) return;
  const [, top] = pointOf(place.dict, place.spot);
  const where = [place.page, pdfName('XYZ'), null, rounded(top), null];
  dict.set(pdfName('A'), goTo(context, where, element));
}

/** Leaves a page only the annotations that stand in the structure. */
export function keepAnnotations(page: PDFDict, kept: ReadonlySet<PDFRef>): void {
  const annotations = arrayAt(page, 'Annots');
  if (!annotations) return;
  const rest = PDFArray.withContext(page.context);
  for (const item of annotations.asArray()) {
    if (item instanceof PDFRef && kept.has(item)) rest.push(item);
  }
  if (rest.size()) page.set(pdfName('Annots'), rest);
  else page.delete(pdfName('Annots'));
}
