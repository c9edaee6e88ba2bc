import type { SettingFault } from '../measured.js';
import { divideFormula } from './divide-formula.js';
import { noteOf } from './note-of.js';
import { splitFormula } from './split-formula.js';

/** Formulas wider than their column are made smaller: down to this share nobody is told. */
const leastUntold = 0.75;

/** Made smaller, a formula keeps this much less than the width it has, for sums of rounded lengths. */
const ease = 0.99;

/** Room left beside a root's bar, em. */
const leftBeside = 0.08;

const isDisplay = (math: Element) => math.getAttribute('display') === 'block';

/** In a paragraph, whose lines are chosen as a whole. */
const isInText = (math: Element) =>
  !isDisplay(math) && math.closest('p, li, dd') !== null && math.closest('table') === null;

/** Widths of formulas in lines of text, px, read before the first line is set. */
const widths = new WeakMap<Element, number>();

/** Width of a formula in a line; asked of the layout where it may have changed: in a table. */
export function formulaWidth(math: Element): number {
  const known = math.closest('table') ? undefined : widths.get(math);
  return known ?? math.getBoundingClientRect().width;
}

/**
 * The engine gives a root the width that its highest sign would need, not the one it takes: what
 * is too much is taken back.
 */
function closeRoots(maths: readonly Element[]): void {
  const roots = maths.flatMap((math) => [...math.querySelectorAll<MathMLElement>('msqrt, mroot')]);
  const gaps = roots.map((root) => {
    const base = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild;
    const right = base?.getBoundingClientRect().right;
    return right === undefined ? 0 : root.getBoundingClientRect().right - right;
  });
  roots.forEach((root, index) => {
    const gap = gaps[index] ?? 0;
    const size = Number.parseFloat(getComputedStyle(root).fontSize);
    if (gap > leftBeside * size)
      root.style.marginRight = `${(leftBeside - gap / size).toFixed(4)}em`;
  });
}

function shareOf(width: number, measure: number): number {
  return width <= measure ? 1 : (measure / width) * ease;
}

/**
 * Brings all formulas of a galley, which stands in the page, to widths that their columns hold,
 * and notes how wide those in lines of text are. The layout is asked for a few times in all.
 */
export function fitFormulas(root: HTMLElement, faults: SettingFault[]): void {
  const written = [...root.querySelectorAll<MathMLElement>('math')];
  if (written.length === 0) return;
  const lengths = written.map((math) => math.getBoundingClientRect().width);
  closeRoots(written);
  const maths = written.flatMap((math, index) =>
    isInText(math) ? splitFormula(math, lengths[index] ?? 0) : [math],
  );
  for (const math of maths) if (isDisplay(math)) math.style.display = 'inline math';
  const measured = maths.map((math) => ({
    math,
    width: math.getBoundingClientRect().width,
    measure: measureAround(math),
  }));
  const wide: MeasuredFormula[] = [];
  for (const { math, width, measure } of measured) {
    math.style.display = '';
    const share = math.closest('table') ? 1 : shareOf(width, measure);
    if (share < leastUntold) wide.push({ math, width, measure });
    else if (share < 1) math.style.fontSize = `${share.toFixed(3)}em`;
    if (!isDisplay(math) && share === 1) widths.set(math, width);
  }
  for (const formula of wide) faults.push(makeFit(formula));
  keepGrid([...root.querySelectorAll<HTMLElement>('.formula')]);
}

interface MeasuredFormula {
  math: MathMLElement;
  /** px; also that of the column. */
  width: number;
  measure: number;
}

/**
 * Divides a formula far too wide into lines, if it stands by itself and has signs to divide it at;
 * makes it smaller, however small, where it is wide still: it is whole, and may be looked at closer.
 */
function makeFit({ math, width, measure }: MeasuredFormula): SettingFault {
  const fault = { ...faultOf(math), width: width / measure };
  const lines = isDisplay(math) ? divideFormula(math, measure) : [math];
  if (lines.length === 1) {
    const share = shareOf(width, measure);
    math.style.fontSize = `${share.toFixed(3)}em`;
    return { ...fault, share };
  }
  for (const line of lines) line.style.display = 'inline math';
  const widest = Math.max(...lines.map((line) => line.getBoundingClientRect().width));
  const share = shareOf(widest, measure);
  for (const line of lines) {
    line.style.display = '';
    if (share < 1) line.style.fontSize = `${share.toFixed(3)}em`;
  }
  return { ...fault, share, lines: lines.length };
}

/**
 * A display formula takes whole lines, with at least the space that the template asks for above
 * and below: what follows stands on the grid.
 */
function keepGrid(blocks: readonly HTMLElement[]): void {
  const measured = blocks.map((block) => {
    const style = getComputedStyle(block);
    const [above, below] = [style.marginTop, style.marginBottom].map((it) => Number.parseFloat(it));
    const leading = Number.parseFloat(style.lineHeight);
    const { height } = block.getBoundingClientRect();
    return { block, height, leading, least: (above || 0) + (below || 0) };
  });
  for (const { block, height, leading, least } of measured) {
    if (!(leading > 0) || !block.querySelector(':scope > math')) continue;
    const lines = Math.ceil((height + least) / leading - 0.01);
    const space = Math.floor(((lines * leading - height) / 2) * 64) / 64;
    block.style.marginBlock = '0';
    block.style.paddingBlock = `${space}px ${lines * leading - height - space}px`;
  }
}

/** Width of the block that a formula stands in, px. */
function measureAround(math: Element): number {
  const block = math.closest<HTMLElement>(
    'p, li, dd, dt, div, h2, h3, h4, h5, h6, td, th, figcaption, caption, blockquote',
  );
  const style = block && getComputedStyle(block);
  return style ? Number.parseFloat(style.width) || Number.POSITIVE_INFINITY : 0;
}

function faultOf(math: Element): SettingFault {
  const block = math.closest<HTMLElement>('[data-block]')?.dataset.block;
  return {
    kind: 'wide-formula',
    block: block === undefined ? undefined : Number(block),
    note: noteOf(math),
    text: math.getAttribute('alttext') ?? '',
  };
}
