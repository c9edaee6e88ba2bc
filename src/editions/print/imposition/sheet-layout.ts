import { grown } from '../../pdf-file/boxes.js';
import { type Rectangle, rounded } from '../../pdf-file/objects.js';
import type { SheetSide } from './page-order.js';

/** All lengths in points. */
export interface SheetRules {
  /** Of a page: trimmed size, and bleed on all sides. */
  page: { width: number; height: number; bleed: number };
  columns: number;
  rows: number;
  /** Pages meet in a fold, without bleed between them, and are never made smaller. */
  isFolded: boolean;
  /** Paper; as small as can be where none is named. It is turned where pages then fit better. */
  sheet?: { width: number; height: number };
  /** Thickness of a leaf. */
  paper: number;
  /** Room for marks on all sides. */
  marks: number;
}

/** Where a page stands. */
export interface Placing {
  page: number;
  /** Of the page's trim, lower left. */
  origin: [x: number, y: number];
  /** What may be seen of the page, bleed included. */
  clip: Rectangle;
}

export interface LaidSheet {
  media: Rectangle;
  bleed: Rectangle;
  trim: Rectangle;
  /** Lengths of pages times this. */
  scale: number;
  placings: Placing[];
  /** Where the sheet is cut, outer edges included, and where it is folded. */
  cuts: { xs: number[]; ys: number[] };
  folds: number[];
}

/** What a sheet must measure for its pages, and whether the one that was named does. */
export interface SheetFit {
  /** Trimmed pages as they lie together, and with the bleed around them. */
  trimmed: { width: number; height: number };
  whole: { width: number; height: number };
  media: { width: number; height: number };
  scale: number;
  /** Whether there is room for the pages, and for the bleed around them. */
  holdsTrim: boolean;
  holdsBleed: boolean;
}

/** A fiftieth of a millimetre: lengths that were rounded still fit. */
const tolerance = 0.06;

function extent({ page, columns, rows, isFolded }: SheetRules) {
  const gutter = isFolded ? 0 : 2 * page.bleed;
  const width = columns * page.width + (columns - 1) * gutter;
  const height = rows * page.height + (rows - 1) * gutter;
  return { width, height };
}

/** Chooses how the paper lies and how large the pages are on it. */
export function fitSheet(rules: SheetRules): SheetFit {
  const { page, sheet, marks, isFolded } = rules;
  const trimmed = extent(rules);
  const whole = {
    width: trimmed.width + 2 * page.bleed,
    height: trimmed.height + 2 * page.bleed,
  };
  if (!sheet) {
    const media = { width: whole.width + 2 * marks, height: whole.height + 2 * marks };
    return { trimmed, whole, media, scale: 1, holdsTrim: true, holdsBleed: true };
  }
  const turned = { width: sheet.height, height: sheet.width };
  const room = (media: typeof turned) =>
    Math.min((media.width - 2 * marks) / whole.width, (media.height - 2 * marks) / whole.height);
  const media = room(turned) > room(sheet) ? turned : { ...sheet };
  const scale = isFolded ? 1 : Math.min(1, room(media));
  const holds = (size: typeof turned) =>
    scale > 0 &&
    size.width * scale <= media.width + tolerance &&
    size.height * scale <= media.height + tolerance;
  return { trimmed, whole, media, scale, holdsTrim: holds(trimmed), holdsBleed: holds(whole) };
}

function within([left, bottom, right, top]: Rectangle, outer: Rectangle): Rectangle {
  return [
    Math.max(left, outer[0]),
    Math.max(bottom, outer[1]),
    Math.min(right, outer[2]),
    Math.min(top, outer[3]),
  ];
}

/**
 * Places the pages of a side on the middle of its sheet.
 *
 * Leaves of inner sheets creep out by the paper of those around them, and are cut at the edge of
 * the outermost. So their pages move towards the fold by as much, and what of them would cross it
 * is left away: every page keeps its outer margin and its bleed.
 */
export function laySheet(side: SheetSide, rules: SheetRules, fit: SheetFit): LaidSheet {
  const { page, isFolded, paper } = rules;
  const { media, scale, trimmed } = fit;
  const creep = isFolded ? side.around * paper : 0;
  const [width, height, bleed] = [page.width, page.height, page.bleed].map(
    (length) => length * scale,
  ) as [number, number, number];
  const gutter = isFolded ? 0 : 2 * bleed;
  const left = (media.width - trimmed.width * scale) / 2;
  const top = (media.height + trimmed.height * scale) / 2;
  const middle = media.width / 2;
  const sheet: Rectangle = [0, 0, media.width, media.height];
  const inward = (column: number) => (column === 0 ? creep : -creep);
  const originOf = (column: number, row: number): [number, number] => [
    left + column * (width + gutter) + inward(column),
    top - height - row * (height + gutter),
  ];
  const placings = side.cells.flatMap(({ page: number, column, row }): Placing[] => {
    if (number === undefined) return [];
    const origin = originOf(column, row);
    const [x, y] = origin;
    const clip = grown([x, y, x + width, y + height], bleed);
    const half: Rectangle =
      column === 0
        ? [sheet[0], sheet[1], middle, sheet[3]]
        : [middle, sheet[1], sheet[2], sheet[3]];
    return [{ page: number, origin, clip: isFolded ? within(clip, half) : clip }];
  });
  const edges = side.cells.flatMap(({ column, row }) => {
    const [x, y] = originOf(column, row);
    // The fold is no cut.
    const xs = isFolded ? [column === 0 ? x : x + width] : [x, x + width];
    return [{ xs, ys: [y, y + height] }];
  });
  const sorted = (values: number[]) =>
    [...new Set(values.map(rounded))].sort((one, other) => one - other);
  const cuts = {
    xs: sorted(edges.flatMap(({ xs }) => xs)),
    ys: sorted(edges.flatMap(({ ys }) => ys)),
  };
  const trim: Rectangle = [
    Math.min(...cuts.xs),
    Math.min(...cuts.ys),
    Math.max(...cuts.xs),
    Math.max(...cuts.ys),
  ];
  return {
    media: sheet,
    trim,
    bleed: within(grown(trim, bleed), sheet),
    scale,
    placings,
    cuts,
    folds: isFolded ? [middle] : [],
  };
}
