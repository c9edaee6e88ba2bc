import type { PDFContext } from 'pdf-lib';
import { fontsOf } from './fonts.js';
import { glyphWords } from './glyph-words.js';
import { streamAt } from './objects.js';
import { decodeStream } from './streams.js';

/** Characters that the fonts of a file have glyphs for, in Unicode's decomposed form (NFKD). */
export function shownCharacters(context: PDFContext): Set<string> {
  const shown = new Set<string>();
  for (const font of [...fontsOf(context, 'Type0'), ...fontsOf(context, 'Type3')]) {
    const stream = streamAt(font, 'ToUnicode');
    if (!stream) continue;
    for (const [, word] of glyphWords(Buffer.from(decodeStream(stream)).toString('latin1'))) {
      for (const character of word.normalize('NFKD')) shown.add(character);
    }
  }
  return shown;
}
