import type { Operands } from './content.js';
import type { Matrix } from './objects.js';

/** Operators of content streams (ISO 32000-1, annex A) that several readers of them look for. */
export const pathPainting: ReadonlySet<string> = new Set('f F f* B B* b b* S s'.split(' '));
export const textShowing: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/** The first `count` operands as numbers. */
export function numbersIn(operands: Operands, count: number): number[] {
  return Array.from({ length: count }, (_, index) => operands.number(index));
}

/** The operands of `cm` and `Tm`. */
export function matrixIn(operands: Operands): Matrix {
  return numbersIn(operands, 6) as unknown as Matrix;
}

const mcids = new Map<string, number | undefined>();

/** The MCID in the property list that `BDC` has for its second operand. */
export function mcidIn(operands: Operands): number | undefined {
  const source = operands.source(1);
  if (mcids.has(source)) return mcids.get(source);
  const written = /\/MCID\s+(\d+)/.exec(source)?.[1];
  const mcid = written === undefined ? undefined : Number(written);
  // Lists that hold no more than a number are the same on every page.
  if (source.length < 24) mcids.set(source, mcid);
  return mcid;
}
