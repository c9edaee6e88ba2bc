import { stripMarkers } from '../../typography/markers.js';
import type { ColumnPlan, FloatPlan, MadeUp, MakeUp, PlacedInColumn } from '../measured.js';
import { type ColumnFloat, LiftedFloats } from './column-floats.js';
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
  /** Those of the text that may leave their places, and the space that is left there, by block. */
  columnFloats: ColumnFloat[];
  gapsWithoutFloats: (number | undefined)[];
  opening: HTMLElement | undefined;
  openingFoot: HTMLElement | undefined;
  /** The rule over notes. */
  rule: HTMLElement;
}

function box(
  className: string,
  area: Partial<Record<'left' | 'top' | 'width' | 'height', number>>,
) {
  const element = document.createElement('div');
  element.className = className;
  for (const [property, length] of Object.entries(area)) {
    element.style.setProperty(property, `${length}px`);
  }
  return element;
}

/** The root of a galley, empty: what its template styles say holds in every column. */
function emptyRoot({ galley }: Stock, width: number): HTMLElement {
  const root = galley.root.cloneNode(false) as HTMLElement;
  root.removeAttribute('id');
  root.style.width = `${width}px`;
  return root;
}

/** What begins a column begins it without the space above. */
function dropTopMargin(root: HTMLElement): void {
  let at = root.firstElementChild;
  while (at instanceof HTMLElement) {
    at.classList.add('octavo-first');
    // Once something stands between, margins inside are no longer at the top.
    if (at.matches('table, figure, pre, hr, img, .octavo-set, .octavo-boxed')) return;
    at = at.firstElementChild;
  }
}

/** Takes the next part of a stock into a root of its own. Parts are asked for in order. */
function take(stock: Stock, to: number, width: number): HTMLElement {
  const root = emptyRoot(stock, width);
  const next = to < stock.items.count ? stock.items.at(to) : undefined;
  root.append(
    next ? takeBefore(stock.galley.root, next.block, next.index) : takeRest(stock.galley.root),
  );
  dropTopMargin(root);
  return root;
}

/** Makes up pages from galleys. */
export class PageMaker {
  readonly #stocks: Stocks;
  readonly #order: MakeUp;
  readonly #pages: HTMLElement[] = [];
  readonly starts: MadeUp['starts'] = [];
  readonly #lifted: LiftedFloats;
  readonly columns: { plan: ColumnPlan; text: HTMLElement; notes?: HTMLElement }[] = [];

  constructor(stocks: Stocks, order: MakeUp) {
    this.#stocks = stocks;
    this.#order = order;
    const { text, columnFloats, gapsWithoutFloats } = stocks;
    const leaving = order.columns.flatMap(({ head, foot }) => [...head, ...foot]);
    this.#lifted = new LiftedFloats(
      leaving.map(({ item }) => item),
      columnFloats,
      text.galley,
      text.items,
      (block) => gapsWithoutFloats[block],
    );
  }

  make(): HTMLElement[] {
    const { furniture, columns, closing } = this.#order;
    furniture.forEach((html, page) => {
      this.#pages.push(this.#page(html, page));
    });
    this.#floats('head');
    for (const plan of columns) this.#column(plan);
    this.#floats('foot');
    for (const plan of closing) this.#closingPage(plan);
    this.#openingFoot();
    return this.#pages.map((trim) => trim.parentElement as HTMLElement);
  }

  #marginLeft(page: number): number {
    const { marginInside, marginOutside } = this.#order.page;
    return page % 2 === 0 ? marginInside : marginOutside;
  }

  /** The trimmed page, inside its bleed box. */
  #page(furniture: string, page: number): HTMLElement {
    const { width, height, bleed, marginTop, textWidth } = this.#order.page;
    const sheet = box('octavo-sheet', { width: width + 2 * bleed, height: height + 2 * bleed });
    const side = page % 2 === 0 ? 'recto' : 'verso';
    const trim = box(`page ${side}${page === 0 ? ' first' : ''}`, {
      left: bleed,
      top: bleed,
      width,
      height,
    });
    const around = box('furniture', { left: 0, top: 0, width, height });
    around.ariaHidden = 'true';
    around.innerHTML = furniture;
    trim.append(around);
    const { opening } = this.#stocks;
    if (page === 0 && opening) {
      opening.style.cssText = `left:${this.#marginLeft(page)}px;top:${marginTop}px;width:${textWidth}px`;
      opening.classList.add('octavo-placed');
      trim.append(opening);
    }
    sheet.append(trim);
    return trim;
  }

  /** Those at the head of their page are read before its columns, those at its foot after them. */
  #floats(edge: FloatPlan['edge']): void {
    const { marginTop, textWidth } = this.#order.page;
    this.#order.floats.forEach((plan, index) => {
      const root = this.#stocks.floats[index];
      if (!root || plan.edge !== edge) return;
      const left = this.#marginLeft(plan.page);
      const element = box('octavo-placed', { left, top: marginTop + plan.top, width: textWidth });
      root.style.width = `${textWidth}px`;
      element.append(root);
      dropTopMargin(root);
      this.#pages[plan.page]?.append(element);
    });
  }

  #openingFoot(): void {
    const { openingFoot } = this.#stocks;
    const [first] = this.#pages;
    if (!openingFoot || !first) return;
    const { marginTop, textHeight, textWidth, height } = this.#order.page;
    const bottom = height - marginTop - textHeight;
    openingFoot.style.cssText = `left:${this.#marginLeft(0)}px;bottom:${bottom}px;width:${textWidth}px`;
    openingFoot.classList.add('octavo-placed');
    first.append(openingFoot);
  }

  #column(plan: ColumnPlan): void {
    const { columnWidth, columnGap, marginTop, textWidth } = this.#order.page;
    const { direction } = this.#order;
    const { page, column, top, height } = plan;
    const before = column * (columnWidth + columnGap);
    const indent = direction === 'rtl' ? textWidth - columnWidth - before : before;
    const left = this.#marginLeft(page) + indent;
    const place = { left, top: marginTop + top, width: columnWidth, height };
    const element = box('column', place);
    if (plan.to > plan.from) this.#noteStart(plan);
    for (const placed of plan.head) element.append(this.#float(placed));
    const text = take(this.#stocks.text, this.#lifted.stayingFrom(plan.to), columnWidth);
    element.append(text);
    let bottom = plan.noteRoom;
    const feet = plan.foot.map((placed) => this.#float(placed, true));
    for (const [index, foot] of feet.toReversed().entries()) {
      foot.style.bottom = `${bottom}px`;
      bottom += plan.foot.at(-1 - index)?.room ?? 0;
    }
    element.append(...feet);
    const notes = plan.notes.length ? this.#notes(plan) : undefined;
    if (notes) element.append(notes);
    this.columns.push({ plan, text, notes });
    this.#pages[page]?.append(element);
  }

  /** A figure or table at a column's head, or at its foot, where the space is above it. */
  #float({ item, room }: PlacedInColumn, atFoot = false): HTMLElement {
    const { columnWidth } = this.#order.page;
    const float = this.#lifted.at(item);
    const place = { left: 0, width: columnWidth, height: room };
    const element = box(atFoot ? 'octavo-placed' : '', place);
    const root = emptyRoot(this.#stocks.text, columnWidth);
    if (!float) return element;
    float.element.style.marginBlock = '0';
    if (atFoot) root.style.paddingTop = `${room - float.height}px`;
    root.append(float.element);
    element.append(root);
    return element;
  }

  #notes(plan: ColumnPlan): HTMLElement {
    const { columnWidth } = this.#order.page;
    const area = box('octavo-notes', { width: columnWidth });
    if (this.#order.direction === 'rtl') area.dir = 'rtl';
    const rule = this.#stocks.rule.cloneNode(true) as HTMLElement;
    if ((plan.notes[0]?.from ?? 0) > 0) rule.classList.add('continued');
    area.append(rule);
    // Notes stand in the order of their calls: the parts of a column follow one another.
    const last = plan.notes.at(-1);
    if (last) {
      const to = this.#noteItem(last.note, last.to);
      area.append(take(this.#stocks.notes, to, columnWidth));
    }
    return area;
  }

  #noteItem(note: number, line: number): number {
    return (this.#stocks.noteFirsts[note] ?? 0) + line;
  }

  #closingPage(plan: ColumnPlan): void {
    const { textWidth, marginTop } = this.#order.page;
    const { page, top, height } = plan;
    const place = { left: this.#marginLeft(page), top: marginTop + top, width: textWidth, height };
    const element = box('column closing-column', place);
    const text = take(this.#stocks.closing, plan.to, textWidth);
    element.append(text);
    this.columns.push({ plan, text });
    this.#pages[page]?.append(element);
  }

  /** Which character of the Document opens a page. */
  #noteStart({ page, from, to }: ColumnPlan): void {
    const first = this.#lifted.stayingFrom(from);
    if (this.starts.at(-1)?.page === page || first >= to) return;
    const found = this.#stocks.text.items.at(first);
    if (!found) return;
    const { block } = found;
    this.starts.push({ page, block: block.number, offset: block.offset + textBefore(found) });
  }
}

function textBefore({ block, index }: { block: Galley['blocks'][number]; index: number }): number {
  if (index === 0) return 0;
  const row = block.rowOffsets[index];
  if (row !== undefined) return row;
  const from = block.points[index - 1]?.from ?? 0;
  if (!block.element.classList.contains('octavo-set')) return from;
  const before = stripMarkers(block.text.slice(0, from)).replaceAll('\u2028', '').length;
  return Math.max(0, before - block.added);
}
