import type { HandedArea, MakeUp, NoteAreaPlan } from '../measured.js';
import { box } from './box.js';
import { emptyRoot, type Stocks, take } from './stock.js';
import { dropTopMargin } from './top-margin.js';

/** Something that stands in a column of an area. */
interface MadePiece {
  column: number;
  place: number;
  elements: Element[];
}

/** The notes of a page, made up. */
export interface MadeArea {
  plan: NoteAreaPlan;
  element: HTMLElement;
  columns: HTMLElement[];
  pieces: MadePiece[];
}

/** Makes up the notes that stand together at the foot of their page. */
export class NoteAreaMaker {
  readonly #stocks: Stocks;
  readonly #page: MakeUp['page'];
  readonly #direction: MakeUp['direction'];

  constructor(stocks: Stocks, page: MakeUp['page'], direction: MakeUp['direction']) {
    this.#stocks = stocks;
    this.#page = page;
    this.#direction = direction;
  }

  /**
   * @param received What the take before has left of them.
   * @param isWhole No later take adds to them.
   */
  make(plan: NoteAreaPlan, received: HandedArea | undefined, isWhole: boolean): MadeArea {
    const { marginTop, textWidth } = this.#page;
    const element = box('octavo-notes', { top: marginTop + plan.top, width: textWidth });
    element.style.bottom = 'auto';
    if (this.#direction === 'rtl') element.dir = 'rtl';
    const rule = this.#stocks.rule.cloneNode(true) as HTMLElement;
    if (plan.continued) rule.classList.add('continued');
    const pieces = [...(received?.pieces ?? []).map(madeOf), ...this.#takePieces(plan)];
    const columns: HTMLElement[] = [];
    for (let column = 0; column < plan.columns; column += 1) {
      const root = emptyRoot(this.#stocks.notes, this.#page.noteColumnWidth);
      const own = pieces.filter((piece) => piece.column === column);
      own.sort((a, b) => a.place - b.place);
      root.append(...own.flatMap(({ elements }) => elements));
      if (isWhole) dropTopMargin(root);
      columns.push(root);
    }
    const around = document.createElement('div');
    around.className = 'octavo-note-columns';
    around.append(...columns);
    element.append(rule, around);
    return { plan, element, columns, pieces };
  }

  /** Notes are taken in the order of their calls, wherever they stand. */
  #takePieces({ pieces }: NoteAreaPlan): MadePiece[] {
    const { notes, noteFirsts } = this.#stocks;
    const inOrder = pieces.toSorted((a, b) => a.note - b.note || a.from - b.from);
    return inOrder.map(({ note, to, column, place }) => {
      const root = take(notes, (noteFirsts[note] ?? 0) + to, this.#page.noteColumnWidth);
      return { column, place, elements: [...root.children] };
    });
  }
}

function madeOf({ column, place, html }: HandedArea['pieces'][number]): MadePiece {
  const root = document.createElement('div');
  root.innerHTML = html;
  return { column, place, elements: [...root.children] };
}

/** An area as the next take gets it. */
export function handedArea({ plan, pieces }: MadeArea): HandedArea {
  return {
    page: plan.page,
    pieces: pieces.map(({ column, place, elements }) => ({
      column,
      place,
      html: elements.map(({ outerHTML }) => outerHTML).join(''),
    })),
  };
}
