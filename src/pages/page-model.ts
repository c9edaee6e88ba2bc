import { type PageGeometry, snap, textHeight } from '../template/index.js';
import { roomOfFloat } from './flow.js';
import type { Measured } from './measured.js';
import type { PageFloat, PageModel } from './pagination/index.js';

/** Fewer lines than this are not worth a column. */
const leastLines = 4;

/** How the first page differs from the others. */
export interface FirstPage {
  /** px from the top of the type area to its columns. */
  top: number;
  /** px that its columns have. */
  height: number;
  /** The opening and its foot leave no room for text. */
  isFull: boolean;
}

/** The opening takes whole lines, so that the columns below stay on the grid of the other pages. */
export function firstPage(page: PageGeometry, measured: Measured): FirstPage {
  const { leading } = page;
  const whole = (height: number) => Math.ceil(height / leading - 1e-3) * leading;
  const top = whole(measured.openingHeight);
  const height = snap(textHeight(page) - top - whole(measured.openingFootHeight));
  return { top, height, isFull: height < leastLines * leading };
}

export function textModel(page: PageGeometry, measured: Measured, first: FirstPage): PageModel {
  const columns = (height: number) => new Array<number>(page.columns).fill(height);
  const others = columns(textHeight(page));
  const opening = first.isFull ? [] : columns(first.height);
  return {
    shapeOf: (number) => (number === 0 ? opening : others),
    noteSeparator: page.noteGap + measured.ruleHeight,
    continuedSeparator: page.noteGap + measured.continuedRuleHeight,
    noteColumns: page.notes.area === 'page' ? page.notes.columns : undefined,
    levelEnds: page.balanceLastPage,
    leading: page.leading,
    grid: measured.leading > 0 ? measured.leading : undefined,
  };
}

/** Floats with the space to the text, which they leave on the grid. */
export function floatsOf(measured: Measured, { leading }: PageGeometry): PageFloat[] {
  let items = 0;
  const ends = measured.text.blocks.map(({ heights }) => {
    items += heights.length;
    return items;
  });
  return measured.floats.map(({ height, after, notes }) => ({
    item: Math.max(0, (ends[after] ?? 1) - 1),
    height: roomOfFloat(height, leading),
    notes,
  }));
}

/** Closing pages have one column, as wide as all of the text's. */
export function closingModel(page: PageGeometry): PageModel {
  const shape = [textHeight(page)];
  return {
    shapeOf: () => shape,
    noteSeparator: 0,
    continuedSeparator: 0,
    levelEnds: false,
    leading: page.leading,
  };
}
