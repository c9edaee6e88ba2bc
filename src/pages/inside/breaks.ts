import type { MeasuredBlock } from '../measured.js';
import type { Block } from './galley.js';

type Break = MeasuredBlock['breakBefore'];

function breakValue(values: readonly string[]): Break {
  if (values.some((value) => /^(page|left|right|recto|verso|always|all)$/.test(value)))
    return 'page';
  if (values.includes('column')) return 'column';
  return values.some((value) => value.startsWith('avoid')) ? 'avoid' : 'auto';
}

type Side = MeasuredBlock['sideBefore'];

/** Where pages are read from right to left, a recto stands on the left. */
function sideValue(values: readonly string[], block: Block): Side {
  const value = values.find((each) => /^(left|right|recto|verso)$/.test(each));
  if (value === undefined || value === 'recto' || value === 'verso') return value;
  const root = block.element.closest('.octavo-galley') ?? block.element;
  const isRightToLeft = getComputedStyle(root).direction === 'rtl';
  return (value === 'right') === isRightToLeft ? 'verso' : 'recto';
}

/** What styles say of ending a column or page before, after and within a block. */
export function breaks(
  block: Block,
): Pick<MeasuredBlock, 'breakBefore' | 'breakAfter' | 'sideBefore' | 'sideAfter' | 'keepTogether'> {
  const own = getComputedStyle(block.element);
  const before = [own.breakBefore, ...block.entered.map((at) => getComputedStyle(at).breakBefore)];
  const after = [own.breakAfter, ...block.left.map((at) => getComputedStyle(at).breakAfter)];
  const [sideBefore, sideAfter] = [sideValue(before, block), sideValue(after, block)];
  return {
    breakBefore: breakValue(before),
    breakAfter: breakValue(after),
    ...(sideBefore && { sideBefore }),
    ...(sideAfter && { sideAfter }),
    keepTogether: own.breakInside.startsWith('avoid'),
  };
}
