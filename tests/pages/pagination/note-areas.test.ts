import { describe, expect, it } from 'vitest';
import { type PageModel, paginate } from '../../../src/pages/pagination/index.js';
import { drawPages, flowOf, modelOf, picture } from './drawing.js';

interface Sketch {
  what: string;
  text: string;
  notes: Record<string, number>;
  marked?: string;
  model: PageModel;
  pages: string;
}

const sketches: Sketch[] = [
  {
    what: 'notes of all columns stand below them, in order',
    text: 'a1 b c d2 e f',
    notes: { 1: 1, 2: 1 },
    model: modelOf(2, 6, { noteColumns: 1 }),
    pages: `
      a d
      b e
      c f
      ___
      1
      2`,
  },
  {
    what: 'columns of notes are filled from the first on and level',
    text: 'a1 b c d2 e f',
    notes: { 1: 4, 2: 1 },
    model: modelOf(2, 7, { noteColumns: 2 }),
    pages: `
      a d
      b e
      c f
      ___
      1 1
      1 1
      . 2`,
  },
  {
    what: 'one column of text has two of notes',
    text: 'a1 b c2 d',
    notes: { 1: 2, 2: 2 },
    model: modelOf(1, 7, { noteColumns: 2 }),
    pages: `
      a
      b
      c
      d
      _
      1 2
      1 2`,
  },
  {
    what: 'a page ends early where the next line calls a note that has no room',
    text: 'a b c d e f g h i1 j',
    notes: { 1: 3 },
    model: modelOf(2, 5, { noteColumns: 1 }),
    pages: `
      a e
      b f
      c g
      d h
      . .

      i j
      ___
      1
      1
      1`,
  },
  {
    what: 'a note too long for its page goes on over the next under a rule of its own',
    text: 'a1 b c d e f g h i j',
    notes: { 1: 9 },
    model: modelOf(2, 7, { noteColumns: 1 }),
    pages: `
      a b
      ___
      1
      1
      1
      1
      1

      c e
      d f
      ===
      1
      1
      1
      1

      g
      h
      i
      j
      .
      .
      .`,
  },
  {
    what: 'a marked note stands before those with numbers that are called before it',
    text: 'a1 b2 c3 d',
    notes: { 1: 2, 2: 2, 3: 2 },
    marked: '2',
    model: modelOf(2, 7, { noteColumns: 2 }),
    pages: `
      a c
      b d
      ___
      2 3
      2 3
      1 .
      1 .`,
  },
  {
    what: 'text that asks for a page leaves the notes to the page before',
    text: 'a1 b >>c2 d',
    notes: { 1: 1, 2: 2 },
    model: modelOf(2, 5, { noteColumns: 1 }),
    pages: `
      a .
      b .
      . .
      ___
      1

      c
      d
      _
      2
      2`,
  },
  {
    what: 'a figure that has no room leaves its place for the head of the next column',
    text: 'a b c1 !f*3 d e g h',
    notes: { 1: 1 },
    model: modelOf(2, 7, { noteColumns: 1 }),
    pages: `
      a f
      b f
      c f
      d g
      e h
      ___
      1`,
  },
  {
    what: 'the columns of the last page end level, their notes right below',
    text: 'a b c d1 e f',
    notes: { 1: 2 },
    model: modelOf(2, 9, { noteColumns: 2, levelEnds: true }),
    pages: `
      a d
      b e
      c f
      ___
      1
      1`,
  },
  {
    what: 'a lower first page has its notes within its height',
    text: 'a b1 c d e f g h',
    notes: { 1: 1 },
    model: modelOf(2, 6, { first: 4, noteColumns: 1 }),
    pages: `
      a c
      b d
      ___
      1

      e
      f
      g
      h
      .
      .`,
  },
  {
    what: 'columns end short rather than part a figure from the note that its caption calls',
    text: 'a b c d e !f1*3 g',
    notes: { 1: 2 },
    model: modelOf(2, 6, { noteColumns: 1 }),
    pages: `
      a d
      b e
      c .
      . .
      . .
      . .

      f g
      f .
      f .
      ___
      1
      1`,
  },
];

const marking = (flow: ReturnType<typeof flowOf>, marked = '') => ({
  ...flow,
  notes: flow.notes.map((note, i) => ({ ...note, marked: marked.includes(flow.names[i] ?? '?') })),
});

describe('pages with their notes together at the foot', () => {
  it.each(sketches)('$what', ({ text, notes, marked, model, pages }) => {
    const flow = marking(flowOf(text, notes), marked);
    const plan = paginate(flow, model);
    expect(plan.faults).toEqual([]);
    expect(drawPages(flow, plan)).toBe(picture(pages));
  });
});

it('keeps a note whole that takes no more room so, though a part of it would fill the page', () => {
  const flow = flowOf('a b c1 d e f*13', { 1: 1 });
  const lines = [1, 1, 4, 1, 1].map((height) => ({ height, gap: 0, breakBefore: 0, notes: [] }));
  const plan = paginate({ ...flow, notes: [{ items: lines }] }, modelOf(1, 20, { noteColumns: 3 }));
  const parts = [
    [0, 2],
    [2, 3],
    [3, 5],
  ].map(([from, to]) => [{ note: 0, from, to }]);
  expect(plan.areas).toEqual([{ page: 0, height: 5, columns: parts }]);
});

interface Trouble extends Sketch {
  faults: unknown[];
}

const troubles: Trouble[] = [
  {
    what: 'a box taller than its column stands alone and over',
    text: 'a b*6 c1',
    notes: { 1: 1 },
    model: modelOf(2, 4, { noteColumns: 1 }),
    pages: `
      a .
      . .
      . .
      . .

      b
      b
      b
      b
      b
      b

      c
      .
      _
      1`,
    faults: [{ kind: 'overflow', item: 1, page: 1, column: 0 }],
  },
  {
    what: 'a note without room under its box starts on the next page',
    text: 'a1*4 b',
    notes: { 1: 2 },
    model: modelOf(1, 4, { noteColumns: 2 }),
    pages: `
      a
      a
      a
      a

      b
      _
      1
      1`,
    faults: [{ kind: 'note-late', note: 0, page: 0, column: 0 }],
  },
  {
    what: 'a text that may not be broken is broken where the column ends',
    text: 'a ~b ~c ~d ~e1 ~f ~g',
    notes: { 1: 1 },
    model: modelOf(2, 4, { noteColumns: 1 }),
    pages: `
      a .
      b .
      c .
      d .

      e g
      f .
      ___
      1`,
    faults: [
      { kind: 'forbidden-break', item: 4, page: 0, column: 0 },
      { kind: 'forbidden-break', item: 6, page: 1, column: 0 },
    ],
  },
];

describe('pages that cannot be without a fault', () => {
  it.each(troubles)('$what', ({ text, notes, model, pages, faults }) => {
    const flow = flowOf(text, notes);
    const plan = paginate(flow, model);
    expect(plan.faults).toEqual(faults);
    expect(drawPages(flow, plan)).toBe(picture(pages));
  });

  it('lets a note line taller than the page stand over', () => {
    const flow = flowOf('a1', { 1: 1 });
    const notes = [{ items: [{ height: 9, gap: 0, breakBefore: 0, notes: [] }] }];
    const plan = paginate({ ...flow, notes }, modelOf(1, 3, { noteColumns: 1 }));
    expect(plan.faults.map(({ kind }) => kind)).toEqual(['note-late', 'overflow']);
    expect(plan.areas.at(-1)?.columns).toEqual([[{ note: 0, from: 0, to: 1 }]]);
  });
});
