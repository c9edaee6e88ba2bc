import { type PDFContext, PDFRawStream } from 'pdf-lib';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { OctavoDocument } from '../../document/document.js';
import { soughtCharacters } from '../../document/sought-characters.js';
import { readContent } from './content.js';
import { nameAt } from './objects.js';
import { textShowing } from './operators.js';
import type { PdfEditionOptions } from './options.js';
import { shownCharacters } from './shown-characters.js';
import { decodeStream } from './streams.js';

/** A string of two-byte codes as the print engine writes it, one of them nought. */
export const emptyGlyph: RegExp = /<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/i;

function showsEmptyGlyph(content: Uint8Array): boolean {
  let found = false;
  readContent(content, ({ operator, operands }) => {
    if (!found && textShowing.has(operator)) found = emptyGlyph.test(operands.source(0));
  });
  return found;
}

/**
 * Whether a form shows the box that a font has for characters it lacks: glyph 0, which none of the
 * standards allows (ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8).
 */
export function hasEmptyGlyphInForms(context: PDFContext): boolean {
  return context
    .enumerateIndirectObjects()
    .some(
      ([, object]) =>
        object instanceof PDFRawStream &&
        nameAt(object.dict, 'Subtype') === 'Form' &&
        showsEmptyGlyph(decodeStream(object)),
    );
}

/** Shown as nothing, or as a space, by any font. */
const invisible = /[\p{DI}\p{White_Space}\p{Cc}]/u;

/** Such boxes by the characters that they stand for, and where the first of them is written. */
export interface EmptyGlyphs {
  what: string;
  remedy: string;
  place: Place;
}

export function describeEmptyGlyphs(
  context: PDFContext,
  document: OctavoDocument,
  { place, colophonFile }: PdfEditionOptions,
): EmptyGlyphs {
  const shown = shownCharacters(context);
  const isShown = (character: string) =>
    invisible.test(character) || [...character.normalize('NFKD')].every((each) => shown.has(each));
  const files = { manuscript: place.file, colophon: colophonFile };
  const found = soughtCharacters(document, files, (character) => !isShown(character));
  const some = few([...found.characters]);
  return {
    what: `The pages show boxes in place of ${some ? `${some}, which` : 'characters that'} no font has`,
    remedy: 'Use other characters, or a template with fonts that have them',
    place: found.place ?? place,
  };
}

/** Tells of them, and of the claim that the file cannot make for them. */
export function reportEmptyGlyphs(
  rule: 'pdf/empty-glyph' | 'print/empty-glyph',
  { what, remedy, place }: EmptyGlyphs,
  report: Report,
): void {
  const claim = rule === 'pdf/empty-glyph' ? 'accessible, nor PDF/A' : 'PDF/X-4';
  report.add(rule, place, {
    message: `${what}, so the PDF does not say that it is ${claim}`,
    remedy,
  });
}

/** The first few characters of a list. */
function few(characters: readonly string[]): string {
  const more = characters.length - 12;
  return characters.slice(0, 12).join(' ') + (more > 0 ? ` and ${more} more` : '');
}
