import type { PDFContext } from 'pdf-lib';
import { fontsOf } from '../pdf-file/fonts.js';
import { streamAt } from '../pdf-file/objects.js';
import { decodeStream, replaceStream } from '../pdf-file/streams.js';

const ligatures: Record<string, string> = {
  // Parts of a brace or a bar that grows: of no character, for the engine (PDF/UA forbids U+0000).
  '\0': ' ',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/**
 * Characters that fonts draw with one glyph, the usual one first. From the glyph alone the print
 * engine cannot know which was meant, and may name another than the manuscript has.
 */
const lookalikes = [
  '-\u00ad\u2010\u2011',
  ' \u00a0',
  '\u2019\u02bc',
  '\u2018\u02bb',
  '\u00b5\u03bc',
  '\u03a9\u2126',
  '\u0394\u2206',
  '\u00b7\u2219\u0387',
  '\u00af\u02c9',
  '\u2044\u2215',
  '\u00d0\u0110\u0189',
];
const groupOf = new Map(lookalikes.flatMap((group) => [...group].map((each) => [each, group])));

/** What a character of a glyph-to-text map should read, in a publication of these characters. */
export function intended(character: string, written: ReadonlySet<string>): string {
  const ligature = ligatures[character];
  if (ligature) return written.has(character) ? character : ligature;
  const group = groupOf.get(character);
  if (!group || (written.has(character) && character !== '\u00ad')) return character;
  return [...group].find((each) => written.has(each)) ?? (group[0] as string);
}

const utf16 = (word: string) =>
  Array.from({ length: word.length }, (_, index) =>
    word.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  ).join('');

/**
 * Mends a glyph-to-text map (ISO 32000-1, 9.10.3): ligatures read as their letters, and glyphs
 * that several characters share as the one that the publication uses.
 */
export function mendGlyphText(cmap: string, written: ReadonlySet<string>): string {
  const single = /^(<[0-9a-f]+>\s*)<([0-9a-f]{4})>\s*$/gim;
  const range = /^<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]{4})>\s*$/gim;
  const read = (code: number) => intended(String.fromCharCode(code), written);
  return cmap
    .replace(single, (line, glyph, code) => {
      const word = utf16(read(Number.parseInt(code, 16)));
      return word === code.toUpperCase() ? line : `${glyph}<${word}>`;
    })
    .replace(range, (line, from, to, code) => {
      const start = Number.parseInt(code, 16);
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1;
      const codes = Array.from({ length: count }, (_, index) => start + index);
      if (codes.every((each) => read(each) === String.fromCharCode(each))) return line;
      const words = codes.map((each) => `<${utf16(read(each))}>`);
      return `<${from}> <${to}> [${words.join(' ')}]`;
    });
}

/** Makes copied, searched and spoken text read as the publication is written. */
export function mendFonts(context: PDFContext, written: ReadonlySet<string>): void {
  for (const font of fontsOf(context, 'Type0')) {
    const stream = streamAt(font, 'ToUnicode');
    if (!stream) continue;
    const cmap = Buffer.from(decodeStream(stream)).toString('latin1');
    const mended = mendGlyphText(cmap, written);
    if (mended !== cmap) replaceStream(stream, Buffer.from(mended, 'latin1'));
  }
}
