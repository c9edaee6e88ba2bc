import type {
  Column,
  Flow,
  FlowItem,
  NoteArea,
  PageModel,
  PagePlan,
} from '../../../src/pages/pagination/index.js';

/**
 * Flows and pages drawn as text, one row of characters a line one px high.
 *
 * A flow is written item by item, parted by spaces. An item is a letter, with signs before it:
 * `~` no break before it, `-` a break before it costs 60, `+` a gap of one line above,
 * `>` a new column, `>>` a new page, `^` a column that starts with it repeats a head of one line,
 * `!` a float, `$` a column that ends before it repeats a foot of one line;
 * and behind it: digits for the notes it calls, `*3` for a height of three lines.
 *
 * Pages are drawn column beside column: the letter of the item in each of its rows, `.` for room,
 * `_` and `=` for the rule over notes and over a continued one, `^` for a repeated head, `$` for a repeated foot, and for
 * a note's line the digit of the note. Notes of all columns of a page stand below them, side by side.
 */
export function flowOf(text: string, noteLengths: Record<string, number> = {}): DrawnFlow {
  const names = Object.keys(noteLengths);
  const items = text
    .trim()
    .split(/\s+/)
    .map((word) => itemOf(word, names));
  const notes = names.map((name) => ({
    items: Array.from({ length: noteLengths[name] ?? 0 }, (_, line) => ({
      height: 1,
      gap: line === 0 ? 0 : 0,
      breakBefore: 0,
      notes: [],
    })),
  }));
  return { items, notes, letters: items.map(({ letter }) => letter), names };
}

export interface DrawnFlow extends Flow {
  items: (FlowItem & { letter: string })[];
  letters: string[];
  names: string[];
}

function itemOf(word: string, names: readonly string[]): FlowItem & { letter: string } {
  const [, signs = '', letter = '?', calls = '', height = '1'] =
    /^([~+^$>!-]*)(\p{L})(\d*)(?:\*(\d+))?$/u.exec(word) ?? [];
  const item: FlowItem & { letter: string } = {
    letter,
    height: Number(height),
    gap: signs.includes('+') ? 1 : 0,
    breakBefore: signs.includes('~') ? Infinity : signs.includes('-') ? 60 : 0,
    notes: [...calls].map((call) => names.indexOf(call)),
  };
  if (signs.includes('^')) item.repeat = 1;
  if (signs.includes('$')) item.repeatBelow = 1;
  if (signs.includes('!')) item.float = { items: 1, height: item.height };
  if (signs.includes('>')) item.forced = signs.includes('>>') ? 'page' : 'column';
  return item;
}

/** Pages of equal columns, the first page's perhaps lower; rules over notes are one line high. */
export function modelOf(
  columns: number,
  height: number,
  more: { first?: number; levelEnds?: boolean; noteColumns?: number } = {},
): PageModel {
  return {
    shapeOf: (page) => new Array(columns).fill(page === 0 ? (more.first ?? height) : height),
    noteSeparator: 1,
    continuedSeparator: 1,
    noteColumns: more.noteColumns,
    levelEnds: more.levelEnds ?? false,
    leading: 1,
  };
}

/** The pages of a plan as text: pages parted by an empty line. */
export function drawPages(flow: DrawnFlow, plan: PagePlan): string {
  const gone = new Set(plan.columns.flatMap(({ head, foot }) => [...head, ...foot]));
  const pages: string[] = [];
  for (let page = 0; page < plan.pageCount; page += 1) {
    const columns = plan.columns.filter((column) => column.page === page);
    const drawn = columns.map((column) => drawColumn(flow, column, gone));
    const rows = Math.max(...drawn.map(({ length }) => length));
    const lines = Array.from({ length: rows }, (_, row) =>
      drawn
        .map((column) => column[row] ?? ' ')
        .join(' ')
        .trimEnd(),
    );
    const area = plan.areas.find((each) => each.page === page);
    pages.push([...lines, ...(area ? drawArea(flow, area, columns.length) : [])].join('\n'));
  }
  return pages.join('\n\n');
}

/** The notes of a page under a rule as wide as its columns, each of their columns below. */
function drawArea(flow: DrawnFlow, { columns }: NoteArea, textColumns: number): string[] {
  const isContinued = (columns[0]?.[0]?.from ?? 0) > 0;
  const rule = (isContinued ? '=' : '_').repeat(2 * textColumns - 1);
  const drawn = columns.map((parts) =>
    parts.flatMap(({ note, from, to }) => new Array(to - from).fill(flow.names[note])),
  );
  const rows = Math.max(...drawn.map(({ length }) => length));
  const lines = Array.from({ length: rows }, (_, row) =>
    drawn.map((column) => column[row] ?? '.').join(' '),
  );
  return [rule, ...lines];
}

function drawColumn(flow: DrawnFlow, column: Column, gone: ReadonlySet<number>): string[] {
  const rows = (i: number): string[] =>
    new Array(flow.items[i]?.height ?? 0).fill(flow.letters[i] ?? '?');
  const text = column.head.flatMap(rows);
  let isTop = true;
  for (let i = column.from; i < column.to; i += 1) {
    if (gone.has(i)) continue;
    const item = flow.items[i] as FlowItem;
    const { gap } = (gone.has(i - 1) ? item.withoutFloats : undefined) ?? item;
    text.push(...new Array(isTop ? (item.repeat ?? 0) : gap).fill(isTop ? '^' : '.'));
    text.push(...rows(i));
    isTop = false;
  }
  text.push(...new Array(flow.items[column.to]?.repeatBelow ?? 0).fill('$'));
  const notes = column.notes.flatMap(({ note, from, to }, part) => {
    const rule = part > 0 ? [] : [from > 0 ? '=' : '_'];
    return [...rule, ...new Array(to - from).fill(flow.names[note])];
  });
  const foot = [...column.foot.flatMap(rows), ...notes];
  const room = Math.max(0, column.height - text.length - foot.length);
  return [...text, ...new Array(room).fill('.'), ...foot];
}

/** A picture as written in a test: indentation and the empty lines around it are no part of it. */
export function picture(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
