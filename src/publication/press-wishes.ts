import { lengthIn } from './length.js';

/** Standards that a press PDF can be made to: ISO 15930-7 and ISO 15930-4. */
export const conformances = ['X-4', 'X-1a'] as const;
export type Conformance = (typeof conformances)[number];

export const impositionSchemes = ['none', 'saddle-stitch', 'n-up'] as const;
export type ImpositionScheme = (typeof impositionSchemes)[number];

/** Paper as it goes through the press, lengths in px. */
export interface SheetSize {
  name: string;
  width: number;
  height: number;
}

/** How pages come together on sheets. */
export interface Imposition {
  scheme: Exclude<ImpositionScheme, 'none'>;
  /** As small as holds the pages and their marks where none is named. */
  sheet?: SheetSize;
  /** Thickness of a leaf in px: what pages of inner sheets creep out by. */
  paper: number;
  /** Pages of a side, for `n-up`. */
  columns: number;
  rows: number;
}

/** What a publication asks of the press in place of its template. */
export interface PressWishes {
  conformance?: Conformance;
  /** `none`: pages one by one, whatever the template says. */
  imposition?: Imposition | 'none';
}

/** ISO 216 and ISO 217, and the American sizes; millimetres. */
const sheets: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A5: [148, 210],
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  RA4: [215, 305],
  RA3: [305, 430],
  RA2: [430, 610],
  SRA4: [225, 320],
  SRA3: [320, 450],
  SRA2: [450, 640],
  SRA1: [640, 900],
  B3: [353, 500],
  B2: [500, 707],
  B1: [707, 1000],
  Letter: [215.9, 279.4],
  Tabloid: [279.4, 431.8],
};

export const sheetNames: readonly string[] = Object.keys(sheets);

/** `SRA3`, or `320mm x 450mm`; undefined where it is neither. */
export function sheetIn(written: string): SheetSize | undefined {
  const name = sheetNames.find((each) => each.toLowerCase() === written.trim().toLowerCase());
  if (name !== undefined) {
    const [width, height] = (sheets[name] as readonly [number, number]).map(
      (side) => (side / 25.4) * 96,
    ) as [number, number];
    return { name, width, height };
  }
  const sides = written.split(/\s*[x×]\s*/).map((side) => lengthIn(side));
  const [width, height] = sides;
  if (sides.length !== 2 || !width || !height) return undefined;
  return { name: written.trim(), width, height };
}

/** `2x3`: columns and rows of pages; undefined where it is no such thing. */
export function gridIn(written: string): { columns: number; rows: number } | undefined {
  const [, columns, rows] = /^\s*([1-9])\s*[x×]\s*([1-9])\s*$/.exec(written) ?? [];
  return columns && rows ? { columns: Number(columns), rows: Number(rows) } : undefined;
}

/** Paper of 100 g/m². */
export const usualPaper = (0.1 / 25.4) * 96;
export const usualGrid = { columns: 2, rows: 1 };
