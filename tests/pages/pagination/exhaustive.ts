import {
  defaultWeights,
  type Flow,
  type FlowItem,
  type PageModel,
} from '../../../src/pages/pagination/index.js';

/**
 * The least cost of all plans without a fault, found by trying every one; Infinity where there is
 * none. Written from the rules alone: it shares no code with the paginator, adds heights up line
 * by line, and remembers nothing. `notes` of the flow are called in order.
 */
export function leastCost(flow: Flow, model: PageModel): number {
  const { items, notes } = flow;
  const shapes = Array.from({ length: 40 }, (_, page) => model.shapeOf(page));
  const columns = shapes.flatMap((shape) =>
    shape.map((height, position) => ({ height, position })),
  );
  const called = (to: number) =>
    items.slice(0, to).reduce((sum, item) => sum + item.notes.length, 0);
  const lines = (note: number) => notes[note]?.items ?? [];

  const textHeight = (from: number, to: number) =>
    items
      .slice(from, to)
      .reduce((sum, item, i) => sum + item.height + (i === 0 ? (item.repeat ?? 0) : item.gap), 0);

  /** Lines from a cursor on: the first `count` of them. */
  const pending = (note: number, line: number, to: number): FlowItem[] =>
    Array.from({ length: Math.max(0, called(to) - note) }, (_, k) =>
      k === 0 ? lines(note).slice(line) : lines(note + k),
    ).flat();

  const areaHeight = (area: readonly FlowItem[], continued: boolean) =>
    area.length === 0
      ? 0
      : area.reduce((sum, { height, gap }, i) => sum + height + (i === 0 ? 0 : gap), 0) +
        (continued ? model.continuedSeparator : model.noteSeparator);

  const shortCost = (slack: number) => defaultWeights.shortColumn * Math.max(0, slack) ** 2;

  const search = (item: number, note: number, line: number, column: number): number => {
    if (item === items.length && pending(note, line, item).length === 0) return 0;
    const here = columns[column];
    if (here === undefined) return Infinity;
    const waits = items[item]?.forced === 'page' && here.position > 0;
    const carries = pending(note, line, item).length > 0;
    let best = Infinity;
    for (let to = item; to <= items.length; to += 1) {
      if (to > item && waits) break;
      const text = textHeight(item, to);
      if (text > here.height + 1e-9) break;
      if (items.slice(item + 1, to).some(({ forced }) => forced !== undefined)) break;
      best = Math.min(best, fill(item, to, note, line, column, text, carries, waits));
    }
    return best;
  };

  const fill = (
    item: number,
    to: number,
    note: number,
    line: number,
    column: number,
    text: number,
    carries: boolean,
    waits: boolean,
  ): number => {
    const height = columns[column]?.height ?? 0;
    const next = items[to];
    const forced = next?.forced !== undefined && (to > item || waits);
    if (to === item && !carries) {
      const starts = items[item]?.forced === 'page';
      const taller = columns
        .slice(column + 1)
        .some((other) => other.height > height && (!starts || other.position === 0));
      if (!waits && !taller) return Infinity;
      return (waits ? 0 : shortCost(height)) + search(item, note, line, column + 1);
    }
    const breakCost = to === item || next === undefined || forced ? 0 : next.breakBefore;
    if (breakCost === Infinity) return Infinity;
    const area = pending(note, line, to);
    const slack = height - text - areaHeight(area, line > 0);
    if (slack >= -1e-9) {
      const free = forced || to === items.length;
      return breakCost + (free ? 0 : shortCost(slack)) + search(to, called(to), 0, column + 1);
    }
    let best = Infinity;
    let last = called(to) - 1;
    while (last > note && lines(last).length === 0) last -= 1;
    const start = last === note ? line : 0;
    const before = area.length - (lines(last).length - start);
    for (let cut = start + 2; cut <= lines(last).length - 2; cut += 1) {
      const room = height - text - areaHeight(area.slice(0, before + cut - start), line > 0);
      if (room < -1e-9) break;
      const cost =
        breakCost +
        (start > 0 ? defaultWeights.splitNoteAgain : defaultWeights.splitNote) +
        defaultWeights.carriedLine * (lines(last).length - cut) +
        (lines(last)[cut]?.breakBefore ?? 0) +
        (forced ? 0 : shortCost(room));
      if (cost < Infinity) best = Math.min(best, cost + search(to, last, cut, column + 1));
    }
    return best;
  };

  return search(0, 0, 0, 0);
}
