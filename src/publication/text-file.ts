import { LineIndex } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { controlCharacters, withoutControls } from './control-characters.js';
import { decodeUtf8 } from './decode.js';

/**
 * The text of a file, offsets as in the file: control characters become spaces. Undefined, with an
 * error at the first fault, where the file is no UTF-8 text.
 */
export function readableText(bytes: Uint8Array, shown: string, report: Report): string | undefined {
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) {
    const { line, column, byte, encoding } = decoded;
    const hex = byte.toString(16).toUpperCase().padStart(2, '0');
    report.add(
      'publication/encoding',
      { file: shown, line, column },
      encoding
        ? { message: `The file is ${encoding}, not UTF-8`, remedy: 'Save it as UTF-8' }
        : {
            message: `The byte ${hex} here is not UTF-8`,
            remedy: `Save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8`,
          },
    );
    return undefined;
  }
  return checkedText(decoded.text, shown, report);
}

function checkedText(text: string, shown: string, report: Report): string | undefined {
  const lines = new LineIndex(text);
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    report.add(
      'publication/encoding',
      { file: shown, ...lines.position(nul) },
      {
        message: 'The file holds a null character: it is no text file, or a damaged one',
        remedy: 'Save it as plain text in UTF-8',
      },
    );
    return undefined;
  }
  const found = [...text.matchAll(controlCharacters)];
  const [first] = found;
  if (first === undefined) return text;
  const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const more = found.length > 1 ? `, the first of ${found.length} in the file,` : '';
  report.add(
    'publication/control-character',
    { file: shown, ...lines.position(first.index) },
    {
      message: `The control character U+${code} here${more} has no meaning in text and became a space`,
      remedy: 'Delete it',
    },
  );
  return withoutControls(text, ' ');
}
