import type { NoteCursor } from '../measurements.js';
import type { NoteArea, PagePlan } from '../model.js';
import { planOf } from '../plan.js';
import type { PageSetting } from './page-setting.js';
import type { PageFilling, PageState } from './page-states.js';

/** A page with what fills it. */
export interface FilledPage {
  page: number;
  /** Of its columns, the note area included. */
  heights: readonly number[];
  before: PageState;
  filling: PageFilling;
}

export function planOfPages(
  pages: readonly FilledPage[],
  cost: number,
  setting: PageSetting,
): PagePlan {
  const filled = pages.flatMap(({ page, heights, before, filling }) => {
    let { item, float } = before;
    return filling.columns.map((column, index) => {
      const start = { item, float, ...noNotes };
      item = column.to;
      float = column.floats.next;
      const height = Math.max(0, (heights[index] as number) - filling.area);
      return { page, column: index, height, before: start, filling: column };
    });
  });
  const plan = planOf(filled, cost, setting.text);
  return { ...plan, areas: pages.flatMap((page) => areaOf(page, setting)) };
}

function areaOf({ page, before, filling }: FilledPage, setting: PageSetting): NoteArea[] {
  const from: NoteCursor = { note: before.note, line: before.line };
  const areas = filling.pressed ? setting.pressedAreas : setting.areas;
  const columns = areas.divide(from, filling.notes);
  return columns.length > 0 ? [{ page, height: filling.area, columns }] : [];
}

const noNotes = { note: 0, line: 0 };
