import { lateNotes } from './late-notes.js';
import { type NoteCursor, rounding } from './measurements.js';
import type { Offers } from './offers.js';
import {
  faultCost,
  floatsCost,
  type Setting,
  shortColumnCost,
  waitingFloats,
  waitsForPage,
} from './setting.js';
import type { ChosenFault, Filling, FloatCursor, State } from './states.js';

/**
 * Ways to go on where {@link fillColumn} finds none: text is broken where it forbids it, notes are
 * cut to single lines or start late, a box too tall for any column stands over. Each is a fault to
 * be reported and costs so much that a plan takes it only where all others are worse. Floats that
 * wait are placed before any text; those that the text brings keep their places.
 */
export function fillAtAnyPrice(state: State, setting: Setting, offers: Offers): void {
  const { measurements, columns } = setting;
  const height = columns.heightOf(state.column);
  const carries = state.note < measurements.called(state.item);
  let offered = false;
  const take = ({ to, notes, floats, slack, cost, faults }: Filling) => {
    offered = true;
    offers.add(to, notes.note, notes.line, floats, slack, cost, faults);
  };
  if (waitingFloats(state, setting) > 0) {
    take(floatsAtAnyPrice(state, setting));
    return;
  }
  // What waits goes on, if the column can take any of it.
  const goesOn = carries && offerPressed(state, state.item, height, setting, take);
  if (!waitsForPage(state, setting)) {
    let text = 0;
    for (let to = state.item + 1; to <= measurements.itemCount; to += 1) {
      text = measurements.heightWith(to - 1, to - 1 === state.item ? undefined : text);
      if (text > height + rounding) break;
      const room = height - text - (measurements.repeatsBelow[to] as number);
      if (room >= -rounding) offerPressed(state, to, room, setting, take, goesOn);
      if (measurements.items[to]?.forced !== undefined) break;
    }
  }
  if (!offered) take(carries ? oversizedNoteLine(state, setting) : oversizedItem(state, setting));
}

/** As many of the waiting floats as fit, but one at least, and of carried notes what fits below. */
function floatsAtAnyPrice(state: State, setting: Setting): Filling {
  const { measurements, columns, weights } = setting;
  const height = columns.heightOf(state.column);
  const { item, float } = state;
  const last = measurements.floatsBefore(item);
  let next = float + 1;
  while (next < last && measurements.floatHeight(float, next + 1) <= height + rounding) next += 1;
  const room = height - measurements.floatHeight(float, next);
  const cursor = { note: state.note, line: state.line };
  const notes = furthestNotes(cursor, measurements.called(item), room, setting);
  const slack = room - measurements.noteArea(cursor, notes.note, notes.line);
  const floats = { next, head: next - float, foot: 0 };
  const over = slack < -rounding;
  const cost =
    shortColumnCost(slack, setting) +
    floatsCost(state, item, floats, setting) +
    (notes.line > 0 ? weights.splitNote + weights.strayNoteLine : 0) +
    (over ? weights.overflow : 0);
  const faults = [{ kind: 'overflow' as const, item: measurements.floats[float]?.item ?? item }];
  return { to: item, notes, floats, slack, cost, faults: over ? faults : [] };
}

/** Floats met in the text keep their places. */
function inPlace(to: number, { measurements }: Setting): FloatCursor {
  return { next: measurements.floatsBefore(to), head: 0, foot: 0 };
}

/**
 * As many note lines as fit, whatever is left over.
 *
 * @param goesOn Without a line of notes nothing is offered.
 * @returns Whether lines of notes fit.
 */
function offerPressed(
  state: State,
  to: number,
  room: number,
  setting: Setting,
  offer: (filling: Filling) => void,
  goesOn = false,
): boolean {
  const { measurements, weights } = setting;
  const cursor = { note: state.note, line: state.line };
  const notes = furthestNotes(cursor, measurements.called(to), room, setting);
  const advanced = notes.note !== cursor.note || notes.line !== cursor.line;
  if (!advanced && (goesOn || to === state.item)) return false;
  const area = measurements.noteArea(cursor, notes.note, notes.line);
  const slack = room - Math.max(0, area);
  const faults = [
    ...forbiddenBreak(state, to, setting),
    ...(lateNotes(state, to, notes, setting.measurements) ?? []),
  ];
  let cost = shortColumnCost(slack, setting);
  for (const fault of faults) cost += faultCost(fault, weights);
  const next = measurements.items[to];
  if (to > state.item && next !== undefined && next.forced === undefined) {
    if (next.breakBefore < Infinity) cost += next.breakBefore;
  }
  if (notes.line > 0) cost += weights.splitNote + weights.strayNoteLine;
  offer({ to, notes, floats: inPlace(to, setting), slack, cost, faults });
  return advanced;
}

function furthestNotes(
  from: NoteCursor,
  called: number,
  room: number,
  { measurements }: Setting,
): NoteCursor {
  let reached = from;
  while (reached.note < called) {
    if (measurements.noteArea(from, reached.note, reached.line + 1) > room + rounding) break;
    reached = measurements.settled(reached.note, reached.line + 1);
  }
  return reached;
}

function forbiddenBreak(state: State, to: number, { measurements }: Setting): ChosenFault[] {
  const next = measurements.items[to];
  const forbidden =
    next !== undefined && next.forced === undefined && next.breakBefore === Infinity;
  return forbidden && to > state.item ? [{ kind: 'forbidden-break', item: to }] : [];
}

/** An item taller than its column stands alone in it; its notes follow in the next. */
function oversizedItem(state: State, setting: Setting): Filling {
  const { measurements, columns, weights } = setting;
  const to = state.item + 1;
  const notes = { note: state.note, line: state.line };
  const height = measurements.heightWith(state.item, undefined);
  const slack = columns.heightOf(state.column) - height - (measurements.repeatsBelow[to] as number);
  const faults: ChosenFault[] = [
    { kind: 'overflow', item: state.item },
    ...forbiddenBreak(state, to, setting),
    ...(lateNotes(state, to, notes, measurements) ?? []),
  ];
  const cost = faults.reduce((sum, fault) => sum + faultCost(fault, weights), 0);
  return { to, notes, floats: inPlace(to, setting), slack, cost, faults };
}

/** A line of a carried note taller than its column. */
function oversizedNoteLine(state: State, setting: Setting): Filling {
  const { measurements, columns, weights } = setting;
  const cursor = { note: state.note, line: state.line };
  const notes = measurements.settled(cursor.note, cursor.line + 1);
  const area = measurements.noteArea(cursor, cursor.note, cursor.line + 1);
  const slack = columns.heightOf(state.column) - area;
  const note = measurements.noteOrder[cursor.note] as number;
  return {
    to: state.item,
    notes,
    floats: inPlace(state.item, setting),
    slack,
    cost: weights.overflow,
    faults: [{ kind: 'overflow', note }],
  };
}
