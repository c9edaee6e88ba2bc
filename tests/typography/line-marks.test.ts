import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Isolate, markLines, runsBothWays } from '../../src/typography/bidi/line-marks.js';

// The package's types describe a module that holds what it is.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

const shown = (text: string, base: 'ltr' | 'rtl') =>
  bidi
    .getReorderedString(text, bidi.getEmbeddingLevels(text, base))
    .replace(/[\u061C\u200E\u200F\u2066-\u2069]/g, '');

/** Lines that `|` ends, by where they stand in the text without it. */
function cutAt(drawn: string) {
  const text = drawn.replaceAll('|', ' ');
  let from = 0;
  const lines = drawn.split('|').map((line) => {
    const span = { from, to: from + line.length };
    from = span.to + 1;
    return span;
  });
  return { text, lines };
}

function linesOf(drawn: string, base: 'ltr' | 'rtl', isolates: Isolate[] = []): string[] {
  const { text, lines } = cutAt(drawn);
  const marks = markLines(text, base, lines, isolates);
  if (marks === 'unordered') throw new Error('unordered');
  return lines.map(({ from, to }, index) => {
    const { start, end } = marks?.[index] ?? { start: '', end: '' };
    return shown(start + text.slice(from, to) + end, base);
  });
}

describe('lines of a text that runs both ways', () => {
  it('keep the shape of a bracket whose other stands on another line', () => {
    expect(linesOf('וכולי word (the great|sea) word', 'rtl')).toEqual([
      'word (the great ילוכו',
      'sea) word',
    ]);
  });

  it('begin with figures in the order that the words before them give', () => {
    expect(linesOf('growth was about|12–15% וכולי', 'rtl')[1]).toBe('ילוכו 12–15%');
    expect(linesOf('אחר כך|12–15% וכולי', 'rtl')[1]).toBe('ילוכו 15%–12');
  });

  it('end with a sign on the side that the words after it give', () => {
    expect(linesOf('one אחר כך!|וכולי two', 'ltr')[0]).toBe('one !ךכ רחא');
    expect(linesOf('one אחר כך!|two', 'ltr')[0]).toBe('one ךכ רחא!');
  });

  it('are left alone where a text runs one way', () => {
    expect(runsBothWays('One way, (and only one) 12–15%.', 'ltr')).toBe(false);
    expect(runsBothWays('אחר כך, וכולי.', 'rtl')).toBe(false);
    expect(markLines('One way', 'ltr', [{ from: 0, to: 3 }])).toBeUndefined();
  });

  it('begin anew after a line that the author ended', () => {
    const text = 'growth\u202812–15% וכולי';
    const lines = [
      { from: 0, to: 6 },
      { from: 7, to: text.length },
    ];
    expect(markLines(text, 'rtl', lines)).toEqual([
      { start: '', end: '' },
      { start: '', end: '' },
    ]);
  });

  it('know what runs a way of its own', () => {
    const { text, lines } = cutAt('וכולי growth was|12–15% וכולי');
    const phrase: Isolate = { from: 6, to: 23, direction: 'ltr' };
    expect(markLines(text, 'rtl', lines)?.[1]).toEqual({ start: '\u200E', end: '' });
    expect(markLines(text, 'rtl', lines, [phrase])?.[1]).toEqual({ start: '', end: '' });
  });

  it('are ordered as in their paragraph, whatever stands in them', () => {
    const piece = fc.constantFrom(
      'ab',
      'c',
      'אב',
      'ג',
      'عر',
      '12',
      '3',
      '(',
      ')',
      '[',
      ']',
      '%',
      '$',
      '–',
      '-',
      ',',
      '.',
      '!',
      '“',
      '”',
      ' ',
      ' ',
      '|',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 24 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (pieces, base) => {
          const { text, lines } = cutAt(pieces.join(''));
          const marks = markLines(text, base, lines);
          if (marks === 'unordered' || marks === undefined) return;
          const whole = bidi.getEmbeddingLevels(text, base).levels;
          lines.forEach(({ from, to }, index) => {
            const { start, end } = marks[index] ?? { start: '', end: '' };
            const line = bidi.getEmbeddingLevels(start + text.slice(from, to) + end, base).levels;
            const own = [...line].slice(start.length, start.length + to - from);
            expect(own).toEqual([...whole.slice(from, to)]);
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
