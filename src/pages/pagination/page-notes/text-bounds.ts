import type { Measurements } from '../measurements.js';

/** How high text is at least and at most, before it is known where its columns end. */
export class TextBounds {
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private readonly forced: Int32Array;
  /** What heads and feet that are repeated add to a column at most. */
  readonly repeated: number;

  constructor(measurements: Measurements) {
    const { items, itemCount, gridStep } = measurements;
    this.least = new Float64Array(itemCount + 1);
    this.most = new Float64Array(itemCount + 1);
    this.forced = new Int32Array(itemCount + 2);
    let head = 0;
    let foot = 0;
    let floatEnd = 0;
    items.forEach((each, item) => {
      const { height, gap, repeat, repeatBelow, forced, float, withoutFloats } = each;
      if (float !== undefined) floatEnd = item + float.items;
      const own = item < floatEnd ? 0 : height;
      const room = Math.max(gap, withoutFloats?.gap ?? 0) + height + (float?.height ?? 0);
      const toGrid = (each.leastGap ?? withoutFloats?.leastGap) === undefined ? 0 : gridStep;
      this.least[item + 1] = (this.least[item] as number) + own;
      this.most[item + 1] = (this.most[item] as number) + room + toGrid;
      this.forced[item + 1] = (this.forced[item] as number) + (forced === undefined ? 0 : 1);
      head = Math.max(head, repeat ?? 0);
      foot = Math.max(foot, repeatBelow ?? 0);
    });
    this.forced[itemCount + 1] = this.forced[itemCount] as number;
    this.repeated = head + foot;
  }

  /** px that items from one (included) to another (excluded) take at least. */
  leastHeight(from: number, to: number): number {
    return Math.max(0, (this.least[to] as number) - (this.least[from] as number));
  }

  /** px that they take at most in one column, what is repeated left out. */
  mostHeight(from: number, to: number): number {
    return Math.max(0, (this.most[to] as number) - (this.most[from] as number));
  }

  /** Whether the text asks for a new column or page before one of these items, the last included. */
  asksForBreak(from: number, to: number): boolean {
    return (this.forced[to + 1] as number) > (this.forced[from] as number);
  }
}
