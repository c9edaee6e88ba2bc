import { lateNotes } from '../late-notes.js';
import { type NoteCursor, rounding } from '../measurements.js';
import { faultCost, floatsCost, shortColumnCost, waitingFloats } from '../setting.js';
import type { ChosenFault, ColumnStart, Filling } from '../states.js';
import type { PageReach } from './fill-page.js';
import { ColumnsAboveArea, columnsOfPage, type PageSetting } from './page-setting.js';

type PageStart = ColumnStart & { cost: number };

/**
 * Ways to go on where no page can be filled without a fault: text is broken where it forbids it,
 * notes are cut to single lines or start late, a box too tall for any column stands over. Floats
 * that wait are placed before any text; those that the text brings keep their places.
 */
export function fillPageAtAnyPrice(start: PageStart, setting: PageSetting, reach: PageReach): void {
  new PressedPage(start, setting, reach).fill();
}

class PressedPage {
  private readonly columns: readonly number[];
  private readonly cursor: NoteCursor;
  private readonly carries: boolean;
  private offered = false;

  constructor(
    private readonly start: PageStart,
    private readonly setting: PageSetting,
    private readonly reach: PageReach,
  ) {
    this.columns = columnsOfPage(start.column, setting.columns);
    this.cursor = { note: start.note, line: start.line };
    this.carries = start.note < setting.measurements.called(start.item);
  }

  fill(): void {
    const { start, setting } = this;
    if (waitingFloats(start, { measurements: setting.text }) > 0) {
      this.offerFloats();
      return;
    }
    for (let to = start.item + (this.carries ? 0 : 1); to <= setting.text.itemCount; to += 1) {
      if (!this.offerTextTo(to)) break;
      if (to > start.item && setting.text.items[to]?.forced === 'page') break;
    }
    if (this.offered) return;
    if (this.carries) this.offerOversizedLine();
    else this.offerOversizedItem();
  }

  /** With as many lines of the notes called as there is room for. */
  private offerTextTo(to: number): boolean {
    const whole = this.fillings(to, 0);
    if (whole === undefined) return false;
    const { measurements } = this.setting;
    let notes = this.cursor;
    let [fillings, area] = [whole, 0];
    while (notes.note < measurements.called(to)) {
      const next = measurements.settled(notes.note, notes.line + 1);
      const height = this.setting.pressedAreas.height(this.cursor, next);
      const above = this.fillings(to, height);
      if (above === undefined) break;
      [notes, fillings, area] = [next, above, height];
    }
    const advanced = notes.note !== this.cursor.note || notes.line !== this.cursor.line;
    if (to > this.start.item || advanced) this.offer(to, notes, fillings, area);
    return true;
  }

  /** The page's columns filled up to an item, each as far as a break that is allowed, if there is one. */
  private fillings(to: number, area: number): Filling[] | undefined {
    const { columns, text } = this.setting;
    const found: Filling[] = [];
    let item = this.start.item;
    for (const column of this.columns) {
      const height = columns.heightOf(column) - area;
      if (height < -rounding) return undefined;
      const filling = this.fillingOf(item, to, height);
      // Text that asks for a page begins in its first column.
      const begins = filling.to > item && column !== this.columns[0];
      if (begins && text.items[item]?.forced === 'page') return undefined;
      found.push(filling);
      item = filling.to;
    }
    return item === to ? found : undefined;
  }

  private fillingOf(from: number, to: number, room: number): Filling {
    const { text } = this.setting;
    let [height, slack, end] = [0, room, from];
    let last: { end: number; slack: number } | undefined;
    for (let item = from; item < to; item += 1) {
      height = text.heightWith(item, item === from ? undefined : height);
      if (height > room + rounding) break;
      const left = room - height - (text.repeatsBelow[item + 1] as number);
      if (left >= -rounding) [end, slack] = [item + 1, left];
      if (text.breaks[item + 1] !== Infinity && left >= -rounding) last = { end, slack };
      if (text.forcedBreaks[item + 1] === 1) break;
    }
    if (end < to && last !== undefined) [end, slack] = [last.end, last.slack];
    const floats = { next: text.floatsBefore(end), head: 0, foot: 0 };
    const faults: ChosenFault[] = this.isForbidden(end, from)
      ? [{ kind: 'forbidden-break', item: end }]
      : [];
    return { to: end, notes: noNotes, floats, slack, cost: 0, faults };
  }

  private isForbidden(end: number, from: number): boolean {
    return end > from && this.setting.text.breaks[end] === Infinity;
  }

  private offerFloats(): void {
    const { start, setting } = this;
    const { text, measurements, columns } = setting;
    const last = text.floatsBefore(start.item);
    let next = start.float;
    const fillings = this.columns.map((column): Filling => {
      const first = next;
      const height = columns.heightOf(column);
      const fits = (to: number) => text.floatHeight(first, to) <= height + rounding;
      while (next < last && (fits(next + 1) || next === start.float)) next += 1;
      const slack = height - text.floatHeight(first, next);
      const floats = { next, head: next - first, foot: 0 };
      const fault: ChosenFault = { kind: 'overflow', item: text.floats[first]?.item };
      const faults = slack < -rounding ? [fault] : [];
      return { to: start.item, notes: noNotes, floats, slack, cost: 0, faults };
    });
    let notes = this.cursor;
    let area = 0;
    while (notes.note < measurements.called(start.item)) {
      const end = measurements.settled(notes.note, notes.line + 1);
      const height = setting.pressedAreas.height(this.cursor, end);
      if (fillings.some(({ slack }) => slack < height - rounding)) break;
      [notes, area] = [end, height];
    }
    const above = fillings.map((filling) => ({ ...filling, slack: filling.slack - area }));
    this.offer(start.item, notes, above, area);
  }

  /** A line of a carried note higher than its page. */
  private offerOversizedLine(): void {
    const { measurements, pressedAreas, columns } = this.setting;
    const { item, float } = this.start;
    const notes = measurements.settled(this.cursor.note, this.cursor.line + 1);
    const area = pressedAreas.height(this.cursor, notes);
    const note = measurements.noteOrder[this.cursor.note] as number;
    const height = columns.heightOf(this.columns[0] as number);
    const filling: Filling = {
      ...{ to: item, notes: noNotes, cost: 0 },
      floats: { next: float, head: 0, foot: 0 },
      slack: height - area,
      faults: [{ kind: 'overflow', note }],
    };
    this.offer(item, notes, [filling], area);
  }

  /** An item higher than its column stands alone in it; its notes follow on the next page. */
  private offerOversizedItem(): void {
    const { text, columns } = this.setting;
    const { item } = this.start;
    const to = item + 1;
    const room = columns.heightOf(this.columns[0] as number);
    const below = text.repeatsBelow[to] as number;
    const fault: ChosenFault = { kind: 'overflow', item };
    const broken: ChosenFault = { kind: 'forbidden-break', item: to };
    const filling: Filling = {
      ...{ to, notes: noNotes, cost: 0 },
      floats: { next: text.floatsBefore(to), head: 0, foot: 0 },
      slack: room - text.heightWith(item, undefined) - below,
      faults: this.isForbidden(to, item) ? [fault, broken] : [fault],
    };
    this.offer(to, this.cursor, [filling], 0);
  }

  private offer(to: number, notes: NoteCursor, fillings: Filling[], area: number): void {
    const { start, setting, reach } = this;
    const { weights, text } = setting;
    const [first] = fillings;
    if (first === undefined) return;
    const late = lateNotes(start, to, notes, setting.measurements) ?? [];
    first.faults = [...(first.faults ?? []), ...late];
    const room = {
      measurements: text,
      weights,
      columns: new ColumnsAboveArea(setting.columns, area),
    };
    // Columns of the notes end where they may not.
    const pressed = setting.areas.height(this.cursor, notes) > area + rounding;
    let cost = pressed ? weights.strayNoteLine : 0;
    if (notes.line > 0) cost += weights.splitNote + weights.strayNoteLine;
    let item = start.item;
    fillings.forEach((filling, index) => {
      const { to: end, slack, floats, faults = [] } = filling;
      const column = this.columns[index] as number;
      const isFree = text.items[end]?.forced !== undefined && end > item;
      if (!isFree && !reach.isComplete(end, notes, floats.next)) {
        cost += shortColumnCost(slack, { measurements: text, weights });
      }
      const breakCost = end > item ? text.breakBefore(end) : 0;
      if (breakCost < Infinity) cost += breakCost;
      cost += floatsCost({ item, column }, end, floats, { ...room, lastColumnCounts: true });
      for (const fault of faults) cost += faultCost(fault, weights);
      item = end;
    });
    this.offered = true;
    const float = fillings.at(-1)?.floats.next ?? start.float;
    const page = { columns: fillings, area, notes, pressed };
    reach.reach(to, notes, float, start.cost + cost, () => page);
  }
}

const noNotes: NoteCursor = { note: 0, line: 0 };
