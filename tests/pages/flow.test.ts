import { describe, expect, it } from 'vitest';
import { blockOfItem, flowOf, galleyItems } from '../../src/pages/flow.js';
import type { MeasuredBlock } from '../../src/pages/measured.js';
import { columnEndPenalties } from '../../src/pages/pagination/index.js';

function block(lines: number, more: Partial<MeasuredBlock> = {}): MeasuredBlock {
  return {
    kind: 'lines',
    gap: 0,
    heights: new Array(lines).fill(12),
    tied: [],
    hyphenated: [],
    notes: [],
    breakBefore: 'auto',
    breakAfter: 'auto',
    keepTogether: false,
    orphans: 2,
    widows: 2,
    ...more,
  };
}

/** Where a column may end, as a picture: `.` freely, `-` at a cost, `#` not at all; before each item. */
const picture = (...blocks: MeasuredBlock[]) =>
  galleyItems({ blocks })
    .map(({ breakBefore }) => (breakBefore === 0 ? '.' : breakBefore === Infinity ? '#' : '-'))
    .join('');

describe('where columns may end', () => {
  const cases: [string, MeasuredBlock[], string][] = [
    ['two lines stay on either side of a cut', [block(6)], '.#...#'],
    ['three lines stay together', [block(3)], '.##'],
    ['the template may ask for more', [block(6, { orphans: 3, widows: 3 })], '.##.##'],
    ['a hyphen at the end costs', [block(6, { hyphenated: [1] })], '.#-..#'],
    ['a heading keeps with what follows', [block(1, { breakAfter: 'avoid' }), block(4)], '.##.#'],
    ['a caption keeps with what is before', [block(1), block(1, { breakBefore: 'avoid' })], '.#'],
    ['what is to stay whole does', [block(5, { keepTogether: true })], '.####'],
    ['rows may be parted at a cost, two on either side', [block(5, { kind: 'rows' })], '.#--#'],
    [
      'but no head from its rows, nor rows that a cell joins',
      [block(7, { kind: 'rows', head: { rows: 1, height: 12 }, tied: [4] })],
      '.##-#-#',
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(picture(...blocks)).toBe(expected);
  });

  it('a table lower than the limit stays whole, a higher one does not', () => {
    const rows = block(6, { kind: 'rows' });
    const breaks = (limit: number) =>
      galleyItems({ blocks: [rows] }, { wholeTable: limit, leading: 12, grid: 0 }).map(
        ({ breakBefore }) => breakBefore === Infinity,
      );
    expect(breaks(73)).toEqual([false, true, true, true, true, true]);
    expect(breaks(72)).toEqual([false, true, false, false, false, true]);
  });

  it('feet are repeated under all rows that a column may end with, and follow two rows at least', () => {
    const rows = block(6, { kind: 'rows', foot: { rows: 1, height: 15 } });
    const items = galleyItems({ blocks: [rows] });
    expect(items.map(({ repeatBelow }) => repeatBelow)).toEqual([
      undefined,
      ...[15, 15, 15, 15, 15],
    ]);
    const { forbidden, insideGroup } = columnEndPenalties;
    expect(items.slice(1).map(({ breakBefore }) => breakBefore)).toEqual([
      forbidden,
      insideGroup,
      insideGroup,
      forbidden,
      forbidden,
    ]);
  });

  it('heads are repeated over all rows that may begin a column', () => {
    const rows = block(4, { kind: 'rows', head: { rows: 1, height: 15 } });
    expect(galleyItems({ blocks: [rows] }).map(({ repeat }) => repeat)).toEqual([
      undefined,
      undefined,
      15,
      15,
    ]);
  });

  it('breaks that the template forces are made, but not before the first item', () => {
    const chapter = block(2, { breakBefore: 'page' });
    const items = galleyItems({
      blocks: [chapter, chapter, block(1, { breakAfter: 'column' }), block(1)],
    });
    expect(items.map(({ forced }) => forced)).toEqual([
      undefined,
      undefined,
      'page',
      undefined,
      undefined,
      'column',
    ]);
  });
});

it('notes come with the line of their call', () => {
  const { items, notes } = flowOf(
    {
      blocks: [
        block(3, {
          notes: [
            [1, 0],
            [1, 1],
          ],
          gap: 5,
        }),
      ],
    },
    [{ blocks: [block(2, { gap: 3 })] }, { blocks: [block(1), block(1, { gap: 2 })] }],
  );
  expect(items.map((item) => item.notes)).toEqual([[], [0, 1], []]);
  expect(items.map(({ gap }) => gap)).toEqual([5, 0, 0]);
  expect(notes.map((note) => note.items.map(({ gap }) => gap))).toEqual([
    [3, 0],
    [0, 2],
  ]);
});

it.each([
  [0, 7],
  [2, 7],
  [3, 8],
  [4, undefined],
  [undefined, undefined],
])('item %s belongs to block %s', (item, expected) => {
  const blocks = [block(3, { block: 7 }), block(1, { block: 8 })];
  expect(blockOfItem({ blocks }, item)?.block).toBe(expected);
});

describe('floats', () => {
  const sizes = { wholeTable: 100, leading: 12, grid: 0 };
  const figure = (more = {}) =>
    block(1, { kind: 'box', heights: [50], float: { blocks: 1, height: 50 }, ...more });
  const floats = (...blocks: ReturnType<typeof block>[]) =>
    galleyItems({ blocks }, sizes).map(({ float }) => float);

  it('take whole lines, half a line from the text at least', () => {
    expect(floats(block(1), figure())).toEqual([undefined, { items: 1, height: 60 }]);
    const whole = figure({ float: { blocks: 1, height: 60 } });
    expect(floats(whole)).toEqual([{ items: 1, height: 72 }]);
  });

  it('are low tables, and none that may be cut or that a break is forced at', () => {
    const table = (count: number) =>
      block(count, { kind: 'rows', float: { blocks: 1, height: count * 12 } });
    expect(floats(table(3))[0]).toEqual({ items: 3, height: 48 });
    expect(floats(table(20)).filter(Boolean)).toEqual([]);
    expect(floats(block(1), figure({ breakBefore: 'page' })).filter(Boolean)).toEqual([]);
    expect(floats(figure({ breakAfter: 'page' }), block(1)).filter(Boolean)).toEqual([]);
  });

  it('leave what follows as far below what is cut as they were', () => {
    const cut = block(20, { kind: 'rows', float: { blocks: 1, height: 240 }, gap: 6 });
    const after = { gapWithoutFloats: 0 };
    const blocks = [
      cut,
      figure({ gap: 9, ...after }),
      figure({ gap: 7, ...after }),
      block(3, after),
    ];
    const ownGaps = galleyItems({ blocks }, sizes).map(({ withoutFloats }) => withoutFloats?.gap);
    expect(ownGaps.slice(20)).toEqual([undefined, 9, 9, undefined, undefined]);
    const again = [
      ...blocks,
      figure({ gap: 5, gapWithoutFloats: 3 }),
      block(1, { gapWithoutFloats: 4 }),
    ];
    expect(galleyItems({ blocks: again }, sizes).at(-1)?.withoutFloats?.gap).toBe(4);
  });

  it('leave a heading tied to the text after them', () => {
    const blocks = [block(1, { breakAfter: 'avoid' }), figure(), block(3, { gapWithoutFloats: 6 })];
    const [, , text] = galleyItems({ blocks }, sizes);
    expect(text).toMatchObject({
      breakBefore: 0,
      withoutFloats: { gap: 6, breakBefore: Infinity },
    });
  });
});
