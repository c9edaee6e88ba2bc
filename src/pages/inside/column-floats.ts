import type { Gap, MeasuredGalley } from '../measured.js';
import { isEmpty } from './blocks.js';
import type { Items } from './cut.js';
import { mayFloat } from './floats.js';
import type { Block, Galley } from './galley.js';
import { keepLanguage } from './keep-language.js';
import { leaveName } from './leave-name.js';
import { spaceBetween } from './margins.js';

/** A figure, table or pull quote of the text that may leave its place for the head or foot of a column. */
export interface ColumnFloat {
  element: HTMLElement;
  /** Its blocks in the galley. */
  from: number;
  to: number;
  /** px, margins left out. */
  height: number;
}

/** A manuscript keeps what stands in such a container where it is written. */
const pinned = '.here';

const floating = 'figure, .pull-quote';

const heightOf = (element: Element) => element.getBoundingClientRect().height;

/**
 * The figure, table or pull quote that a block begins, if it may leave its place.
 *
 * @param most Height of a column, px: a pull quote that is higher goes on in the next.
 */
function floatOf({ element, kind, entered }: Block, most: number): HTMLElement | undefined {
  const figure = [...entered, element].find((each) => each.matches(floating));
  const found = figure ?? (kind === 'table' ? element : undefined);
  if (!found || found.closest(pinned)) return undefined;
  const goesOn = figure && figure.tagName !== 'FIGURE' && heightOf(figure) > most;
  if (goesOn) return undefined;
  return mayFloat(found.parentElement ?? found) ? found : undefined;
}

/**
 * Finds what may float in a column, and writes into the measurements how high it is, and what space
 * remains where it has gone.
 *
 * @param most Height of a column, px.
 */
export function findColumnFloats(
  galley: Galley,
  { blocks }: MeasuredGalley,
  most: number,
): ColumnFloat[] {
  const floats: ColumnFloat[] = [];
  /** The last block that stays. */
  let before: Block | undefined;
  for (let index = 0; index < galley.blocks.length; index += 1) {
    const block = galley.blocks[index] as Block;
    const element = floatOf(block, most);
    const afterFloat = index > 0 && floats.at(-1)?.to === index;
    const measured = blocks[index];
    if (afterFloat && measured) {
      const gap = before ? spaceBetween(before, block) : 0;
      measured.gapWithoutFloats = gap;
    }
    if (!element || !measured) {
      before = block;
      continue;
    }
    let to = index + 1;
    while (to < galley.blocks.length && element.contains((galley.blocks[to] as Block).element)) {
      to += 1;
    }
    const height = heightOf(element);
    measured.float = { blocks: to - index, height };
    floats.push({ element, from: index, to, height });
    index = to - 1;
  }
  return floats;
}

/** Floats that have left their places, by the item that they begin with. */
export class LiftedFloats {
  readonly #elements = new Map<number, ColumnFloat>();
  readonly #after = new Map<number, number>();

  /**
   * Takes floats out of their places.
   *
   * @param items The items that they begin with, in order.
   * @param gaps The spaces above blocks that follow them, px.
   */
  constructor(
    items: readonly number[],
    floats: readonly ColumnFloat[],
    galley: Galley,
    numbers: Items,
    gaps: readonly Gap[],
  ) {
    const left = new Set(items);
    const gapAbove = new Map(gaps.map(({ block, gap }) => [block, gap]));
    for (const float of floats) {
      const item = numbers.firstOf(float.from);
      if (!left.has(item)) continue;
      this.#elements.set(item, float);
      for (let own = item; own < numbers.firstOf(float.to); own += 1) {
        this.#after.set(own, numbers.firstOf(float.to));
      }
      lift(float, galley, gapAbove.get(float.to));
    }
  }

  /** The first item from this one on that has kept its place. */
  stayingFrom(item: number): number {
    let at = item;
    for (let next = this.#after.get(at); next !== undefined; next = this.#after.get(at)) at = next;
    return at;
  }

  at(item: number): ColumnFloat | undefined {
    return this.#elements.get(item);
  }
}

function lift({ element, from, to }: ColumnFloat, galley: Galley, gap: number | undefined): void {
  const first = galley.blocks[from] as Block;
  const next = galley.blocks[to];
  const holders = first.entered.filter((at) => at.contains(element) && at !== element);
  const shared = holders.filter((at) => next && at.contains(next.element));
  next?.entered.unshift(...shared);
  keepLanguage(element, galley.root);
  element.remove();
  for (const holder of holders.toReversed()) {
    if (shared.includes(holder) || !isEmpty(holder)) continue;
    leaveName(holder, element);
    holder.remove();
  }
  const outer = next?.entered[shared.length] ?? next?.element;
  if (outer && gap !== undefined) outer.style.marginTop = `${gap}px`;
}
