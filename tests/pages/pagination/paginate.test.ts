import { describe, expect, it } from 'vitest';
import { type PageModel, paginate } from '../../../src/pages/pagination/index.js';
import { drawPages, flowOf, modelOf, picture } from './drawing.js';

interface Sketch {
  what: string;
  text: string;
  notes?: Record<string, number>;
  model: PageModel;
  pages: string;
}

const sketches: Sketch[] = [
  {
    what: 'text runs from column to column and from page to page',
    text: 'a b c d e f g',
    model: modelOf(2, 3),
    pages: `
      a d
      b e
      c f

      g
      .
      .`,
  },
  {
    what: 'a lower first page holds less',
    text: 'a b c d e f g',
    model: modelOf(2, 4, { first: 2 }),
    pages: `
      a c
      b d

      e
      f
      g
      .`,
  },
  {
    what: 'a gap is dropped at the top of a column',
    text: 'a b +c d',
    model: modelOf(2, 2),
    pages: `
      a c
      b d`,
  },
  {
    what: 'a note stands in the column of its call',
    text: 'a b1 c d e f',
    notes: { 1: 1 },
    model: modelOf(2, 5),
    pages: `
      a d
      b e
      c f
      _ .
      1 .`,
  },
  {
    what: 'a line goes on with its note where the note would not fit',
    text: 'a b c d1 e f',
    notes: { 1: 3 },
    model: modelOf(2, 6),
    pages: `
      a d
      b e
      c _
      . 1
      . 1
      . 1

      f
      .
      .
      .
      .
      .`,
  },
  {
    what: 'notes of several calls stand in order under one rule',
    text: 'a1 b2 c',
    notes: { 1: 1, 2: 2 },
    model: modelOf(1, 7),
    pages: `
      a
      b
      c
      _
      1
      2
      2`,
  },
  {
    what: 'a note too long for its column is cut, two lines at least on either side',
    text: 'a1 b c d e f',
    notes: { 1: 6 },
    model: modelOf(2, 6),
    pages: `
      a b
      _ c
      1 d
      1 =
      1 1
      1 1

      e
      f
      .
      .
      .
      .`,
  },
  {
    what: 'a carried note fills whole columns and is at its end before the next begins',
    text: 'a1 b2 c',
    notes: { 1: 13, 2: 1 },
    model: modelOf(3, 6),
    pages: `
      a = .
      _ 1 =
      1 1 1
      1 1 1
      1 1 1
      1 1 1

      b
      c
      .
      .
      _
      2`,
  },
  {
    what: 'two calls in a line whose notes overflow the column: the second is cut',
    text: 'a12 b c',
    notes: { 1: 2, 2: 5 },
    model: modelOf(2, 6),
    pages: `
      a b
      _ c
      1 =
      1 2
      2 2
      2 2`,
  },
  {
    what: 'a heading goes on with its text',
    text: 'a b c +h ~d e f',
    model: modelOf(2, 5),
    pages: `
      a h
      b d
      c e
      . f
      . .`,
  },
  {
    what: 'a column ends a line early rather than with a hyphen',
    text: 'a b c -d e f g',
    model: modelOf(2, 3),
    pages: `
      a c
      b d
      . e

      f
      g
      .`,
  },
  {
    what: 'a column that starts inside a table repeats its head',
    text: 'h ^~r ^s ^t ^u',
    model: modelOf(2, 3),
    pages: `
      h ^
      r t
      s u`,
  },
  {
    what: 'a column that ends inside a table repeats its foot',
    text: 'h ~r $s $t $u ~f',
    model: modelOf(2, 4),
    pages: `
      h t
      r u
      s f
      $ .`,
  },
  {
    what: 'a foot to be repeated leaves less room for notes',
    text: 'h1 ~r $s $t',
    notes: { 1: 2 },
    model: modelOf(2, 6),
    pages: `
      h s
      r t
      $ .
      _ .
      1 .
      1 .`,
  },
  {
    what: 'the text asks for a column and a page',
    text: 'a >b c >>d e',
    model: modelOf(3, 3),
    pages: `
      a b .
      . c .
      . . .

      d
      e
      .`,
  },
  {
    what: 'a carried note goes on before a new page asked for, where a column is left',
    text: 'a1 >>b c',
    notes: { 1: 4 },
    model: modelOf(2, 4),
    pages: `
      a .
      _ =
      1 1
      1 1

      b
      c
      .
      .`,
  },
  {
    what: 'a carried note goes on under the text of a new page where none is',
    text: 'a1 >>b c',
    notes: { 1: 4 },
    model: modelOf(1, 4),
    pages: `
      a
      _
      1
      1

      b
      =
      1
      1

      c
      .
      .
      .`,
  },
  {
    what: 'what does not fit a low column waits for a taller one',
    text: 'a*4 b',
    model: modelOf(1, 5, { first: 2 }),
    pages: `
      .
      .

      a
      a
      a
      a
      b`,
  },
  {
    what: 'the columns of the last page end level',
    text: 'a b c d e f g h i j k l m n',
    model: modelOf(2, 5, { levelEnds: true }),
    pages: `
      a f
      b g
      c h
      d i
      e j

      k m
      l n`,
  },
  {
    what: 'the last page is levelled with its notes under their calls',
    text: 'a b1 c d e f',
    notes: { 1: 2 },
    model: modelOf(2, 9, { levelEnds: true }),
    pages: `
      a c
      b d
      _ e
      1 f
      1 .`,
  },
  {
    what: 'so do those before a page that the text asks for, with their notes',
    text: 'a b1 c d e f >>g h i2 j',
    notes: { 1: 1, 2: 1 },
    model: modelOf(2, 9, { levelEnds: true }),
    pages: `
      a c
      b d
      _ e
      1 f

      g i
      h j
      . _
      . 2`,
  },
  {
    what: 'a single line is not spread',
    text: 'a',
    model: modelOf(2, 9, { levelEnds: true }),
    pages: 'a',
  },
];

describe('pages without a fault', () => {
  it.each(sketches)('$what', ({ text, notes, model, pages }) => {
    const flow = flowOf(text, notes);
    const plan = paginate(flow, model);
    expect(drawPages(flow, plan)).toBe(picture(pages));
    expect(plan.faults).toEqual([]);
  });

  it('makes no page of nothing', () => {
    expect(paginate({ items: [], notes: [] }, modelOf(2, 5))).toEqual({
      columns: [],
      areas: [],
      pageCount: 0,
      faults: [],
      cost: 0,
    });
  });

  it('places a note called twice once, where it is called first', () => {
    const flow = flowOf('a1 b c d1', { 1: 1 });
    const plan = paginate(flow, modelOf(2, 4));
    expect(plan.columns.map(({ notes }) => notes)).toEqual([[{ note: 0, from: 0, to: 1 }], []]);
  });

  it('places notes in the order of their calls, whatever their indices', () => {
    const flow = flowOf('a b c', { 1: 1, 2: 1 });
    const items = flow.items.map((item, i) => ({ ...item, notes: [[1], [], [0]][i] ?? [] }));
    const [column] = paginate({ ...flow, items }, modelOf(1, 9)).columns;
    expect(column?.notes.map(({ note }) => note)).toEqual([1, 0]);
  });

  it('keeps a note that nobody calls', () => {
    const plan = paginate(flowOf('a b', { 1: 2 }), modelOf(1, 9));
    expect(plan.columns[0]?.notes).toEqual([{ note: 0, from: 0, to: 2 }]);
  });

  it('asks pages far on for their own shape', () => {
    const flow = flowOf(Array.from({ length: 60 }, () => 'a').join(' '));
    const model = { ...modelOf(1, 2), shapeOf: (page: number) => (page < 20 ? [2] : [5]) };
    const { columns } = paginate(flow, model);
    expect(columns.map(({ from, to }) => to - from)).toEqual([
      ...new Array(20).fill(2),
      ...new Array(4).fill(5),
    ]);
  });

  it.each([undefined, 1])('goes on after pages that figures fill (%s)', (noteColumns) => {
    const shapeOf = (page: number) => (page >= 4 && page < 12 ? [] : [2]);
    const letters = 'a b c d e f g h i j';
    const plan = paginate(flowOf(letters), { ...modelOf(1, 2), noteColumns, shapeOf });
    expect(plan.columns.map(({ page }) => page)).toEqual([0, 1, 2, 3, 12]);
    expect(plan.faults).toEqual([]);
  });

  it('passes by a blank page wherever it is', () => {
    for (const noteColumns of [undefined, 1]) {
      for (let blank = 1; blank < 12; blank += 1) {
        const model = { ...modelOf(1, 1, { noteColumns }) };
        model.shapeOf = (page) => (page === blank ? [] : [1]);
        const plan = paginate(flowOf('a b c d e f g h i j k l'), model);
        const pages = Array.from({ length: 13 }, (_, page) => page);
        expect(plan.columns.map(({ page }) => page)).toEqual(pages.filter((p) => p !== blank));
      }
    }
  });

  it('rejects a model without columns', () => {
    expect(() => paginate(flowOf('a'), { ...modelOf(1, 2), shapeOf: () => [] })).toThrow(
      RangeError,
    );
  });
});

interface Trouble extends Sketch {
  faults: unknown[];
}

const troubles: Trouble[] = [
  {
    what: 'a box taller than any column stands alone and over',
    text: 'a b*5 c',
    model: modelOf(1, 3),
    pages: `
      a
      .
      .

      b
      b
      b
      b
      b

      c
      .
      .`,
    faults: [{ kind: 'overflow', item: 1, page: 1, column: 0 }],
  },
  {
    what: 'a text that may not be broken is broken where the column ends',
    text: 'a ~b ~c ~d',
    model: modelOf(1, 3),
    pages: `
      a
      b
      c

      d
      .
      .`,
    faults: [{ kind: 'forbidden-break', item: 3, page: 0, column: 0 }],
  },
  {
    what: 'a note without room under its box starts in the next column',
    text: 'a1*4 b',
    notes: { 1: 2 },
    model: modelOf(2, 4),
    pages: `
      a b
      a _
      a 1
      a 1`,
    faults: [{ kind: 'note-late', note: 0, page: 0, column: 0 }],
  },
  {
    what: 'a second note of a line is late where the first fills the column',
    text: 'a12 b',
    notes: { 1: 7, 2: 2 },
    model: modelOf(2, 6),
    pages: `
      a =
      _ 1
      1 1
      1 1
      1 2
      1 2

      b
      .
      .
      .
      .
      .`,
    faults: [{ kind: 'note-late', note: 1, page: 0, column: 0 }],
  },
  {
    what: 'notes that no column could begin all of go on in the very next columns',
    text: 'a b c12 d e f g h i j',
    notes: { 1: 7, 2: 7 },
    model: modelOf(2, 6),
    pages: `
      a =
      b 1
      c 1
      _ 1
      1 1
      1 1

      _ d
      2 e
      2 f
      2 =
      2 2
      2 2

      g
      h
      i
      j
      .
      .`,
    faults: [{ kind: 'note-late', note: 1, page: 0, column: 0 }],
  },
];

describe('pages that cannot be without a fault', () => {
  it.each(troubles)('$what', ({ text, notes, model, pages, faults }) => {
    const flow = flowOf(text, notes);
    const plan = paginate(flow, model);
    expect(plan.faults).toEqual(faults);
    expect(drawPages(flow, plan)).toBe(picture(pages));
  });

  it('cuts a note to a single line before it lets it start late', () => {
    const flow = flowOf('a1*3 b', { 1: 3 });
    const plan = paginate(flow, modelOf(1, 5));
    expect(plan.faults).toEqual([]);
    expect(plan.columns[0]?.notes).toEqual([{ note: 0, from: 0, to: 1 }]);
  });

  it('lets a note line taller than the column stand over', () => {
    const flow = flowOf('a1', { 1: 1 });
    const notes = [{ items: [{ height: 9, gap: 0, breakBefore: 0, notes: [] }] }];
    const plan = paginate({ ...flow, notes }, modelOf(1, 3));
    expect(plan.faults.map(({ kind }) => kind)).toEqual(['note-late', 'overflow']);
    expect(plan.columns.at(-1)?.notes).toEqual([{ note: 0, from: 0, to: 1 }]);
  });
});
