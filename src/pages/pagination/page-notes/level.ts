import { rounding } from '../measurements.js';

/** A line to be set in one of several columns. */
export interface LevelLine {
  height: number;
  /** Space above; dropped at the top of a column. */
  gap: number;
  /** Cost of ending a column before it; `Infinity` forbids it. */
  breakBefore: number;
}

/** The least height that so many columns hold lines in, filled one after the other. */
export function leastHeight(lines: readonly LevelLine[], columns: number): number {
  let height = columns === 1 ? Infinity : lowestHeight(lines, columns);
  for (;;) {
    const { tallest, next, isWhole } = fill(lines, columns, height);
    if (isWhole) return tallest;
    height = next;
  }
}

/** No division is lower: all lines shared out evenly, with the widest gaps dropped. */
function lowestHeight(lines: readonly LevelLine[], columns: number): number {
  let sum = 0;
  let widest = 0;
  for (const { height, gap } of lines) {
    sum += height + gap;
    widest = Math.max(widest, gap);
  }
  return (sum - columns * widest) / columns;
}

/** Fills columns as far as a height allows. `next` is the next height that would hold more. */
function fill(
  lines: readonly LevelLine[],
  columns: number,
  height: number,
): { tallest: number; next: number; isWhole: boolean } {
  let [tallest, next, at] = [0, Infinity, 0];
  for (let column = 0; column < columns && at < lines.length; column += 1) {
    let [sum, filled, end] = [0, 0, at];
    for (let line = at; line < lines.length; line += 1) {
      const { height: own, gap } = lines[line] as LevelLine;
      sum += line === at ? own : own + gap;
      if (lines[line + 1]?.breakBefore === Infinity) continue;
      if (sum > height + rounding) {
        next = Math.min(next, sum);
        break;
      }
      [filled, end] = [sum, line + 1];
    }
    tallest = Math.max(tallest, filled);
    if (end === at) break;
    at = end;
  }
  return { tallest, next, isWhole: at === lines.length };
}

/**
 * Divides lines into columns of a height that holds them, as level as breaks allow; of divisions
 * that cost the same, the one whose first columns are fuller.
 *
 * @param shortCost What a column costs that ends so many px above the lowest foot.
 * @returns For each column that has lines, the line after its last.
 */
export function divideLevel(
  lines: readonly LevelLine[],
  columns: number,
  height: number,
  shortCost: (short: number) => number,
): number[] {
  const count = lines.length;
  /** Of the lines from each on, in the columns that are left: the least cost, and where the first ends. */
  let costs = new Array<number>(count + 1).fill(Infinity);
  costs[count] = 0;
  const ends: number[][] = [];
  for (let column = columns - 1; column >= 0; column -= 1) {
    const own = new Array<number>(count + 1).fill(Infinity);
    const end = new Array<number>(count + 1).fill(count);
    own[count] = (costs[count] as number) + shortCost(height);
    for (let from = 0; from < count; from += 1) {
      let sum = 0;
      for (let line = from; line < count; line += 1) {
        const { height: high, gap } = lines[line] as LevelLine;
        sum += line === from ? high : high + gap;
        if (sum > height + rounding) break;
        const breakCost = lines[line + 1]?.breakBefore ?? 0;
        const cost = breakCost + shortCost(height - sum) + (costs[line + 1] as number);
        if (cost > (own[from] as number) || cost === Infinity) continue;
        own[from] = cost;
        end[from] = line + 1;
      }
    }
    costs = own;
    ends.unshift(end);
  }
  const found: number[] = [];
  for (let from = 0; from < count; from = found.at(-1) as number) {
    found.push(ends[found.length]?.[from] ?? count);
  }
  return found;
}
