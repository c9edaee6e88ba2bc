const opening = /^([ >]*)(:{3,})verse(?![\p{L}\p{N}_.-])/u;
const fence = /^[ >]*(`{3,}|~{3,}|:{3,})/;
const lineEnding = /(\r\n|\r|\n)/;

const noBreakSpace = '\u00A0';
/** A tab is one character, so that columns stay those of the file. */
const emSpace = '\u2003';

/** Verse that is open: the signs of quotations and the indent that it stands in are not its own. */
interface Verse {
  before: number;
  colons: number;
}

/**
 * A manuscript whose lines of verse begin with no-break spaces where they are indented: as white
 * space, Markdown would leave their indents out, or take four spaces for code. Every character
 * stays in its place.
 */
export function keepVerseIndents(source: string): string {
  if (!/^[ >]*:{3,}verse/m.test(source)) return source;
  let verse: Verse | undefined;
  let code: string | undefined;
  const written = source.split(lineEnding).map((line, index) => {
    if (index % 2 === 1) return line;
    const sign = fence.exec(line)?.[1];
    if (code !== undefined) {
      if (sign?.startsWith(code)) code = undefined;
      return line;
    }
    if (sign && !sign.startsWith(':')) {
      code = sign;
      return line;
    }
    if (verse && sign && sign.length >= verse.colons && line.trimEnd().endsWith(sign)) {
      verse = undefined;
      return line;
    }
    if (!verse) {
      const [, before = '', colons = ''] = opening.exec(line) ?? [];
      if (colons !== '') verse = { before: before.length, colons: colons.length };
      return line;
    }
    return sign ? line : withKeptIndent(line, verse.before);
  });
  return written.join('');
}

function withKeptIndent(line: string, before: number): string {
  const signs = /^[ >]*/.exec(line.slice(0, before))?.[0] ?? '';
  const own = line.slice(signs.length);
  return signs + own.replace(/^[ \t]+(?=\S)/, keptSpaces);
}

const keptSpaces = (indent: string) =>
  indent.replaceAll(' ', noBreakSpace).replaceAll('\t', emSpace);
