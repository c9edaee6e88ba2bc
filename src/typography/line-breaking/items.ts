export const boxItem = 0;
export const glueItem = 1;
export const penaltyItem = 2;

/** Penalty that forbids a break; its negative forces one. */
export const forbidden = Number.POSITIVE_INFINITY;
export const forced = Number.NEGATIVE_INFINITY;

/**
 * A paragraph as boxes, glue and penalties (Knuth & Plass, "Breaking Paragraphs into Lines",
 * Software: Practice and Experience 11, 1981), in columns of numbers rather than objects:
 * a book has some 400,000 of them. Widths are in the unit of the measure.
 */
export class LineItems {
  readonly kinds: number[] = [];
  readonly widths: number[] = [];
  readonly stretches: number[] = [];
  readonly shrinks: number[] = [];
  /** Cost of a break here, from {@link forced} to {@link forbidden}; 0 for boxes and glue. */
  readonly penalties: number[] = [];
  /** 1 where a break leaves a hyphen at the line's end. */
  readonly flags: number[] = [];
  /** How far the item may hang out of the measure where it starts a line. */
  readonly leftOverhangs: number[] = [];
  /** How far it may hang out where it ends a line. */
  readonly rightOverhangs: number[] = [];

  get length(): number {
    return this.kinds.length;
  }

  /** Something visible, whose letters may widen by `stretch` at most, and narrow by `shrink`. */
  box(
    width: number,
    overhang: { left?: number; right?: number } = {},
    stretch = 0,
    shrink = 0,
  ): void {
    this.add(boxItem, width, stretch, shrink, 0, 0, overhang.left ?? 0, overhang.right ?? 0);
  }

  /** Space; a line may end at it where a box stands before it, and it vanishes there. */
  glue(width: number, stretch: number, shrink: number): void {
    this.add(glueItem, width, stretch, shrink, 0, 0, 0, 0);
  }

  /** A place to break, or not to. `width` is what a break adds (the hyphen). */
  penalty(width: number, cost: number, flagged = false, rightOverhang = 0): void {
    this.add(penaltyItem, width, 0, 0, cost, flagged ? 1 : 0, 0, rightOverhang);
  }

  private add(
    kind: number,
    width: number,
    stretch: number,
    shrink: number,
    penalty: number,
    flag: number,
    left: number,
    right: number,
  ): void {
    this.kinds.push(kind);
    this.widths.push(width);
    this.stretches.push(stretch);
    this.shrinks.push(shrink);
    this.penalties.push(penalty);
    this.flags.push(flag);
    this.leftOverhangs.push(left);
    this.rightOverhangs.push(right);
  }
}
