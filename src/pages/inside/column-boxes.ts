import type { PlacedInColumn } from '../measured.js';
import { box } from './box.js';
import type { LiftedFloats } from './column-floats.js';
import { emptyRoot, type Stock } from './stock.js';

/** Figures and tables that have left their places in the text for an edge of a column. */
export interface ColumnFloats {
  edge: 'head' | 'foot';
  placed: readonly PlacedInColumn[];
  /** HTML of those that the take before has left. */
  received?: string;
}

/**
 * The boxes at an edge of a column, in order; at its foot the space is above them.
 *
 * @param text That they are lifted from.
 * @param columnWidth px.
 */
export function columnBoxes(
  { edge, placed, received = '' }: ColumnFloats,
  lifted: LiftedFloats,
  text: Stock,
  columnWidth: number,
): HTMLElement[] {
  const boxes = document.createElement('div');
  boxes.innerHTML = received;
  for (const { item, room, bottom } of placed) {
    const float = lifted.at(item);
    const place = { left: 0, width: columnWidth, height: room };
    const element = box(edge === 'foot' ? 'octavo-placed' : '', place);
    const root = emptyRoot(text, columnWidth);
    if (!float) continue;
    float.element.style.marginBlock = '0';
    if (edge === 'foot') {
      element.style.bottom = `${bottom}px`;
      root.style.paddingTop = `${room - float.height}px`;
    }
    root.append(float.element);
    element.append(root);
    boxes.append(element);
  }
  return [...boxes.children] as HTMLElement[];
}
