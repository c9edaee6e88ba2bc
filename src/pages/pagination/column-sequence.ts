import type { PageModel } from './model.js';

/** How many pages are asked for their shape at first: some are to be alike. */
export const leastProbed = ({ alikeFrom = 0 }: PageModel): number => Math.max(8, alikeFrom + 6);

/** Pages: none of a publication is so far on. */
const mostProbed = 100_000;

/**
 * The columns of all pages in reading order. From some page on pages are alike, and columns of the
 * same class hold the same: plans that reach them need not be told apart by how far they came.
 */
export class ColumnSequence {
  private readonly heights: number[] = [];
  private readonly positions: number[] = [];
  /** Tallest of the columns from each on, and of those among them that start a page. */
  private readonly tallestFrom: number[] = [];
  private readonly tallestStartFrom: number[] = [];
  /** Classes that follow each other for ever at the end. */
  private readonly cycleStart: number;

  /** @param heights Columns of the pages before the cycle, then of the pages of one turn of it. */
  private constructor(
    pages: readonly (readonly number[])[],
    cyclePages: number,
    /** No column follows the last. */
    private readonly finite: boolean,
  ) {
    let cycleStart = 0;
    pages.forEach((shape, page) => {
      if (page === pages.length - cyclePages) cycleStart = this.heights.length;
      shape.forEach((height, position) => {
        this.heights.push(height);
        this.positions.push(position);
      });
    });
    this.cycleStart = cycleStart;
    this.findTallest();
  }

  /**
   * @param probed How many pages are asked for their shape; those after are taken to go on as the
   *   last do.
   * @param tellPositions Whether the place in the page matters (floats, text that asks for a new
   *   page).
   */
  static of(model: PageModel, probed: number, tellPositions: boolean): ColumnSequence {
    const shapes = Array.from({ length: probed }, (_, page) => model.shapeOf(page));
    const period = [1, 2].find((pages) => sameFrom(shapes, pages) < probed - 2 * pages) ?? 1;
    const start = sameFrom(shapes, period);
    // Figures may fill the last pages that were asked for: those are not how pages go on.
    if (shapes.slice(start).every((shape) => shape.length === 0)) {
      const more = 4 * probed;
      return more > mostProbed
        ? new ColumnSequence([], 0, true)
        : ColumnSequence.of(model, more, tellPositions);
    }
    const kept = shapes.slice(0, start + period);
    const last = kept.at(-1) ?? [];
    const alike = period === 1 && last.every((height) => height === last[0]);
    if (alike && !tellPositions && last.length > 1) kept[kept.length - 1] = last.slice(0, 1);
    return new ColumnSequence(kept, period, false);
  }

  /** The columns of one page, and no more. */
  static ofOnePage(heights: readonly number[]): ColumnSequence {
    return new ColumnSequence([heights], 1, true);
  }

  /** Without a column of any height, nothing can be placed. */
  get empty(): boolean {
    return this.heights.length === 0;
  }

  /** How many classes of columns there are. */
  get count(): number {
    return this.heights.length;
  }

  heightOf(column: number): number {
    return this.heights[column] as number;
  }

  /** px of the tallest of all. */
  get tallest(): number {
    return this.tallestFrom[0] ?? 0;
  }

  /** Whether a column is the first of its page. */
  startsPage(column: number): boolean {
    return this.positions[column] === 0;
  }

  /** Whether a column is the last of its page. */
  endsPage(column: number): boolean {
    const next = this.after(column);
    return next < 0 || this.startsPage(next);
  }

  /** The class of the next column; −1 where there is none. */
  after(column: number): number {
    if (column + 1 < this.heights.length) return column + 1;
    return this.finite ? -1 : this.cycleStart;
  }

  /** Whether columns are of one height, and what follows is as high after one as after the other. */
  areAlike(one: number, other: number): boolean {
    const [next, otherNext] = [this.after(one), this.after(other)];
    return (
      this.heights[one] === this.heights[other] &&
      this.tallestFrom[next] === this.tallestFrom[otherNext] &&
      this.tallestStartFrom[next] === this.tallestStartFrom[otherNext]
    );
  }

  /**
   * Whether waiting for a later column may help what does not fit here.
   *
   * @param starting Only columns that start a page will do.
   */
  tallerFollows(column: number, starting: boolean): boolean {
    const tallest = starting ? this.tallestStartFrom : this.tallestFrom;
    return (tallest[this.after(column)] ?? 0) > this.heightOf(column);
  }

  private findTallest(): void {
    const cycle = this.finite ? this.heights.length : this.cycleStart;
    for (const [tallest, counts] of [
      [this.tallestFrom, () => true],
      [this.tallestStartFrom, (column: number) => this.startsPage(column)],
    ] as const) {
      let most = 0;
      const see = (column: number) => {
        if (counts(column)) most = Math.max(most, this.heightOf(column));
      };
      for (let column = cycle; column < this.heights.length; column += 1) see(column);
      for (let column = this.heights.length - 1; column >= 0; column -= 1) {
        see(column);
        tallest[column] = most;
      }
    }
  }
}

/** The first page from which on each has the shape of the one `period` pages later. */
function sameFrom(shapes: readonly (readonly number[])[], period: number): number {
  let from = shapes.length - period;
  while (from > 0 && sameShape(shapes[from - 1], shapes[from - 1 + period])) from -= 1;
  return from;
}

function sameShape(a: readonly number[] = [], b: readonly number[] = []): boolean {
  return a.length === b.length && a.every((height, i) => height === b[i]);
}
