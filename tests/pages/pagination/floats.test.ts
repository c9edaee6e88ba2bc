import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PageFloat,
  paginate,
  paginateWithFloats,
} from '../../../src/pages/pagination/index.js';
import { drawPages, flowOf, modelOf, picture } from './drawing.js';

const text = (lines: number) => flowOf(Array.from({ length: lines }, () => 'a').join(' '));

describe('a float of a column', () => {
  const draw = (text: string, columns: number, height: number, notes = {}) => {
    const flow = flowOf(text, notes);
    const plan = paginate(flow, modelOf(columns, height));
    expect(plan.faults).toEqual([]);
    return drawPages(flow, plan);
  };

  it('keeps its place where it has room', () => {
    expect(draw('a b !F*2 c d e f g h', 2, 5)).toBe(
      picture(`
        a d
        b e
        F f
        F g
        c h`),
    );
  });

  it('stands at the head of the next column where it would leave a hole', () => {
    expect(draw('a b c !F*4 d e f g h i', 2, 6)).toBe(
      picture(`
        a F
        b F
        c F
        d F
        e g
        f h

        i
        .
        .
        .
        .
        .`),
    );
  });

  it('stands at the foot, over the notes, where the column then has room for more', () => {
    const flow = flowOf('a ~b +!F*2 +c1 ~d ~e f ~g ~h', { 1: 1 });
    const items = flow.items.map((item) => ({
      ...item,
      ...(item.float ? { float: { items: 1, height: 3 } } : {}),
      ...(item.letter === 'c' ? { withoutFloats: { gap: 0, breakBefore: 0 } } : {}),
    }));
    const drawn = { ...flow, items };
    expect(drawPages(drawn, paginate(drawn, modelOf(2, 10)))).toBe(
      picture(`
        a f
        b g
        c h
        d .
        e .
        . .
        F .
        F .
        _ .
        1 .`),
    );
  });

  it('keeps its order, with those after it waiting too', () => {
    const flow = flowOf('a b c !F*4 d !G*1 e f g h i j');
    const { columns } = paginate(flow, modelOf(2, 6));
    expect(columns[1]).toMatchObject({ head: [3, 5] });
  });

  it('does not part a heading from the text that moves up', () => {
    const flow = flowOf('a b c d H ~!F*4 ~e f g h i');
    const items = flow.items.map((item, i) =>
      i === 6
        ? { ...item, breakBefore: 0, withoutFloats: { gap: 0, breakBefore: Infinity } }
        : item,
    );
    for (const height of [5, 6, 7]) {
      const { columns } = paginate({ ...flow, items }, modelOf(1, height));
      const at = (item: number) => columns.findIndex(({ from, to }) => item >= from && item < to);
      const left = columns.some(({ head, foot }) => head.length + foot.length > 0);
      expect(at(4)).toBe(left ? at(6) : at(5));
    }
  });

  it('stays in the column where it calls a note', () => {
    const flow = flowOf('a b c !F1*3 d e f g h i', { 1: 1 });
    const { columns, faults } = paginate(flow, modelOf(2, 7));
    expect(faults).toEqual([]);
    const own = columns.findIndex(({ from, to }) => 3 >= from && 3 < to);
    expect(columns[own]?.notes).toEqual([{ note: 0, from: 0, to: 1 }]);
    expect(columns.flatMap(({ head }) => head)).toEqual([]);
  });

  it('stands before a page that the text asks for', () => {
    expect(draw('a b c !F*4 d >>e f', 1, 5)).toBe(
      picture(`
        a
        b
        c
        d
        .

        F
        F
        F
        F
        .

        e
        f
        .
        .
        .`),
    );
  });

  it('is told of as a box too tall where no column holds it', () => {
    const flow = flowOf('a b !F*8 c');
    const { faults, columns } = paginate(flow, modelOf(1, 5));
    expect(faults).toMatchObject([{ kind: 'overflow', item: 2 }]);
    expect(columns.at(-1)?.to).toBe(4);
  });
});

/** Pages of floats and of the items they belong to. */
function pagesOf(lines: number, floats: PageFloat[], model = modelOf(2, 10)) {
  const { plan, floats: placed } = paginateWithFloats(text(lines), floats, model);
  const items = floats.map(
    ({ item }) => plan.columns.find(({ from, to }) => item >= from && item < to)?.page,
  );
  return { plan, placed, pages: placed.map(({ page }) => page), items };
}

describe('a float', () => {
  it('stands at the foot of the first page where its item is there', () => {
    const { plan, placed, items } = pagesOf(30, [{ item: 3, height: 4 }]);
    expect(placed).toEqual([{ float: 0, page: 0, edge: 'foot', offset: 0, height: 4 }]);
    expect(items).toEqual([0]);
    expect(plan.columns.slice(0, 3).map(({ from, to }) => to - from)).toEqual([6, 6, 10]);
  });

  it('stands at the head of the page of its item', () => {
    const { placed, items } = pagesOf(60, [{ item: 25, height: 4 }]);
    expect(placed).toEqual([{ float: 0, page: 1, edge: 'head', offset: 0, height: 4 }]);
    expect(items).toEqual([1]);
  });

  it('stands on the next page where it would push its item there', () => {
    const { pages, items } = pagesOf(60, [{ item: 38, height: 5 }]);
    expect([pages, items]).toEqual([[2], [1]]);
  });

  it('stands under the float before it, and moves on where both have no room', () => {
    const two = pagesOf(60, [
      { item: 21, height: 2 },
      { item: 22, height: 3 },
    ]);
    expect(two.placed.map(({ page, offset }) => [page, offset])).toEqual([
      [1, 0],
      [1, 2],
    ]);
    const { pages } = pagesOf(60, [
      { item: 21, height: 5 },
      { item: 22, height: 5 },
    ]);
    expect(pages).toEqual([1, 2]);
  });

  it('stands alone on a page where it leaves too little of it', () => {
    const { plan, pages } = pagesOf(60, [{ item: 22, height: 9 }]);
    expect(pages).toEqual([2]);
    expect(plan.columns.map(({ page }) => page)).not.toContain(2);
    expect(plan.columns.at(-1)?.to).toBe(60);
  });

  it('has a page after the text where that ends before', () => {
    const { plan, pages } = pagesOf(20, [{ item: 19, height: 5 }]);
    expect(pages).toEqual([1]);
    expect(plan.pageCount).toBe(2);
  });

  it('changes nothing where there is none', () => {
    const flow = text(33);
    const model = modelOf(2, 10);
    expect(paginateWithFloats(flow, [], model).plan).toEqual(paginate(flow, model));
  });
});

describe('the notes of a float', () => {
  /** Pages on which notes begin, and those of floats. */
  function placed(
    flow: ReturnType<typeof flowOf>,
    floats: PageFloat[],
    noteColumns?: number,
    height = 10,
  ) {
    const found = paginateWithFloats(flow, floats, modelOf(2, height, { noteColumns }));
    const columns = [
      ...found.plan.columns,
      ...found.plan.areas.flatMap(({ page, columns }) => columns.map((notes) => ({ page, notes }))),
    ];
    const begins = (note: number) =>
      columns.find(({ notes }) => notes.some((part) => part.note === note && part.from === 0));
    return {
      notes: flow.notes.map((_, note) => begins(note)?.page),
      floats: found.floats.map(({ page }) => page),
      plan: found.plan,
    };
  }
  const calling = (lines: number, calls: Record<number, number[]>, lengths: number[]) => {
    const names = Object.fromEntries(lengths.map((length, note) => [`${note + 1}`, length]));
    const flow = flowOf(Array.from({ length: lines }, () => 'a').join(' '), names);
    const items = flow.items.map((item, index) => ({ ...item, notes: calls[index] ?? [] }));
    return { ...flow, items };
  };

  it('stand on its page, where that is the one after its place', () => {
    for (const noteColumns of [undefined, 1, 2]) {
      const flow = calling(80, { 38: [0, 1] }, [2, 1]);
      const { notes, floats, plan } = placed(
        flow,
        [{ item: 38, height: 5, notes: [0, 1] }],
        noteColumns,
      );
      expect([notes, floats]).toEqual([[2, 2], [2]]);
      expect(plan.faults).toEqual([]);
      expect(plan.columns.at(-1)?.to).toBe(80);
    }
  });

  it('stand on its page, beside it, where it is too high for other text', () => {
    const flow = calling(160, { 42: [0] }, [1]);
    const float = { item: 42, height: 15, notes: [0] };
    const { notes, floats } = placed(flow, [float], undefined, 20);
    expect([notes, floats]).toEqual([[2], [2]]);
  });

  it('pass by no other note', () => {
    const flow = calling(80, { 38: [0], 39: [1] }, [2, 2]);
    const { notes } = placed(flow, [{ item: 38, height: 5, notes: [0] }]);
    expect(notes[0]).toBeLessThanOrEqual(notes[1] as number);
  });
});

describe('floats', () => {
  const floats = fc
    .array(
      fc.record({
        item: fc.integer({ min: 0, max: 299 }),
        height: fc.integer({ min: 1, max: 10 }),
      }),
      {
        maxLength: 12,
      },
    )
    .map((list) => list.sort((a, b) => a.item - b.item));

  it('keep their order and lose no text', () => {
    fc.assert(
      fc.property(floats, fc.integer({ min: 1, max: 3 }), (list, columns) => {
        const model = modelOf(columns, 10, { first: 6 });
        const { plan, pages, placed } = pagesOf(300, list, model);
        expect(pages).toEqual(pages.toSorted((a, b) => a - b));
        expect(plan.columns[0]?.from).toBe(0);
        expect(plan.columns.at(-1)?.to).toBe(300);
        expect(plan.faults).toEqual([]);
        for (const { page } of placed) {
          const taken = placed
            .filter((other) => other.page === page)
            .reduce((sum, { float }) => sum + (list[float]?.height ?? 0), 0);
          const heights = plan.columns.filter((column) => column.page === page);
          const whole = page === 0 ? 6 : 10;
          for (const { height } of heights) expect(height + taken).toBeLessThanOrEqual(whole);
          expect(taken).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stand in sight of their items where they are few and low', () => {
    const few = fc
      .array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })
      .map((slots) => [...new Set(slots)].sort().map((slot) => ({ item: slot * 43, height: 3 })));
    fc.assert(
      fc.property(few, (list) => {
        const { pages, items } = pagesOf(300, list);
        pages.forEach((page, float) => {
          expect([0, 1]).toContain(page - (items[float] ?? 0));
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('floats as wide as the page, to the end of a book', () => {
  it('are placed without trying how far behind a plan could be', () => {
    const flow = {
      items: Array.from({ length: 3000 }, (_, line) => ({
        height: 1,
        gap: 0,
        breakBefore: line % 7 === 0 ? Number.POSITIVE_INFINITY : line % 5,
        notes: line % 40 === 39 ? [(line - 39) / 40] : [],
      })),
      notes: Array.from({ length: 75 }, () => ({
        items: Array.from({ length: 6 }, () => ({
          height: 1,
          gap: 0,
          breakBefore: 0,
          notes: [],
        })),
      })),
    };
    const floats = Array.from({ length: 27 }, (_, float) => ({
      item: 100 * float + 60,
      height: 4 + (float % 9),
    }));
    const { plan, floats: placed } = paginateWithFloats(flow, floats, modelOf(2, 46));
    expect(plan.faults).toEqual([]);
    expect(placed.map(({ float }) => float)).toEqual(floats.map((_, float) => float));
  });
});
