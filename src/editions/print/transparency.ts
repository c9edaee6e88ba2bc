import { PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { dictAt, dictOf, nameAt, nameText, numberAt, pdfName } from '../pdf-file/objects.js';

const opaqueModes = new Set(['Normal', 'Compatible']);

/** Whether a graphics state lets shine through what is below (ISO 32000-1, 11.6.3 and 11.6.5). */
export function blends(state: PDFDict): boolean {
  const mode = state.lookup(pdfName('BM'));
  if (mode instanceof PDFName && !opaqueModes.has(nameText(mode))) return true;
  if (dictAt(state, 'SMask')) return true;
  return ['ca', 'CA'].some((key) => (numberAt(state, key) ?? 1) < 1);
}

/** What a page's resources lead to: its forms, and whether anything lets shine through what is below. */
export interface Transparency {
  isThere: boolean;
  forms: Set<PDFRawStream>;
}

/** Looks for transparency (ISO 32000-1, 11.6) in all that resources lead to. */
export function transparencyOf(resources: PDFDict): Transparency {
  const found: Transparency = { isThere: false, forms: new Set() };
  const seen = new Set<PDFObject>();
  const visit = (dict: PDFDict | undefined): void => {
    if (!dict || seen.has(dict)) return;
    seen.add(dict);
    for (const kind of ['ExtGState', 'XObject', 'Pattern']) {
      const named = dictAt(dict, kind);
      for (const [key] of named?.entries() ?? []) look(named?.lookup(key));
    }
  };
  const look = (object: PDFObject | undefined): void => {
    const dict = dictOf(object);
    if (!dict) return;
    if (object instanceof PDFDict && blends(object)) found.isThere = true;
    if (nameAt(dict, 'Subtype') === 'Image' && dict.has(pdfName('SMask'))) found.isThere = true;
    if (object instanceof PDFRawStream && nameAt(dict, 'Subtype') === 'Form')
      found.forms.add(object);
    const state = dictAt(dict, 'ExtGState');
    if (numberAt(dict, 'PatternType') === 2 && state && blends(state)) found.isThere = true;
    visit(dictAt(dict, 'Resources'));
  };
  visit(resources);
  return found;
}

export interface PreparedPage {
  page: PDFDict;
  resources: PDFDict;
}

/**
 * Pages that blend do so in the inks they print with; of the others, and of forms that only they
 * show, the groups go, which would have a press reckon with transparency that is not there. Gives
 * the pages that blend, from 0.
 */
export function settleTransparency(
  pages: readonly PreparedPage[],
  press: { group(owner: PDFDict, isMask: boolean): void },
): number[] {
  const found = pages.map(({ resources }) => transparencyOf(resources));
  const blending = new Set(found.flatMap(({ isThere, forms }) => (isThere ? [...forms] : [])));
  pages.forEach(({ page }, index) => {
    const { isThere, forms } = found[index] as Transparency;
    if (isThere) {
      const group = { S: 'Transparency', CS: 'DeviceCMYK' };
      if (page.has(pdfName('Group'))) press.group(page, false);
      else page.set(pdfName('Group'), page.context.obj(group));
      return;
    }
    page.delete(pdfName('Group'));
    for (const form of forms) if (!blending.has(form)) form.dict.delete(pdfName('Group'));
  });
  return found.flatMap(({ isThere }, index) => (isThere ? [index] : []));
}
