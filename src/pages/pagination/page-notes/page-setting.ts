import type { ColumnSequence } from '../column-sequence.js';
import { Measurements } from '../measurements.js';
import type { Flow, PageModel } from '../model.js';
import type { ColumnRoom, Setting } from '../setting.js';
import type { PaginationWeights } from '../weights.js';
import { NoteAreas } from './areas.js';
import { Calls } from './calls.js';
import { TextBounds } from './text-bounds.js';

/** What pages are filled with and by. */
export interface PageSetting {
  /** Of the text with its notes. */
  measurements: Measurements;
  /** Of the text alone, which columns are filled with. */
  text: Measurements;
  bounds: TextBounds;
  calls: Calls;
  areas: NoteAreas;
  /** Where nothing else goes. */
  pressedAreas: NoteAreas;
  columns: ColumnSequence;
  weights: PaginationWeights;
  /** Whether the last column of all costs what it is short. */
  lastColumnCounts: boolean;
}

export function pageSetting(
  flow: Flow,
  model: PageModel,
  columns: ColumnSequence,
  weights: PaginationWeights,
): PageSetting {
  const measurements = new Measurements(flow, model);
  const text = new Measurements(flow, model, true);
  return {
    measurements,
    text,
    bounds: new TextBounds(text),
    calls: new Calls(measurements),
    areas: new NoteAreas(measurements, model),
    pressedAreas: new NoteAreas(measurements, model, true),
    columns,
    weights,
    lastColumnCounts: false,
  };
}

/** The columns of a page, from its first on. */
export function columnsOfPage(first: number, columns: ColumnSequence): number[] {
  const page = [first];
  while (!columns.endsPage(page.at(-1) as number)) page.push(columns.after(page.at(-1) as number));
  return page;
}

/** Columns that end above a note area. Any may be left without text, at its cost. */
export class ColumnsAboveArea implements ColumnRoom {
  constructor(
    private readonly columns: ColumnSequence,
    private readonly area: number,
  ) {}

  heightOf(column: number): number {
    return this.columns.heightOf(column) - this.area;
  }

  get tallest(): number {
    return this.columns.tallest - this.area;
  }

  startsPage(column: number): boolean {
    return this.columns.startsPage(column);
  }

  endsPage(column: number): boolean {
    return this.columns.endsPage(column);
  }

  tallerFollows(): boolean {
    return true;
  }
}

/** What the columns of a text without notes are filled by. */
export function textSetting(
  { text, columns, weights }: PageSetting,
  area: number,
  lastColumnCounts: boolean,
): Setting<ColumnRoom> {
  const above = new ColumnsAboveArea(columns, area);
  return { measurements: text, columns: above, weights, lastColumnCounts };
}
