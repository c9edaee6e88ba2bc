import type { PDFContext } from 'pdf-lib';
import { fontsOf } from './fonts.js';
import { streamAt } from './objects.js';
import { decodeStream } from './streams.js';

const section = /beginbf(char|range)(.*?)endbf/gs;
const singles = /<[0-9a-f]+>\s*<([0-9a-f]+)>/gi;
const ranges = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi;

/** UTF-16 in hexadecimal, big end first. */
const wordOf = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** Words that a glyph-to-text map has its glyphs stand for (ISO 32000-1, 9.10.3). */
function* wordsOf(map: string): Generator<string> {
  for (const [, kind, lines = ''] of map.matchAll(section)) {
    if (kind === 'char') {
      for (const [, hex = ''] of lines.matchAll(singles)) yield wordOf(hex);
      continue;
    }
    for (const [, from = '', to = '', first, each] of lines.matchAll(ranges)) {
      for (const hex of each?.match(/[0-9a-f]+/gi) ?? []) yield wordOf(hex);
      if (first === undefined) continue;
      const [word, last] = [wordOf(first.slice(0, -4)), Number.parseInt(first.slice(-4), 16)];
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1;
      for (let index = 0; index < count; index += 1) yield word + String.fromCharCode(last + index);
    }
  }
}

/** Characters that the fonts of a file have glyphs for, in Unicode's decomposed form (NFKD). */
export function shownCharacters(context: PDFContext): Set<string> {
  const shown = new Set<string>();
  for (const font of [...fontsOf(context, 'Type0'), ...fontsOf(context, 'Type3')]) {
    const stream = streamAt(font, 'ToUnicode');
    if (!stream) continue;
    for (const word of wordsOf(Buffer.from(decodeStream(stream)).toString('latin1'))) {
      for (const character of word.normalize('NFKD')) shown.add(character);
    }
  }
  return shown;
}
