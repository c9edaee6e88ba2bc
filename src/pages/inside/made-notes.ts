import type { ColumnPlan, HandedColumn, MakeUp } from '../measured.js';
import { box } from './box.js';
import { putMarkedFirst } from './marked-notes.js';
import { emptyRoot, type Stocks, take } from './stock.js';
import { dropTopMargin } from './top-margin.js';

/**
 * The notes at the foot of a column, made up. They stand in the order of their calls: the parts of
 * a column follow one another.
 *
 * @param columnWidth px.
 * @param received What the take before has left of them.
 */
export function makeNotes(
  parts: ColumnPlan['notes'],
  { notes, noteFirsts, rule }: Stocks,
  columnWidth: number,
  direction: MakeUp['direction'],
  received?: HandedColumn['notes'],
): HTMLElement {
  const area = box('octavo-notes', { width: columnWidth });
  if (direction === 'rtl') area.dir = 'rtl';
  const ownRule = rule.cloneNode(true) as HTMLElement;
  if (received?.continued ?? (parts[0]?.from ?? 0) > 0) ownRule.classList.add('continued');
  const last = parts.at(-1);
  const root = last
    ? take(notes, (noteFirsts[last.note] ?? 0) + last.to, columnWidth, received?.html)
    : emptyRoot(notes, columnWidth);
  if (!last && received) root.innerHTML = received.html;
  putMarkedFirst(root);
  dropTopMargin(root);
  area.append(ownRule, root);
  return area;
}
