import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakLines,
  breakParagraph,
  defaultLineBreakOptions,
  type LineBreakOptions,
  LineItems,
  type ParagraphLine,
  raggedOptions,
  segmentText,
} from '../../src/typography/index.js';
import { lineDemerits } from '../../src/typography/line-breaking/demerits.js';
import { fewestDemerits } from './exhaustive-lines.js';

/** A font of one width for all, as on a typewriter. */
const typewriter = (text: string) => (from: number, to: number) =>
  from === to ? 1 : text.slice(from, to).replace(/[\u00AD\u200B\u2060]/g, '').length;

function set(
  text: string,
  measure: number | number[],
  options: Partial<LineBreakOptions> = {},
): ParagraphLine[] {
  const marked = text.replaceAll('·', '\u00AD').replaceAll('|', '\u200B').replaceAll('~', '\u00A0');
  return breakParagraph(marked, typewriter(marked), measure, options);
}

/** The lines as they would be read. */
function read(text: string, measure: number | number[], options: Partial<LineBreakOptions> = {}) {
  const marked = text.replaceAll('·', '\u00AD').replaceAll('|', '\u200B').replaceAll('~', '\u00A0');
  return set(text, measure, options).map(
    ({ from, to, hyphenated }) =>
      marked.slice(from, to).replace(/[\u00AD\u200B]/g, '') + (hyphenated ? '-' : ''),
  );
}

const ragged = raggedOptions;

describe('segments', () => {
  it.each([
    ['plain words', 'a bc', ['text:a', 'space: ', 'text:bc']],
    ['white space collapses', 'a \n\t b', ['text:a', 'space: \n\t ', 'text:b']],
    ['a no-break space is tied', 'p.\u00A033', ['text:p.', 'tied-space:\u00A0', 'text:33']],
    ['a narrow one is text', 'a\u202F!', ['text:a\u202F!']],
    ['hyphenation', 'ab\u00ADcd', ['text:ab', 'hyphenation:\u00AD', 'text:cd']],
    ['an address', '//\u200Ba-\u2060b', ['text://', 'url-break:\u200B', 'text:a-\u2060b']],
    ['a hyphen joins two words', 'open-door', ['text:open-', 'after-hyphen:', 'text:door']],
    [
      'a hyphen at a letter or a digit',
      'e-mail F-16 pre-2014',
      ['text:e-mail', 'space: ', 'text:F-16', 'space: ', 'text:pre-2014'],
    ],
    ['an en dash joins two words', 'Rome–Berlin', ['text:Rome–', 'after-hyphen:', 'text:Berlin']],
    ['an em dash', 'war—and', ['text:war—', 'after-dash:', 'text:and']],
    ['a line ends', 'a\u2028b', ['text:a', 'line-end:\u2028', 'text:b']],
    [
      'ideographs part, but not from their punctuation',
      '日本、「語」',
      ['text:日', 'between-ideographs:', 'text:本、', 'between-ideographs:', 'text:「語」'],
    ],
    ['an astral ideograph is one character', '𠀀日', ['text:𠀀', 'between-ideographs:', 'text:日']],
    [
      'Korean between words alone',
      '종이와 漢字는、日',
      ['text:종이와', 'space: ', 'text:漢字는、', 'between-ideographs:', 'text:日'],
    ],
    [
      'spaces that indent a line are part of it',
      '\u00A0\u2003a\u00A0b\u2028 \u00A0\u00A0c',
      [
        'text:\u00A0\u2003a',
        'tied-space:\u00A0',
        'text:b',
        'line-end:\u2028',
        'space: ',
        'text:\u00A0\u00A0c',
      ],
    ],
    ['a thin space', 'a\u2009b', ['text:a', 'thin-space:\u2009', 'text:b']],
  ])('%s', (_, text, wanted) => {
    const segments = segmentText(text);
    expect(segments.map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`)).toEqual(wanted);
  });

  it('cover any text without a gap', () => {
    const unit = fc.constantFrom(...'a b-–—\u00AD\u200B\u2060\u00A0\u2028\u2009日、「🙂', '\n');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        let end = 0;
        for (const { from, to } of segmentText(text)) {
          expect(from).toBe(end);
          end = to;
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('lines of a paragraph', () => {
  it.each([
    [
      'the best of all settings, not the first that fits',
      'aaa bb cc ddddd',
      6,
      ['aaa', 'bb cc', 'ddddd'],
      ragged,
    ],
    ['a hyphen where it helps', 'aaaa bbbb·bbbb cccc', 10, ['aaaa bbbb-', 'bbbb cccc'], {}],
    ['none where it does not', 'aaaa bb·bb cccc dd', 9, ['aaaa bbbb', 'cccc dd'], {}],
    [
      'no break at a tied space',
      'aaaa bb~cc dd',
      8,
      ['aaaa', 'bb~cc dd'.replace('~', '\u00A0')],
      {},
    ],
    ['an address without a hyphen', 'see aaa|/bbb|/cccc', 8, ['see aaa', '/bbb', '/cccc'], ragged],
    ['a dash does not start a line', 'aaaa – bbbb ccccc', 6, ['aaaa –', 'bbbb', 'ccccc'], ragged],
    ['an over-long word stands over', 'aa bbbbbbbbbb cc', 5, ['aa', 'bbbbbbbbbb', 'cc'], {}],
    [
      'the first line is indented',
      'aa bb cc dd',
      5,
      ['aa', 'bb cc', 'dd'],
      { ...ragged, indent: 3 },
    ],
    ['lines of their own measures', 'aa bb cc dd ee', [2, 5, 8], ['aa', 'bb cc', 'dd ee'], {}],
    ['a forced end', 'aa\u2028bb cc', 9, ['aa', 'bb cc'], {}],
    ['two forced ends leave an empty line', 'aa\u2028\u2028bb', 9, ['aa', '', 'bb'], {}],
    ['space around counts for nothing', '  aa bb  ', 9, ['aa bb'], {}],
  ] as const)('%s', (_, text, measure, lines, options) => {
    expect(read(text, measure as number | number[], options)).toEqual(lines);
  });

  it('has none without text', () => {
    expect(set('', 9)).toEqual([]);
    expect(set(' \n ', 9)).toEqual([]);
  });

  it('tells how far spaces are stretched and shrunk', () => {
    const [first, last] = set('aaaa bb cc dddddddd', 12);
    expect(first).toMatchObject({ spaces: 2, room: 2, stretch: 2, final: false, overfull: false });
    expect(last).toMatchObject({ spaces: 0, room: 4, stretch: 1, final: true });
    const [tight] = set('aaaa bb cc dddddddd', 9.5);
    expect(tight).toMatchObject({ room: -0.5, stretch: 0.75 });
    expect(set('aaaa bb cc dddddddd', 9.4)[0]?.to).toBeLessThan(10);
  });

  it('shrinks a last line rather than starting another', () => {
    expect(set('aaaa bb cc', 9.5)).toMatchObject([{ final: true, stretch: 0.75, room: -0.5 }]);
  });

  it('reports what stands over', () => {
    const lines = set('aa bbbbbbbbbb cc', 5);
    expect(lines.map(({ overfull }) => overfull)).toEqual([false, true, false]);
    expect(lines[1]?.room).toBe(-5);
  });

  it('lets letters give way where that is allowed', () => {
    const [line] = set('aaaaaaaaaa bbbbbbbbb cccccccc', 19.5, { letterShrink: 0.02 });
    expect(line?.to).toBe(20);
    expect(line?.letterFit).toBeLessThan(1);
    expect(line?.letterFit).toBeGreaterThanOrEqual(0.98);
    expect(line?.stretch).toBeGreaterThan(0.75);
  });

  it('widens between ideographs, by what one of them gives and not the word before', () => {
    const text = 'aaaaaaaa日本 bb cccccccc';
    const [line] = breakParagraph(text, typewriter(text), 15, { spaceStretch: 0.5 });
    expect(text.slice(0, line?.to)).toBe('aaaaaaaa日本 bb');
    expect(line).toMatchObject({ spaces: 1, room: 2 });
    expect(line?.stretch).toBeCloseTo(1 + (2 / (0.5 + 2 / 8)) * 0.5);
  });

  it('counts what signs share where no line ends between them', () => {
    const text = '日」「本';
    const jointOf = (at: number) => (text.slice(at - 1, at + 1) === '」「' ? -1 : 0);
    const lines = (measure: number) =>
      breakParagraph(text, typewriter(text), measure, { jointOf }).map(({ from, to, width }) => [
        text.slice(from, to),
        width,
      ]);
    expect(lines(9)).toEqual([['日」「本', 3]]);
    expect(lines(2)).toEqual([
      ['日」', 2],
      ['「本', 2],
    ]);
  });

  it('never sets a space tighter than it may be, whatever stands beside it', () => {
    const unit = fc.constantFrom('日', '本', '、', '「', 'ab', 'c', ' ', ' ', '\u00A0');
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 60 }),
        fc.integer({ min: 4, max: 20 }),
        (units, measure) => {
          const text = units.join('').replace(/ +/g, ' ');
          for (const line of breakParagraph(text, typewriter(text), measure)) {
            if (!line.overfull) expect(line.stretch).toBeGreaterThanOrEqual(0.75 - 1e-6);
          }
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });

  it('lets punctuation hang out', () => {
    const text = 'aaaa bbb, cccc';
    const overhangOf = (_: number, to: number) => ({
      left: 0,
      right: text[to - 1] === ',' ? 1 : 0,
    });
    const [line] = breakParagraph(text, typewriter(text), 8, { overhangOf });
    expect(line).toMatchObject({ to: 9, room: 0, stretch: 1 });
  });

  it('makes no ladder of three hyphens where it can be helped', () => {
    const words = 'aa bcd·efg hij klm·nop·qrs tu vwxy·zab·cdef gh i'.split(' ');
    const text = Array.from({ length: 160 }, (_, i) => words[(i * i + 3 * i) % 7]).join(' ');
    const ends = (options: Partial<LineBreakOptions>) =>
      set(text, 30, options)
        .map(({ hyphenated }) => (hyphenated ? '-' : '.'))
        .join('');
    expect(ends({ hyphenPenalty: 0, doubleHyphenDemerits: 0, ladderDemerits: 0 })).toContain('---');
    expect(ends({})).not.toContain('---');
  });
});

describe('demerits of a line', () => {
  const line = { ratio: 0, fitness: 1, hyphens: 0, penalty: 0, final: false, fill: 1, over: 0 };
  const before = { fitness: 1, hyphens: 0 };
  const options = defaultLineBreakOptions;

  it.each([
    ['none but its own', {}, {}, 100],
    ['the third power of its stretch', { ratio: 1 }, {}, 110 ** 2],
    ['the same for its shrink', { ratio: -1 }, {}, 110 ** 2],
    ['a penalty squared', { penalty: 30 }, {}, 100 + 900],
    ['a reward squared', { penalty: -5 }, {}, 100 - 25],
    ['a neighbour of the next class is none', { fitness: 2 }, { fitness: 1 }, 100],
    ['a neighbour two classes off', { fitness: 3 }, { fitness: 1 }, 100 + options.fitnessDemerits],
    ['one hyphen', { hyphens: 1 }, {}, 100],
    ['two in a row', { hyphens: 2 }, { hyphens: 1 }, 100 + options.doubleHyphenDemerits],
    [
      'three in a row',
      { hyphens: 2 },
      { hyphens: 2 },
      100 + options.doubleHyphenDemerits + options.ladderDemerits,
    ],
    [
      'a hyphen on the last line but one',
      { final: true },
      { hyphens: 1 },
      100 + options.finalHyphenDemerits,
    ],
    ['a last line too short', { final: true, fill: 0.1 }, {}, 100 + options.shortLastLineDemerits],
  ])('%s', (_, own, previous, demerits) => {
    expect(lineDemerits({ ...line, ...own }, { ...before, ...previous }, options)).toBeCloseTo(
      demerits,
    );
  });
});

describe('any paragraph', () => {
  const text = fc
    .array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 30,
    })
    .chain((words) =>
      fc
        .array(fc.constantFrom(' ', ' ', '\u00AD', '\u200B', '\u00A0', '-', '\u2028', ' – '), {
          minLength: words.length,
          maxLength: words.length,
        })
        .map((joints) => words.map((word, i) => word + (joints[i] as string)).join('')),
    );

  it('is set whole and in order, every line within the measure unless it says so', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 4, max: 40 }),
        fc.boolean(),
        (drawn, measure, justified) => {
          const options = justified ? {} : raggedOptions;
          const lines = breakParagraph(drawn, typewriter(drawn), measure, options);
          let end = 0;
          for (const { from, to, room, spaces, overfull, stretch } of lines) {
            expect(drawn.slice(end, from)).toMatch(/^[\s\u00AD\u200B\u2028–-]*$/);
            expect(to).toBeGreaterThanOrEqual(from);
            end = to;
            if (!overfull) expect(room).toBeGreaterThanOrEqual(-0.25 * spaces - 1e-6);
            expect(stretch).toBeGreaterThanOrEqual(0.75 - 1e-6);
          }
          expect(drawn.slice(end)).toMatch(/^[\s\u00AD\u200B\u2028–-]*$/);
          expect(lines.at(-1)?.final).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 2 },
    );
  });

  const item = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('box' as const),
        width: fc.integer({ min: 1, max: 4 }),
      }),
    },
    fc.record({ kind: fc.constant('glue' as const), width: fc.constant(1) }),
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('hyphen' as const), width: fc.constant(1) }),
    },
  );

  it('has the fewest demerits of all settings', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 16 }),
        fc.array(fc.integer({ min: 4, max: 10 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(0, 600),
        fc.constantFrom(0, 1e8, 1e16),
        (drawn, measures, hyphenPenalty, ladderDemerits) => {
          const items = new LineItems();
          for (const { kind, width } of drawn) {
            if (kind === 'box') items.box(width);
            else if (kind === 'glue') items.glue(width, 0.5, 0.25);
            else items.penalty(width, hyphenPenalty, true);
          }
          items.penalty(0, Number.NEGATIVE_INFINITY);
          const options = {
            ...defaultLineBreakOptions,
            hyphenPenalty,
            ladderDemerits,
            tolerances: [1e9],
          };
          const { demerits, lines } = breakLines(items, measures, options);
          if (lines.some(({ overfull }) => overfull)) {
            expect(fewestDemerits(drawn, measures, options)).toBe(Infinity);
          } else {
            const least = fewestDemerits(drawn, measures, options);
            expect(Math.abs(demerits - least)).toBeLessThanOrEqual(1e-9 * Math.max(1, least));
          }
        },
      ),
      { numRuns: 2000, seed: 3 },
    );
  });
});
