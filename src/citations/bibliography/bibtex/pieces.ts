/** A piece of a BibTeX file that starts with `@`. */
export interface BibtexPiece {
  kind: 'entry' | 'string' | 'preamble' | 'comment';
  /** In lower case: `article`. */
  type: string;
  /** As written; empty where none is. */
  key: string;
  text: string;
  /** UTF-16 offset of the `@`. */
  offset: number;
  /** The closing brace is missing. */
  unclosed: boolean;
}

export interface BibtexFile {
  pieces: BibtexPiece[];
  /** Offsets of braces that stand outside every entry: a sign that an entry was closed too early. */
  strayBraces: number[];
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/y;
/** A line that can only be the start of an entry, even where a brace is still open. */
const entryStart = /^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s,={}"]+\s*,/;

/**
 * Cuts a BibTeX file into its entries, so that one broken entry loses itself alone. Braces are
 * counted as BibTeX counts them: a backslash before one changes nothing. Lines that start with `%`
 * are comments, as Biber has it.
 */
export function bibtexPieces(text: string): BibtexFile {
  const pieces: BibtexPiece[] = [];
  const strayBraces: number[] = [];
  let index = 0;
  while (index < text.length) {
    opening.lastIndex = index;
    const match = text[index] === '@' ? opening.exec(text) : null;
    if (text[index] === '%' && startsLine(text, index)) {
      index = lineEnd(text, index);
      continue;
    }
    if (!match) {
      if (text[index] === '}') strayBraces.push(index);
      index += 1;
      continue;
    }
    const { end, unclosed } = endOf(text, opening.lastIndex, match[2] === '(' ? ')' : '}');
    pieces.push(pieceOf(text, index, end, match[1] ?? '', unclosed));
    index = end;
  }
  return { pieces, strayBraces };
}

function startsLine(text: string, index: number): boolean {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  return text.slice(lineStart, index).trim() === '';
}

function lineEnd(text: string, index: number): number {
  const end = text.indexOf('\n', index);
  return end < 0 ? text.length : end;
}

function endOf(text: string, from: number, closing: string): { end: number; unclosed: boolean } {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index];
    if (depth === 0 && character === closing) return { end: index + 1, unclosed: false };
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '\n' && startsEntry(text, index + 1)) {
      return { end: index + 1, unclosed: true };
    }
  }
  return { end: text.length, unclosed: true };
}

function startsEntry(text: string, lineStart: number): boolean {
  return (
    /[@ \t]/.test(text[lineStart] ?? '') && entryStart.test(text.slice(lineStart, lineStart + 200))
  );
}

function pieceOf(
  text: string,
  offset: number,
  end: number,
  name: string,
  unclosed: boolean,
): BibtexPiece {
  const type = name.toLowerCase();
  const kind = type === 'string' || type === 'preamble' || type === 'comment' ? type : 'entry';
  const piece = text.slice(offset, end);
  const key = kind === 'entry' ? (/[{(]\s*([^\s,]*)\s*,/.exec(piece)?.[1] ?? '') : '';
  return { kind, type, key, text: piece, offset, unclosed };
}
