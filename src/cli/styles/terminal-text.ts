import { printable } from '../../diagnostics/printable.js';
import type { Mark, Run } from './runs.js';

/** SGR parameters (ECMA-48, 8.3.117) that set and unset what a terminal can show of a mark. */
const sgr: Partial<Record<Mark, readonly [set: string, reset: string]>> = {
  em: ['3', '23'],
  strong: ['1', '22'],
  u: ['4', '24'],
};

const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '(': '⁽',
  ')': '⁾',
  '-': '⁻',
  '–': '⁻',
};

/** `12` as `¹²`; what has no raised form stays as it is. */
export function superscript(text: string): string {
  return [...text].map((character) => raised[character] ?? character).join('');
}

/** Text for a terminal: italics and bold where it shows colour, plain words where it does not. */
export function terminalText(runs: readonly Run[], colour: boolean): string {
  return runs.map((run) => terminalRun(run, colour)).join('');
}

export function terminalRun({ text, marks }: Run, colour: boolean): string {
  const shown = printable(marks.includes('sup') ? superscript(text) : text);
  if (!colour) return shown;
  return marks.reduce((inner, mark) => {
    const codes = sgr[mark];
    return codes ? `\u001b[${codes[0]}m${inner}\u001b[${codes[1]}m` : inner;
  }, shown);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for.
const escapes = /\u001b\[[\d;]*m/g;

/** Breaks a line at spaces so that none is wider than the columns there are; further lines are indented. */
export function wrapped(line: string, columns: number | undefined, indent: string): string {
  if (!columns) return line;
  const width = Math.max(columns, 40);
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    const size = word.replace(escapes, '').length;
    if (used > 0 && used + 1 + size > width) {
      lines.push(current);
      current = indent + word;
      used = indent.length + size;
    } else {
      current += (used > 0 ? ' ' : '') + word;
      used += (used > 0 ? 1 : 0) + size;
    }
  }
  return [...lines, current].join('\n');
}
