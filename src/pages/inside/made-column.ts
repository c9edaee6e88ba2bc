import type { ColumnPlan, HandedColumn } from '../measured.js';

/** A column that is made up. */
export interface MadeColumn {
  plan: ColumnPlan;
  text: HTMLElement;
  notes?: HTMLElement;
  /** Figures and tables at its head and foot. */
  head: HTMLElement[];
  foot: HTMLElement[];
}

/** Everything of a column that the next take may go on with. */
export const rootsOf = ({ head, text, foot, notes }: MadeColumn): HTMLElement[] => [
  ...head,
  text,
  ...foot,
  ...(notes ? [notes] : []),
];

/** A column as the next take gets it. */
export function handedColumn({ plan, head, text, foot, notes }: MadeColumn): HandedColumn {
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
