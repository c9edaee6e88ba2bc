import type { Inspected, MadeTake, MadeUp } from '../measured.js';
import { isBlock } from './blocks.js';
import type { PageMaker } from './make-up.js';

/** Layout is exact to 1/64 px a box; sums of many may differ by this much (px). */
const tolerance = 1;

/** The names that are the publication's own, each once, with the first element of that name. */
function namedIn(sheet: HTMLElement): [id: string, element: HTMLElement][] {
  const elements = [...sheet.querySelectorAll<HTMLElement>('[id]')];
  return elements.flatMap((element) =>
    element.id.startsWith('octavo-') ? [] : [[element.id, element]],
  );
}

/** The page of every named element, which is known before anything is laid out. */
export function findPages(sheets: readonly HTMLElement[], firstPage: number): MadeTake['pageOf'] {
  // No prototype: a heading may be called “Constructor”.
  const pages: MadeTake['pageOf'] = Object.create(null);
  sheets.forEach((sheet, index) => {
    for (const [id] of namedIn(sheet)) pages[id] ??= firstPage + index;
  });
  return pages;
}

/** Where every named element stands, by page. */
export function findTargets(sheets: readonly HTMLElement[], firstPage: number): MadeUp['targets'] {
  // No prototype: a heading may be called “Constructor”.
  const targets: MadeUp['targets'] = Object.create(null);
  sheets.forEach((sheet, index) => {
    const origin = sheet.getBoundingClientRect();
    for (const [id, element] of namedIn(sheet)) {
      if (id in targets) continue;
      const { left, top } = element.getBoundingClientRect();
      targets[id] = { page: firstPage + index, x: left - origin.left, y: top - origin.top };
    }
  });
  return targets;
}

/** One that asks for a page or column has no box, and an empty one takes no room. */
const isShown = (element: Element) =>
  element.getClientRects().length > 0 && !element.classList.contains('octavo-empty');

function lastShown(element: HTMLElement): Element | null {
  let last = element.lastElementChild;
  while (last && !isShown(last)) last = last.previousElementSibling;
  return last;
}

/** Where the type of a galley ends: the space that its last blocks ask for below is not type. */
function footOf(element: HTMLElement): number {
  const { bottom } = element.getBoundingClientRect();
  const last = lastShown(element);
  if (!last || !isBlock(last) || element.tagName === 'TABLE') return bottom;
  const { paddingBottom, borderBottomWidth } = getComputedStyle(element);
  const isOpen = Number.parseFloat(paddingBottom) + Number.parseFloat(borderBottomWidth) === 0;
  return isOpen ? footOf(last) : bottom;
}

/** The number of the first block in a galley that reaches below a floor (px); innermost, of several. */
function blockBelow(floor: number, galley: HTMLElement): number | undefined {
  const blocks = [...galley.querySelectorAll<HTMLElement>('[data-block]')];
  const below = blocks.filter((block) => block.getBoundingClientRect().bottom > floor);
  const isInnermost = (block: HTMLElement) =>
    !below.some((other) => other !== block && block.contains(other));
  const { block } = (below.find(isInnermost) ?? blocks[0])?.dataset ?? {};
  return block === undefined ? undefined : Number(block);
}

/** Compares what the pages came out as with what was planned. */
export function inspectColumns({ columns, areas }: PageMaker): Inspected {
  const found: Inspected = { drifts: [], overflows: [] };
  for (const { plan, text, notes } of columns) {
    const { page, column } = plan;
    const area = text.getBoundingClientRect();
    const foot = text.childElementCount ? footOf(text) : area.top;
    const by = foot - area.top - plan.textHeight;
    if (Math.abs(by) > tolerance) {
      found.drifts.push({ page, column, block: blockBelow(area.top, text), by });
    }
    const end = notes?.getBoundingClientRect().top ?? area.top - plan.headRoom + plan.height;
    const floor = end - plan.footRoom;
    if (foot > floor + tolerance) {
      const block = blockBelow(floor + tolerance, text);
      found.overflows.push({ page, column, block, by: foot - floor });
    }
  }
  for (const { plan, element, columns } of areas) {
    const { top } = element.getBoundingClientRect();
    const by = Math.max(...columns.map(footOf)) - top - plan.height;
    if (Math.abs(by) > tolerance) found.drifts.push({ page: plan.page, by });
  }
  return found;
}
