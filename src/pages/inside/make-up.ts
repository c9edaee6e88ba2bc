import type { ColumnPlan, FloatPlan, HandedOver, MadeTake, MakeUp } from '../measured.js';
import { box } from './box.js';
import { type ColumnFloats, columnBoxes } from './column-boxes.js';
import { LiftedFloats } from './column-floats.js';
import { joinByMarks, learnParts } from './cut.js';
import { offsetOfItem } from './item-offset.js';
import { handedArea, type MadeArea, NoteAreaMaker } from './made-area.js';
import { handedColumn, type MadeColumn, rootsOf } from './made-column.js';
import { makeNotes } from './made-notes.js';
import { setGap } from './margins.js';
import { emptyRoot, type Stocks, take } from './stock.js';
import { dropTopMargin } from './top-margin.js';
import { isTurned, placeTurned } from './turned-tables.js';

/** Makes up pages from galleys. */
export class PageMaker {
  readonly #stocks: Stocks;
  readonly order: MakeUp;
  /** Of the take's pages, the trimmed ones, from its first page on. */
  readonly #pages: HTMLElement[] = [];
  readonly #placedFloats: { plan: FloatPlan; element: HTMLElement }[] = [];
  readonly #lifted: LiftedFloats;
  readonly starts: MadeTake['starts'] = [];
  columns: MadeColumn[] = [];
  areas: MadeArea[] = [];

  constructor(stocks: Stocks, order: MakeUp) {
    this.#stocks = stocks;
    this.order = order;
    const { text, columnFloats } = stocks;
    for (const gap of order.gaps) setGap(text.galley, gap);
    const leaving = order.columns.flatMap(({ head, foot }) => [...head, ...foot]);
    this.#lifted = new LiftedFloats(
      leaving.map(({ item }) => item),
      columnFloats,
      text.galley,
      text.items,
      order.gaps,
    );
  }

  make(): void {
    const { furniture, columns, closing, firstPage } = this.order;
    furniture.forEach((html, index) => {
      this.#pages.push(this.#page(html, firstPage + index));
    });
    this.#floats('head');
    for (const plan of columns) this.#column(plan);
    this.#floats('foot');
    this.#areas();
    for (const plan of closing) this.#closingPage(plan);
    this.#openingFoot();
  }

  /** The sheets that the take itself ends, in order. */
  get sheets(): HTMLElement[] {
    const own = this.#pages.slice(0, Math.max(0, this.#ownPages));
    return own.map((trim) => trim.parentElement as HTMLElement);
  }

  get #ownPages(): number {
    return this.order.nextFirstPage - this.order.firstPage;
  }

  #trimOf(page: number): HTMLElement | undefined {
    return this.#pages[page - this.order.firstPage];
  }

  /** Leaves the pages that the next take ends to it, with what stands on them so far. */
  handOver(): HandedOver {
    const { nextFirstPage } = this.order;
    const isHanded = ({ plan }: { plan: { page: number } }) => plan.page >= nextFirstPage;
    const columns = this.columns.filter(isHanded);
    const areas = this.areas.filter(isHanded);
    const floats = this.#placedFloats.filter(isHanded);
    const notes = areas.map(({ element }) => element);
    const roots = [...columns.flatMap(rootsOf), ...notes, ...floats.map(({ element }) => element)];
    if (roots.length > 0) {
      learnParts(this.#pages);
      joinByMarks(this.sheets, roots);
    }
    this.columns = this.columns.filter((column) => !isHanded(column));
    this.areas = this.areas.filter((area) => !isHanded(area));
    return {
      columns: columns.map(handedColumn),
      areas: areas.map(handedArea),
      floats: floats.map(({ plan, element }) => ({ plan, html: element.innerHTML })),
    };
  }

  #marginLeft(page: number): number {
    const { marginInside, marginOutside } = this.order.page;
    const isRecto = page % 2 === 0;
    // What runs from right to left is bound at the right.
    const isBoundAtLeft = isRecto === (this.order.direction === 'ltr');
    return isBoundAtLeft ? marginInside : marginOutside;
  }

  /** The trimmed page, inside its bleed box. */
  #page(furniture: string, page: number): HTMLElement {
    const { width, height, bleed, marginTop, textWidth } = this.order.page;
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
    if (this.order.direction === 'rtl') around.dir = 'rtl';
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
    const { received, floats } = this.order;
    for (const { plan, html } of received.floats) {
      if (plan.edge === edge) this.#float(plan).innerHTML = html;
    }
    floats.forEach((plan, index) => {
      const root = this.#stocks.floats[index];
      if (!root || plan.edge !== edge) return;
      if (isTurned(root)) placeTurned(root, this.order.page.textHeight);
      else root.style.width = `${this.order.page.textWidth}px`;
      this.#float(plan).append(root);
      dropTopMargin(root);
    });
  }

  #float(plan: FloatPlan): HTMLElement {
    const { marginTop, textWidth } = this.order.page;
    const left = this.#marginLeft(plan.page);
    const element = box('octavo-placed', { left, top: marginTop + plan.top, width: textWidth });
    this.#trimOf(plan.page)?.append(element);
    this.#placedFloats.push({ plan, element });
    return element;
  }

  #openingFoot(): void {
    const { openingFoot } = this.#stocks;
    const first = this.#trimOf(0);
    if (!openingFoot || !first) return;
    const { marginTop, textHeight, textWidth, height } = this.order.page;
    const bottom = height - marginTop - textHeight;
    openingFoot.style.cssText = `left:${this.#marginLeft(0)}px;bottom:${bottom}px;width:${textWidth}px`;
    openingFoot.classList.add('octavo-placed');
    first.append(openingFoot);
  }

  #column(plan: ColumnPlan): void {
    const { columnWidth, columnGap, marginTop, textWidth } = this.order.page;
    const { direction } = this.order;
    const { page, column, top, height } = plan;
    const before = column * (columnWidth + columnGap);
    const indent = direction === 'rtl' ? textWidth - columnWidth - before : before;
    const left = this.#marginLeft(page) + indent;
    const place = { left, top: marginTop + top, width: columnWidth, height };
    const element = box('column', place);
    const received = this.order.received.columns.find(
      (handed) => handed.page === page && handed.column === column,
    );
    if (plan.to > plan.from && !received?.text) this.#noteStart(plan);
    const head = this.#boxes({ edge: 'head', placed: plan.head, received: received?.head });
    const text = this.#textOf(plan, received?.text);
    dropTopMargin(text);
    const foot = this.#boxes({ edge: 'foot', placed: plan.foot, received: received?.foot });
    element.append(...head, text, ...foot);
    const hasNotes = plan.notes.length > 0 || received?.notes !== undefined;
    const notes = hasNotes
      ? makeNotes(plan.notes, this.#stocks, columnWidth, direction, received?.notes)
      : undefined;
    if (notes) element.append(notes);
    this.columns.push({ plan, head, text, foot, notes });
    this.#trimOf(page)?.append(element);
  }

  /** A column of floats or notes alone cuts nothing: what it would cut goes on in the next. */
  #textOf({ from, to }: ColumnPlan, before: string | undefined): HTMLElement {
    const { columnWidth } = this.order.page;
    const stock = this.#stocks.text;
    if (to === from) return emptyRoot(stock, columnWidth, before);
    return take(stock, this.#lifted.stayingFrom(to), columnWidth, before);
  }

  #boxes(floats: ColumnFloats): HTMLElement[] {
    return columnBoxes(floats, this.#lifted, this.#stocks.text, this.order.page.columnWidth);
  }

  #areas(): void {
    const { areas, received, page, direction, nextFirstPage } = this.order;
    const maker = new NoteAreaMaker(this.#stocks, page, direction);
    for (const plan of areas) {
      const handed = received.areas.find((area) => area.page === plan.page);
      // The space over a first note falls away once all of its page are there.
      const made = maker.make(plan, handed, plan.page < nextFirstPage);
      made.element.style.left = `${this.#marginLeft(plan.page)}px`;
      this.areas.push(made);
      this.#trimOf(plan.page)?.append(made.element);
    }
  }

  #closingPage(plan: ColumnPlan): void {
    const { textWidth, marginTop } = this.order.page;
    const { page, top, height } = plan;
    const place = { left: this.#marginLeft(page), top: marginTop + top, width: textWidth, height };
    const element = box('column closing-column', place);
    const text = take(this.#stocks.closing, plan.to, textWidth);
    dropTopMargin(text);
    element.append(text);
    this.columns.push({ plan, head: [], text, foot: [] });
    this.#trimOf(page)?.append(element);
  }

  /** Which character of the Document opens a page. */
  #noteStart({ page, from, to }: ColumnPlan): void {
    const first = this.#lifted.stayingFrom(from);
    if (this.starts.at(-1)?.page === page || first >= to) return;
    const found = this.#stocks.text.items.at(first);
    if (!found) return;
    const { block } = found;
    this.starts.push({ page, block: block.number, offset: block.offset + offsetOfItem(found) });
  }
}
