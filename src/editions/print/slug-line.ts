import { type PDFContext, PDFDict, type PDFRef } from 'pdf-lib';
import { type PageBoxes, pointsPerMillimetre } from '../pdf-file/boxes.js';
import { FontWidths, type Widths } from '../pdf-file/font-widths.js';
import { glyphWords } from '../pdf-file/glyph-words.js';
import { dictAt, nameAt, pdfName, rounded, streamAt } from '../pdf-file/objects.js';
import { decodeStream } from '../pdf-file/streams.js';

/** Size of the letters; where they stand over the bleed, and how far from the corners. */
const size = 6;
const lift = 2.5 * pointsPerMillimetre;
const corner = 5 * pointsPerMillimetre;
/** Space between the parts of the line, and between words: parts of the size. */
const [between, word] = [2, 0.25];

interface LineFont {
  reference: PDFRef;
  codes: ReadonlyMap<string, number>;
  widths: Widths;
}

/** The code of each character that a font can show, by its glyph-to-text map. */
export function codesIn(cmap: string): Map<string, number> {
  const codes = new Map<string, number>();
  for (const [code, text] of glyphWords(cmap)) if (!codes.has(text)) codes.set(text, code);
  return codes;
}

function lineFonts(context: PDFContext): LineFont[] {
  const widths = new FontWidths();
  return context.enumerateIndirectObjects().flatMap(([reference, object]): LineFont[] => {
    if (!(object instanceof PDFDict) || nameAt(object, 'Subtype') !== 'Type0') return [];
    const map = streamAt(object, 'ToUnicode');
    const known = widths.ofFont(object);
    if (!map || !known) return [];
    const codes = codesIn(Buffer.from(decodeStream(map)).toString('latin1'));
    return [{ reference, codes, widths: known }];
  });
}

/**
 * The line over a page that tells whoever finds the sheet what it belongs to. It is set with the
 * fonts that the pages embed, and leaves out characters that none of them has.
 */
export class SlugLine {
  private readonly fonts: LineFont[];

  constructor(context: PDFContext) {
    this.fonts = lineFonts(context);
  }

  /** Puts the fonts among a page's resources; gives the content to add after the page's own. */
  show(resources: PDFDict, { trim, bleed }: PageBoxes, parts: readonly string[]): string {
    const [left, , right] = trim;
    const end = right - corner;
    let x = left + corner;
    const shown: string[] = [];
    for (const part of parts) {
      for (const piece of part.split(/\s+/)) {
        for (const character of piece) {
          const font = this.fontFor(piece, character);
          const code = font?.codes.get(character);
          if (!font || code === undefined) continue;
          const advance = (font.widths.of(code) / 1000) * size;
          if (x + advance > end) return this.text(shown);
          const hex = code.toString(16).toUpperCase().padStart(4, '0');
          shown.push(
            `/${this.name(resources, font)} ${size} Tf 1 0 0 1 ${rounded(x)} ${rounded(bleed[3] + lift)} Tm <${hex}> Tj\n`,
          );
          x += advance;
        }
        x += word * size;
      }
      x += between * size;
    }
    return this.text(shown);
  }

  private text(shown: readonly string[]): string {
    return shown.length > 0 ? `q 0 0 0 1 k BT\n${shown.join('')}ET Q\n` : '';
  }

  /** A font that has the whole word, else one that has the character. */
  private fontFor(word: string, character: string): LineFont | undefined {
    const whole = this.fonts.find(({ codes }) => [...word].every((each) => codes.has(each)));
    return whole ?? this.fonts.find(({ codes }) => codes.has(character));
  }

  private name(resources: PDFDict, font: LineFont): string {
    const name = `Slug${this.fonts.indexOf(font) + 1}`;
    let fonts = dictAt(resources, 'Font');
    if (!fonts) {
      fonts = resources.context.obj({});
      resources.set(pdfName('Font'), fonts);
    }
    fonts.set(pdfName(name), font.reference);
    return name;
  }
}
