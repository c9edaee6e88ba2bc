import { stripMarkers } from '../../typography/markers.js';
import type {
  ColumnPlan,
  FloatPlan,
  HandedColumn,
  HandedOver,
  MadeTake,
  MakeUp,
  PlacedInColumn,
} from '../measured.js';
import { type ColumnFloat, type GapsAround, LiftedFloats } from './column-floats.js';
import { type Items, joinByMarks, learnParts, takeBefore, takeRest } from './cut.js';
import type { Galley } from './galley.js';
import { isTurned, placeTurned } from './turned-tables.js';

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
  /** Those of the text that may leave their places, and the space around them. */
  columnFloats: ColumnFloat[];
  gaps: GapsAround;
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

/**
 * Notes with a mark stand before the numbered ones. What goes on from the column before stays
 * first, and what goes on in the next stays last.
 */
function putMarkedFirst(root: HTMLElement): void {
  const whole = root.querySelectorAll(':scope > .note:not(.octavo-continues, .octavo-continued)');
  const first = [...whole].find((note) => !note.classList.contains('marked'));
  if (!first) return;
  const after = (note: Element) =>
    first.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING;
  first.before(...[...whole].filter((note) => note.classList.contains('marked') && after(note)));
}

/**
 * Takes the next part of a stock into a root of its own. Parts are asked for in order.
 *
 * @param before HTML of what the take before has set at the head of the root.
 */
function take(stock: Stock, to: number, width: number, before = ''): HTMLElement {
  const root = emptyRoot(stock, width);
  root.innerHTML = before;
  const next = to < stock.items.count ? stock.items.at(to) : undefined;
  root.append(
    next ? takeBefore(stock.galley.root, next.block, next.index) : takeRest(stock.galley.root),
  );
  return root;
}

interface MadeColumn {
  plan: ColumnPlan;
  text: HTMLElement;
  notes?: HTMLElement;
  /** Figures and tables at its head and foot. */
  head: HTMLElement[];
  foot: HTMLElement[];
}

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

  constructor(stocks: Stocks, order: MakeUp) {
    this.#stocks = stocks;
    this.order = order;
    const { text, columnFloats, gaps } = stocks;
    const leaving = order.columns.flatMap(({ head, foot }) => [...head, ...foot]);
    this.#lifted = new LiftedFloats(
      leaving.map(({ item }) => item),
      columnFloats,
      text.galley,
      text.items,
      gaps,
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
    const floats = this.#placedFloats.filter(isHanded);
    const roots = [
      ...columns.flatMap(({ head, text, foot, notes }) => [
        ...head,
        text,
        ...foot,
        ...(notes ? [notes] : []),
      ]),
      ...floats.map(({ element }) => element),
    ];
    if (roots.length > 0) {
      learnParts(this.#pages);
      joinByMarks(this.sheets, roots);
    }
    this.columns = this.columns.filter((column) => !isHanded(column));
    return {
      columns: columns.map(handedColumn),
      floats: floats.map(({ plan, element }) => ({ plan, html: element.innerHTML })),
    };
  }

  #marginLeft(page: number): number {
    const { marginInside, marginOutside } = this.order.page;
    return page % 2 === 0 ? marginInside : marginOutside;
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
    const head = this.#columnFloats(plan.head, received?.head);
    const to = this.#lifted.stayingFrom(plan.to);
    const text = take(this.#stocks.text, to, columnWidth, received?.text);
    dropTopMargin(text);
    const foot = this.#columnFloats(plan.foot, received?.foot, true);
    element.append(...head, text, ...foot);
    const notes =
      plan.notes.length || received?.notes ? this.#notes(plan, received?.notes) : undefined;
    if (notes) element.append(notes);
    this.columns.push({ plan, head, text, foot, notes });
    this.#trimOf(page)?.append(element);
  }

  /** Figures and tables at a column's head, or at its foot, where the space is above them. */
  #columnFloats(placed: readonly PlacedInColumn[], received = '', atFoot = false): HTMLElement[] {
    const { columnWidth } = this.order.page;
    const boxes = document.createElement('div');
    boxes.innerHTML = received;
    for (const { item, room, bottom } of placed) {
      const float = this.#lifted.at(item);
      const place = { left: 0, width: columnWidth, height: room };
      const element = box(atFoot ? 'octavo-placed' : '', place);
      const root = emptyRoot(this.#stocks.text, columnWidth);
      if (!float) continue;
      float.element.style.marginBlock = '0';
      if (atFoot) {
        element.style.bottom = `${bottom}px`;
        root.style.paddingTop = `${room - float.height}px`;
      }
      root.append(float.element);
      element.append(root);
      boxes.append(element);
    }
    return [...boxes.children] as HTMLElement[];
  }

  #notes(plan: ColumnPlan, received?: HandedColumn['notes']): HTMLElement {
    const { columnWidth } = this.order.page;
    const area = box('octavo-notes', { width: columnWidth });
    if (this.order.direction === 'rtl') area.dir = 'rtl';
    const rule = this.#stocks.rule.cloneNode(true) as HTMLElement;
    if (received?.continued ?? (plan.notes[0]?.from ?? 0) > 0) rule.classList.add('continued');
    area.append(rule);
    // Notes stand in the order of their calls: the parts of a column follow one another.
    const last = plan.notes.at(-1);
    let root = emptyRoot(this.#stocks.notes, columnWidth);
    if (last) {
      const to = this.#noteItem(last.note, last.to);
      root = take(this.#stocks.notes, to, columnWidth, received?.html);
    } else if (received) {
      root.innerHTML = received.html;
    }
    putMarkedFirst(root);
    dropTopMargin(root);
    area.append(root);
    return area;
  }

  #noteItem(note: number, line: number): number {
    return (this.#stocks.noteFirsts[note] ?? 0) + line;
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
    this.starts.push({ page, block: block.number, offset: block.offset + textBefore(found) });
  }
}

function handedColumn({ plan, head, text, foot, notes }: MadeColumn): HandedColumn {
  const htmlOf = (elements: readonly HTMLElement[]) =>
    elements.map(({ outerHTML }) => outerHTML).join('');
  const [rule, root] = notes?.children ?? [];
  return {
    page: plan.page,
    column: plan.column,
    head: htmlOf(head),
    foot: htmlOf(foot),
    text: text.childElementCount ? text.innerHTML : '',
    notes: root && {
      html: root.innerHTML,
      continued: rule?.classList.contains('continued') ?? false,
    },
  };
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
