import type { ColumnFloat } from './column-floats.js';
import { type Items, takeBefore, takeRest } from './cut.js';
import type { Galley } from './galley.js';

/** A galley with its items numbered, ready to be cut up. */
export interface Stock {
  galley: Galley;
  items: Items;
}

export interface Stocks {
  text: Stock;
  notes: Stock;
  /** Number of the first item of each note among the notes' items. */
  noteFirsts: number[];
  closing: Stock;
  /** Figures and tables as wide as the type area. */
  floats: HTMLElement[];
  /** Those of the text that may leave their places. */
  columnFloats: ColumnFloat[];
  opening: HTMLElement | undefined;
  openingFoot: HTMLElement | undefined;
  /** The rule over notes. */
  rule: HTMLElement;
}

/**
 * The root of a galley with nothing of it: what its template styles say holds in every column.
 *
 * @param before HTML of what the take before has set at the head of the root.
 */
export function emptyRoot({ galley }: Stock, width: number, before = ''): HTMLElement {
  const root = galley.root.cloneNode(false) as HTMLElement;
  root.removeAttribute('id');
  root.style.width = `${width}px`;
  root.innerHTML = before;
  return root;
}

/**
 * Takes the next part of a stock into a root of its own. Parts are asked for in order.
 *
 * @param before HTML of what the take before has set at the head of the root.
 */
export function take(stock: Stock, to: number, width: number, before = ''): HTMLElement {
  const root = emptyRoot(stock, width, before);
  const next = to < stock.items.count ? stock.items.at(to) : undefined;
  root.append(
    next ? takeBefore(stock.galley.root, next.block, next.index) : takeRest(stock.galley.root),
  );
  return root;
}
