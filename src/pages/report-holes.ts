import type { Report } from '../diagnostics/report.js';
import type { Places } from './findings.js';
import { blockOfItem } from './flow.js';
import type { Measured } from './measured.js';
import type { Flow, PagePlan } from './pagination/index.js';

/** Lines that a column may be short before it is a hole that readers see. */
const mostShort = 5;

/** Columns that end short because notes called by the next lines could not begin there. */
export function reportHoles(
  { columns }: PagePlan,
  flow: Flow,
  leading: number,
  { text }: Measured,
  places: Places,
  report: Report,
): void {
  for (const [index, { page, to, slack }] of columns.entries()) {
    const lines = Math.round(slack / leading);
    if (!(lines > mostShort) || columns[index + 1]?.from !== to) continue;
    if (!isForNotes(flow, to, slack)) continue;
    report.add('pages/hole', places.ofBlock(blockOfItem(text, to)?.block), {
      message: `A column of page ${page + 1} ends ${lines} lines short: the next lines call notes that have no room there`,
      remedy: 'Shorten these notes, or call them from lines further apart',
    });
  }
}

/** Whether the lines that follow would fit without the notes that they call. */
function isForNotes({ items, notes }: Flow, from: number, room: number): boolean {
  if (items[from] === undefined || items[from].forced !== undefined) return false;
  let height = 0;
  let calls = false;
  for (let at = from; at < items.length; at += 1) {
    const {
      gap,
      height: own,
      breakBefore,
      forced,
      notes: called,
    } = items[at] as Flow['items'][number];
    if (at > from && (breakBefore < Infinity || forced !== undefined)) break;
    height += gap + own;
    calls ||= called.some((note) => (notes[note]?.items.length ?? 0) > 0);
  }
  return calls && height <= room;
}
