import { expect, it } from 'vitest';
import type { FlowItem } from '../../../src/pages/pagination/model.js';
import { paginate } from '../../../src/pages/pagination/paginate.js';

const line = (more: Partial<FlowItem> = {}): FlowItem => ({
  height: 1,
  gap: 0,
  breakBefore: 0,
  notes: [],
  ...more,
});

const lines = (count: number, more: Partial<FlowItem> = {}) =>
  Array.from({ length: count }, () => line(more));

const figure = (height: number) => line({ height, float: { items: 1, height: height + 1 } });

const model = {
  shapeOf: () => [20, 20],
  noteSeparator: 1,
  continuedSeparator: 1,
  levelEnds: true,
  leading: 1,
};

const columnsOf = (items: readonly FlowItem[]) =>
  paginate({ items, notes: [] }, model).columns.map(({ from, to, head, foot }) => [
    to - from,
    head.length,
    foot.length,
  ]);

it('a figure does not stand between two parts of a box where columns can be filled otherwise', () => {
  const items = (more: Partial<FlowItem>) => [
    ...lines(16),
    figure(8),
    // A line before the box, its own first, and what goes on.
    ...lines(2),
    ...lines(5, more),
    ...lines(30),
  ];
  expect(columnsOf(items({})).slice(0, 2)).toEqual([
    [21, 0, 0],
    [11, 1, 0],
  ]);
  expect(columnsOf(items({ inBox: true })).slice(0, 2)).toEqual([
    [18, 0, 0],
    [11, 1, 0],
  ]);
});

it('no figure comes after what ends the text', () => {
  const items = [...lines(30), figure(6), line({ endsText: true })];
  const plan = paginate({ items, notes: [] }, model);
  const last = plan.columns.at(-1);
  expect(last?.foot).toEqual([]);
  expect(plan.faults).toEqual([]);
});
