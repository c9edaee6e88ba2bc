import { boxItem, forced, glueItem, type LineItems, penaltyItem } from './items.js';

/** A number known to be there: loops below stay within the items. */
export function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] as number;
}

/** Sums over the items before each, so that any line's width is two look-ups. */
export class Sums {
  readonly width: Float64Array;
  /** Of glue. */
  readonly stretch: Float64Array;
  /** Of boxes, which stretch no further than this. */
  readonly letterStretch: Float64Array;
  readonly shrink: Float64Array;
  /** Where a line begins that may start at i: glue and penalties at its start are dropped. */
  readonly lineStart: Int32Array;
  readonly widestRightOverhang: number;

  constructor(items: LineItems) {
    const count = items.length;
    this.width = new Float64Array(count + 1);
    this.stretch = new Float64Array(count + 1);
    this.letterStretch = new Float64Array(count + 1);
    this.shrink = new Float64Array(count + 1);
    let widest = 0;
    for (let i = 0; i < count; i += 1) {
      const kind = items.kinds[i];
      const width = kind === penaltyItem ? 0 : at(items.widths, i);
      const stretch = at(items.stretches, i);
      this.width[i + 1] = at(this.width, i) + width;
      this.stretch[i + 1] = at(this.stretch, i) + (kind === glueItem ? stretch : 0);
      this.letterStretch[i + 1] = at(this.letterStretch, i) + (kind === boxItem ? stretch : 0);
      this.shrink[i + 1] = at(this.shrink, i) + at(items.shrinks, i);
      widest = Math.max(widest, at(items.rightOverhangs, i));
    }
    this.widestRightOverhang = widest;
    this.lineStart = lineStarts(items);
  }
}

function lineStarts(items: LineItems): Int32Array {
  const starts = new Int32Array(items.length + 1);
  let next = items.length;
  starts[items.length] = next;
  for (let i = items.length - 1; i >= 0; i -= 1) {
    if (items.kinds[i] === boxItem || items.penalties[i] === forced) next = i;
    starts[i] = next;
  }
  return starts;
}
