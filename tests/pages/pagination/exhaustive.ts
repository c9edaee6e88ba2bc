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

  const starts = items.flatMap(({ float }, i) => (float ? [i] : []));
  const floatsBefore = (to: number) => starts.filter((start) => start < to).length;
  const groupEnd = (start: number) => start + (items[start]?.float?.items ?? 0);
  const floatHeight = (from: number, to: number) =>
    starts.slice(from, to).reduce((sum, start) => sum + (items[start]?.float?.height ?? 0), 0);
  const calls = (start: number) =>
    items.slice(start, groupEnd(start)).some((item) => item.notes.length > 0);

  /** Items of a column that keep their places, where floats from `left` on do not. */
  const kept = (from: number, to: number, left: number) => {
    const gone = starts.slice(left).map((start) => [start, groupEnd(start)] as const);
    const isGone = (i: number) => gone.some(([start, end]) => i >= start && i < end);
    return { isGone, own: items.flatMap((_, i) => (i >= from && i < to && !isGone(i) ? [i] : [])) };
  };

  const floatHolding = (i: number) => starts.find((start) => i >= start && i < groupEnd(start));

  /** What holds before an item, where the column begins with `from`. */
  const before = (i: number, from: number, isGone: (i: number) => boolean) => {
    const item = items[i] as FlowItem;
    if (i === 0 || !isGone(i - 1)) return item;
    let first = i;
    while (first > 0 && isGone(first - 1)) first = floatHolding(first - 1) ?? 0;
    const keptFloat = first > 0 ? floatHolding(first - 1) : undefined;
    if (keptFloat !== undefined && keptFloat >= from) return items[first] as FlowItem;
    return item.withoutFloats ?? item;
  };

  const textHeight = (from: number, own: readonly number[], isGone: (i: number) => boolean) =>
    own.reduce((sum, i, at) => {
      const { height, repeat = 0 } = items[i] as FlowItem;
      return sum + height + (at === 0 ? repeat : before(i, from, isGone).gap);
    }, 0);

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

  const search = (
    item: number,
    note: number,
    line: number,
    float: number,
    column: number,
  ): number => {
    const isComplete = item === items.length && float === starts.length;
    if (isComplete && pending(note, line, item).length === 0) return 0;
    const here = columns[column];
    if (here === undefined) return Infinity;
    const waiting = floatsBefore(item) - float;
    const asksForPage = items[item]?.forced === 'page';
    const waits = asksForPage && (here.position > 0 || waiting > 0);
    const carries = pending(note, line, item).length > 0;
    let best = Infinity;
    const see = (cost: number) => {
      best = Math.min(best, cost);
    };
    let filled = false;
    const whenFits = () => {
      filled = true;
    };
    // As many as the column can take stand at its head.
    let mayStayEmpty = false;
    for (let head = waiting; head >= 0 && !filled; head -= 1) {
      mayStayEmpty = head === 0;
      for (let to = item; to <= items.length; to += 1) {
        if (to > item && waits) break;
        if (items.slice(item + 1, to).some(({ forced }) => forced !== undefined)) break;
        // Those from `left` on leave their places, and of these the first may stand at the foot.
        const first = floatsBefore(item);
        const most = floatsBefore(to);
        for (let left = head < waiting ? first : most; left >= first; left -= 1) {
          const mostFoot = head < waiting ? 0 : most - left;
          for (let foot = 0; foot <= mostFoot; foot += 1) {
            const next = head < waiting ? float + head : left + foot;
            const floats = { head, left, foot, next };
            const way = { item, to, note, line, float, column, waits, carries, ...floats };
            see(fill({ ...way, whenFits }));
          }
        }
      }
    }
    const free = waits && waiting === 0;
    const taller = columns
      .slice(column + 1)
      .some(
        (other) =>
          other.height > here.height && (!(asksForPage && waiting === 0) || other.position === 0),
      );
    if (mayStayEmpty && !carries && (free || taller)) {
      const short = free ? 0 : shortCost(here.height);
      see(
        short + waitCost(item, item, float, column) + search(item, note, line, float, column + 1),
      );
    }
    return best;
  };

  const waitCost = (item: number, to: number, next: number, column: number): number => {
    const { floatInNextColumn, floatOnNextPage, lateFloat } = defaultWeights;
    const isLast = columns[column + 1]?.position === 0;
    return (
      Math.max(0, floatsBefore(to) - next) * (floatInNextColumn + (isLast ? floatOnNextPage : 0)) +
      Math.max(0, floatsBefore(item) - next) * lateFloat
    );
  };

  const fill = (way: Way): number => {
    const { item, to, note, line, float, column, waits, carries } = way;
    const { head, left, foot, next, whenFits } = way;
    const { isGone, own } = kept(item, to, left);
    if (to < items.length && to > item && isGone(to - 1) && isGone(to) && !items[to]?.float)
      return Infinity;
    if (own.length === 0 && head + foot === 0 && !carries) return Infinity;
    if (starts.slice(next, floatsBefore(to)).some(calls)) return Infinity;
    const floated = floatHeight(float, float + head) + floatHeight(left, left + foot);
    const below = to > item ? (items[to]?.repeatBelow ?? 0) : 0;
    const text = textHeight(item, own, isGone) + floated + below;
    const height = columns[column]?.height ?? 0;
    if (text > height + 1e-9) return Infinity;
    const following = items[to];
    const forced = following?.forced !== undefined && (to > item || waits);
    const breakCost =
      to === item || following === undefined || forced ? 0 : before(to, item, isGone).breakBefore;
    if (breakCost === Infinity) return Infinity;
    const base =
      breakCost + defaultWeights.movedFloat * (head + foot) + waitCost(item, to, next, column);
    const area = pending(note, line, to);
    const slack = height - text - areaHeight(area, line > 0);
    if (slack >= -1e-9) {
      const free = forced || (to === items.length && next === starts.length);
      whenFits();
      return base + (free ? 0 : shortCost(slack)) + search(to, called(to), 0, next, column + 1);
    }
    let best = Infinity;
    let last = called(to) - 1;
    while (last > note && lines(last).length === 0) last -= 1;
    const start = last === note ? line : 0;
    const whole = area.length - (lines(last).length - start);
    for (let cut = start + 2; cut <= lines(last).length - 2; cut += 1) {
      const room = height - text - areaHeight(area.slice(0, whole + cut - start), line > 0);
      if (room < -1e-9) break;
      const cost =
        base +
        (start > 0 ? defaultWeights.splitNoteAgain : defaultWeights.splitNote) +
        defaultWeights.carriedLine * (lines(last).length - cut) +
        (lines(last)[cut]?.breakBefore ?? 0) +
        (forced ? 0 : shortCost(room));
      if (cost === Infinity) continue;
      whenFits();
      best = Math.min(best, cost + search(to, last, cut, next, column + 1));
    }
    return best;
  };

  return search(0, 0, 0, 0, 0);
}

/** A way to fill a column: {@link leastCost} tries all. */
interface Way {
  item: number;
  to: number;
  note: number;
  line: number;
  float: number;
  column: number;
  waits: boolean;
  carries: boolean;
  /** Floats at the head; the first float that leaves its place; how many of these at the foot. */
  head: number;
  left: number;
  foot: number;
  /** The first float that is not placed yet. */
  next: number;
  whenFits(): void;
}
