import {
  defaultWeights,
  type Flow,
  type FlowItem,
  type PageModel,
} from '../../../src/pages/pagination/index.js';
import { lineOfGrid, unshrunk } from './line-of-grid.js';

/** What follows from a flow's rules about its text, added up line by line. */
function textOf({ items }: Flow, { grid }: PageModel) {
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
    if (keptFloat !== undefined && keptFloat >= from) return unshrunk(items[first] as FlowItem);
    return item.withoutFloats ?? item;
  };

  const textHeight = (from: number, own: readonly number[], isGone: (i: number) => boolean) =>
    own.reduce((sum, i, at) => {
      const { height, repeat = 0, rise = 0 } = items[i] as FlowItem;
      if (at === 0) return height + repeat;
      const { gap, leastGap } = before(i, from, isGone);
      if (grid === undefined || leastGap === undefined) return sum + gap + height;
      return lineOfGrid(sum + rise, { gap, leastGap }, grid) - rise + height;
    }, 0);

  /** What floats cost that wait after a column. */
  const waitCost = (item: number, to: number, next: number, isLast: boolean): number => {
    const { floatInNextColumn, floatOnNextPage, lateFloat } = defaultWeights;
    return (
      Math.max(0, floatsBefore(to) - next) * (floatInNextColumn + (isLast ? floatOnNextPage : 0)) +
      Math.max(0, floatsBefore(item) - next) * lateFloat
    );
  };

  return { items, starts, floatsBefore, floatHeight, calls, kept, before, textHeight, waitCost };
}

const shortCost = (slack: number) => defaultWeights.shortColumn * Math.max(0, slack) ** 2;

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

  const text = textOf(flow, model);
  const { starts, floatsBefore, floatHeight, calls, kept, before, textHeight } = text;

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

  const waitCost = (item: number, to: number, next: number, column: number): number =>
    text.waitCost(item, to, next, columns[column + 1]?.position === 0);

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
    const filled = textHeight(item, own, isGone) + floated + below;
    const height = columns[column]?.height ?? 0;
    if (filled > height + 1e-9) return Infinity;
    const following = items[to];
    const forced = following?.forced !== undefined && (to > item || waits);
    const breakCost =
      to === item || following === undefined || forced ? 0 : before(to, item, isGone).breakBefore;
    if (breakCost === Infinity) return Infinity;
    const base =
      breakCost + defaultWeights.movedFloat * (head + foot) + waitCost(item, to, next, column);
    const area = pending(note, line, to);
    const slack = height - filled - areaHeight(area, line > 0);
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
      const room = height - filled - areaHeight(area.slice(0, whole + cut - start), line > 0);
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

/** All ways to divide lines into columns, one after the other: the height of the lowest. */
function levelHeight(
  lines: readonly FlowItem[],
  mayBreak: readonly boolean[],
  columns: number,
): number {
  if (lines.length === 0) return 0;
  if (columns === 0) return Infinity;
  let [least, height] = [Infinity, 0];
  lines.forEach(({ height: own, gap }, i) => {
    height += i === 0 ? own : own + gap;
    if (i + 1 < lines.length && !mayBreak[i + 1]) return;
    const rest = levelHeight(lines.slice(i + 1), mayBreak.slice(i + 1), columns - 1);
    least = Math.min(least, Math.max(height, rest));
  });
  return least;
}

/**
 * The same as {@link leastCost} for notes that stand together at the foot of their page: every
 * place that the notes of a page may end at is tried with every way to fill its columns above them.
 */
export function leastPageCost(flow: Flow, model: PageModel): number {
  const { items, notes } = flow;
  const text = textOf(flow, model);
  const { starts, floatsBefore } = text;
  const shapes = Array.from({ length: 30 }, (_, page) => model.shapeOf(page));
  const called = (to: number) =>
    items.slice(0, to).reduce((sum, item) => sum + item.notes.length, 0);
  const lines = (note: number) => notes[note]?.items ?? [];
  const known = new Map<string, number>();

  /** The lines of some notes, the first from one line on, the last up to another. */
  const areaHeight = (note: number, line: number, last: number, end: number): number => {
    const own: FlowItem[] = [];
    const mayBreak: boolean[] = [];
    for (let n = note; n <= last; n += 1) {
      const from = n === note ? line : 0;
      const to = n === last ? end : lines(n).length;
      lines(n)
        .slice(from, to)
        .forEach((item, i) => {
          own.push(item);
          const inside = i >= 2 && to - from - i >= 2 && item.breakBefore < Infinity;
          mayBreak.push(i === 0 || inside);
        });
    }
    if (own.length === 0) return 0;
    const separator = line > 0 ? model.continuedSeparator : model.noteSeparator;
    return separator + levelHeight(own, mayBreak, model.noteColumns ?? 1);
  };

  const search = (
    item: number,
    note: number,
    line: number,
    float: number,
    page: number,
  ): number => {
    const left = [lines(note).slice(line), ...notes.slice(note + 1).map((own) => own.items)];
    const isDone = item === items.length && float === starts.length;
    if (isDone && left.flat().length === 0) return 0;
    const shape = shapes[page];
    if (shape === undefined) return Infinity;
    const key = [item, note, line, float, page].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    let best = Infinity;
    for (let end = note; end <= notes.length; end += 1) {
      for (let cut = 0; cut < Math.max(1, lines(end).length); cut += 1) {
        best = Math.min(best, onPage({ item, note, line, float, page, end, cut }));
      }
    }
    known.set(key, best);
    return best;
  };

  /** The page's notes end before line `cut` of `end`. */
  const onPage = (at: PageWay): number => {
    const { item, note, line, float, page, end, cut } = at;
    const shape = shapes[page] ?? [];
    if (end === note && cut < line) return Infinity;
    if (cut > 0 && lines(end).length - cut < 2) return Infinity;
    const from = end === note ? line : 0;
    const goesOn = cut > from;
    if (cut > 0 && !goesOn && !(end === note && cut === line)) return Infinity;
    if (goesOn && cut - from < 2) return Infinity;
    // A carried note goes on.
    const carries = Array.from({ length: Math.max(0, called(item) - note) }, (_, k) =>
      k === 0 ? lines(note).length - line : lines(note + k).length,
    ).some((count) => count > 0);
    if (carries && end === note && cut === line) return Infinity;
    const breakBefore = goesOn ? (lines(end)[cut]?.breakBefore ?? 0) : 0;
    if (breakBefore === Infinity) return Infinity;
    const area = goesOn
      ? areaHeight(note, line, end, cut)
      : areaHeight(note, line, end - 1, lines(end - 1).length);
    if (area > Math.min(...shape) + 1e-9) return Infinity;
    // The whole note takes no more room than its part.
    if (goesOn && areaHeight(note, line, end, lines(end).length) <= area + 1e-6) return Infinity;
    const { splitNote, splitNoteAgain, carriedLine } = defaultWeights;
    const cutCost = goesOn
      ? (from > 0 ? splitNoteAgain : splitNote) +
        carriedLine * (lines(end).length - cut) +
        breakBefore
      : 0;
    const ends = goesOn
      ? { called: end + 1, note: end, line: cut }
      : { called: end, note: end, line: 0 };
    return cutCost + columnsAbove(at, area, ends, item, float, 0, false);
  };

  const columnsAbove = (
    at: PageWay,
    area: number,
    ends: { called: number; note: number; line: number },
    item: number,
    float: number,
    column: number,
    isOver: boolean,
  ): number => {
    const shape = shapes[at.page] ?? [];
    /** Whether the notes called before an item are those that the page ends with. */
    const agrees = (to: number) => {
      const [few, many] = [Math.min(called(to), ends.called), Math.max(called(to), ends.called)];
      return notes.slice(few, many).every(({ items: own }) => own.length === 0);
    };
    const isWhole =
      ends.line === 0 && notes.slice(ends.note).every(({ items: own }) => own.length === 0);
    const isDone = item === items.length && float === starts.length && isWhole;
    if (isDone && agrees(item)) return 0;
    if (column === shape.length) {
      if (!agrees(item)) return Infinity;
      const isSame = item === at.item && float === at.float && area === 0;
      const highest = shapes.slice(at.page + 1).flat();
      const mayBeEmpty = shape.every((own, i) =>
        [...shape.slice(i + 1), ...highest].some((other) => other > own),
      );
      if (isSame && !mayBeEmpty) return Infinity;
      return search(item, ends.note, ends.line, float, at.page + 1);
    }
    let best = Infinity;
    const room = (shape[column] as number) - area;
    for (const { to, next, cost } of columnWays(item, float, room, column, shape.length, isWhole)) {
      const isNothing = to === item && next === float;
      // Text that is over for its page goes on in no later column, unless that is taller.
      const isTaller = (shape[column] as number) > (shape[column - 1] ?? 0);
      if (isOver && !isNothing && !isTaller) continue;
      best = Math.min(best, cost + columnsAbove(at, area, ends, to, next, column + 1, isNothing));
    }
    return best;
  };

  /** Every way to fill a column with text and floats. */
  const columnWays = (
    item: number,
    float: number,
    room: number,
    column: number,
    columns: number,
    notesEnd: boolean,
  ): { to: number; next: number; cost: number }[] => {
    const ways: { to: number; next: number; cost: number }[] = [];
    const waiting = floatsBefore(item) - float;
    const asksForPage = items[item]?.forced === 'page';
    const waits = asksForPage && (column > 0 || waiting > 0);
    const isLast = column === columns - 1;
    for (let head = waiting; head >= 0 && ways.length === 0; head -= 1) {
      for (let to = item; to <= items.length; to += 1) {
        if (to > item && waits) break;
        if (items.slice(item + 1, to).some(({ forced }) => forced !== undefined)) break;
        const first = floatsBefore(item);
        const most = floatsBefore(to);
        for (let left = head < waiting ? first : most; left >= first; left -= 1) {
          const mostFoot = head < waiting ? 0 : most - left;
          for (let foot = 0; foot <= mostFoot; foot += 1) {
            const next = head < waiting ? float + head : left + foot;
            const { isGone, own } = text.kept(item, to, left);
            if (to < items.length && to > item && isGone(to - 1) && isGone(to) && !items[to]?.float)
              continue;
            if (own.length === 0 && head + foot === 0) continue;
            if (starts.slice(next, most).some(text.calls)) continue;
            const floated =
              text.floatHeight(float, float + head) + text.floatHeight(left, left + foot);
            const below = to > item ? (items[to]?.repeatBelow ?? 0) : 0;
            const slack = room - text.textHeight(item, own, isGone) - floated - below;
            if (slack < -1e-9) continue;
            const following = items[to];
            const forced = following?.forced !== undefined && (to > item || waits);
            const breakCost =
              to === item || following === undefined || forced
                ? 0
                : text.before(to, item, isGone).breakBefore;
            if (breakCost === Infinity) continue;
            const isEnd = to === items.length && next === starts.length && notesEnd;
            const cost =
              breakCost +
              defaultWeights.movedFloat * (head + foot) +
              text.waitCost(item, to, next, isLast) +
              (forced || isEnd ? 0 : shortCost(slack));
            ways.push({ to, next, cost });
          }
        }
      }
      if (head > 0) continue;
      const isEnd = item === items.length && waiting === 0 && notesEnd;
      const free = (waits && waiting === 0) || isEnd;
      const cost = (free ? 0 : shortCost(room)) + text.waitCost(item, item, float, isLast);
      ways.push({ to: item, next: float, cost });
    }
    return ways;
  };

  return search(0, 0, 0, 0, 0);
}

interface PageWay {
  item: number;
  note: number;
  line: number;
  float: number;
  page: number;
  end: number;
  cut: number;
}
