import type { Flow, PageModel } from '../../src/pages/pagination/index.js';

/** What an attentive reader sees in a plan. */
export interface Flaws {
  splitNotes: number;
  hyphenatedEnds: number;
  /** Columns that end two lines or more above their foot. */
  unevenFeet: number;
}

const unevenFrom = 2;

/** A note from one of its lines on. */
interface NotePart {
  note: number;
  from: number;
}

/**
 * Fills each column as far as it goes, as most programs do: no break where it is forbidden, notes
 * in the column of their calls, cut after two lines at least where they do not fit whole.
 */
export function greedyFlaws({ items, notes }: Flow, model: PageModel): Flaws {
  const flaws: Flaws = { splitNotes: 0, hyphenatedEnds: 0, unevenFeet: 0 };
  const height = model.shapeOf(1)[0] as number;
  const heightOf = (note: number, from = 0) =>
    (notes[note]?.items ?? []).slice(from).reduce((sum, line) => sum + line.height, 0);
  let item = 0;
  let carried: NotePart | undefined;
  while (item < items.length) {
    let used = carried ? heightOf(carried.note, carried.from) + model.continuedSeparator : 0;
    let hasNotes = carried !== undefined;
    carried = undefined;
    let end = item;
    let ending: { used: number; carried: NotePart | undefined } = { used, carried: undefined };
    for (let at = item; at < items.length; at += 1) {
      const { height: own, gap, notes: called, breakBefore } = items[at] as (typeof items)[number];
      if (at > item && breakBefore < Number.POSITIVE_INFINITY) {
        end = at;
        ending = { used, carried };
        if (carried) break;
      }
      used += own + (at === item ? 0 : gap);
      for (const note of called) {
        if (!hasNotes) used += model.noteSeparator;
        hasNotes = true;
        used += heightOf(note);
        if (used <= height) continue;
        const lines = notes[note]?.items ?? [];
        let kept = lines.length;
        while (kept > 0 && used > height) {
          kept -= 1;
          used -= lines[kept]?.height ?? 0;
        }
        if (kept >= 2) carried = { note, from: kept };
        else used = Number.POSITIVE_INFINITY;
      }
      if (used > height) break;
      if (at === items.length - 1) {
        end = items.length;
        ending = { used, carried };
      }
    }
    if (end === item) throw new Error('no way on');
    carried = ending.carried;
    if (carried) flaws.splitNotes += 1;
    if (items[end]?.breakBefore === 60) flaws.hyphenatedEnds += 1;
    if (end < items.length && height - ending.used >= unevenFrom) flaws.unevenFeet += 1;
    item = end;
  }
  return flaws;
}
