const section = /beginbf(char|range)(.*?)endbf/gs;
const single = /<([0-9a-f]+)>\s*<([0-9a-f]*)>/gi;
const range = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]*)>|\[([^\]]*)\])/gi;

const number = (hex: string) => Number.parseInt(hex, 16);

/** UTF-16 in hexadecimal, big end first. */
const wordOf = (hex: string) =>
  String.fromCharCode(...(hex.match(/[0-9a-f]{4}/gi) ?? []).map(number));

/** Codes of the print engine's fonts have two bytes. */
const lastCode = 0xffff;

function* inRange(from: number, to: number, first: string): Generator<[number, string]> {
  const [word, last] = [wordOf(first.slice(0, -4)), number(first.slice(-4))];
  for (let code = from; code <= Math.min(to, lastCode); code += 1) {
    yield [code, word + String.fromCharCode(last + code - from)];
  }
}

/** What a glyph-to-text map has each code stand for (ISO 32000-1, 9.10.3). */
export function* glyphWords(map: string): Generator<[code: number, word: string]> {
  for (const [, kind, lines = ''] of map.matchAll(section)) {
    if (kind === 'char') {
      for (const [, code = '', word = ''] of lines.matchAll(single)) {
        yield [number(code), wordOf(word)];
      }
      continue;
    }
    for (const [, from = '', to = '', first, each] of lines.matchAll(range)) {
      if (first !== undefined) yield* inRange(number(from), number(to), first);
      for (const [index, hex] of (each?.match(/[0-9a-f]+/gi) ?? []).entries()) {
        yield [number(from) + index, wordOf(hex)];
      }
    }
  }
}
