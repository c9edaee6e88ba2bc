import type { PDFArray, PDFContext, PDFDict, PDFRef } from 'pdf-lib';
import { type PageBoxes, pointsPerMillimetre } from '../pdf-file/boxes.js';
import { dictAt, pdfName, type Rectangle, rectangle, rounded } from '../pdf-file/objects.js';
import { newStream } from '../pdf-file/streams.js';

/** Room around the bleed for the marks. */
export const slug = 8 * pointsPerMillimetre;
/** Marks keep off the bleed, so that nothing of them is left on a page cut a little too large. */
const gap = 1 * pointsPerMillimetre;
const length = 5 * pointsPerMillimetre;
const weight = 0.25;
/** Side of a patch of the colour bar, and how far the bar keeps from the corners. */
const patch = 2.5 * pointsPerMillimetre;
const corner = 5 * pointsPerMillimetre;

const line = (...points: [number, number, number, number]) => {
  const [x, y, X, Y] = points.map(rounded);
  return `${x} ${y} m ${X} ${Y} l`;
};

/** Where paper is cut and folded, in points. */
export interface SheetEdges {
  cuts: { xs: readonly number[]; ys: readonly number[] };
  folds: readonly number[];
}

/** Two strokes in line with each cut, outside of the bleed. */
export function cutMarkContent({ xs, ys }: SheetEdges['cuts'], bleed: Rectangle): string {
  const [left, bottom, right, top] = bleed;
  const across = ys.flatMap((y) => [
    line(left - gap, y, left - gap - length, y),
    line(right + gap, y, right + gap + length, y),
  ]);
  const upright = xs.flatMap((x) => upAndDown(x, bottom, top));
  return `q /Registration CS 1 SCN ${weight} w\n${[...across, ...upright].join('\n')}\nS Q\n`;
}

const upAndDown = (x: number, bottom: number, top: number) => [
  line(x, bottom - gap, x, bottom - gap - length),
  line(x, top + gap, x, top + gap + length),
];

/** Two broken strokes in line with each fold. */
export function foldMarkContent(folds: readonly number[], [, bottom, , top]: Rectangle): string {
  if (folds.length === 0) return '';
  const strokes = folds.flatMap((x) => upAndDown(x, bottom, top));
  return `q /Registration CS 1 SCN ${weight} w [2 1] 0 d\n${strokes.join('\n')}\nS Q\n`;
}

/** The cuts of a page that stands by itself. */
const aroundPage = ([left, bottom, right, top]: Rectangle): SheetEdges => ({
  cuts: { xs: [left, right], ys: [bottom, top] },
  folds: [],
});

/** The inks one by one, solid and half: what a press is judged by. As operators that choose them. */
function patches(spots: readonly string[]): string[] {
  const process = [1, 0.5].flatMap((tint) => [
    `${tint} 0 0 0 k`,
    `0 ${tint} 0 0 k`,
    `0 0 ${tint} 0 k`,
    `0 0 0 ${tint} k`,
  ]);
  return [
    ...process,
    ...spots.flatMap((spot) => [1, 0.5].map((tint) => `/${spot} cs ${tint} scn`)),
  ];
}

/** A row of patches below the bleed; as many as there is room for between the corners. */
export function colourBarContent({ trim, bleed }: PageBoxes, spots: readonly string[]): string {
  const [left, , right] = trim;
  const bottom = rounded(bleed[1] - gap - (length + patch) / 2);
  const room = Math.max(0, Math.floor((right - left - 2 * corner) / patch));
  return patches(spots)
    .slice(0, room)
    .map((ink, index) => {
      const x = rounded(left + corner + index * patch);
      return `q ${ink} ${x} ${bottom} ${rounded(patch)} ${rounded(patch)} re f Q\n`;
    })
    .join('');
}

/** `All` prints on every plate there is, spot colours included (ISO 32000-1, 8.6.6.4). */
function registration(context: PDFContext): PDFArray {
  const tint = context.obj({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [1, 1, 1, 1],
    N: 1,
  });
  return context.obj(['Separation', 'All', 'DeviceCMYK', tint]);
}

export interface SpotInk {
  ink: string;
  /** Its colour space. */
  space: PDFRef;
}

const resourceName = 'PressMarks';

/** What stands around pages on the sheet: crop marks on every plate, and the colour bar. */
export class PressMarks {
  /** By the boxes of the pages or sheets that carry them. */
  private readonly forms = new Map<string, PDFRef>();

  constructor(
    private readonly context: PDFContext,
    private readonly spots: readonly SpotInk[],
  ) {}

  /** Puts the marks among a page's resources; gives the content to add after the page's own. */
  show(
    resources: PDFDict,
    boxes: PageBoxes,
    media: Rectangle,
    edges: SheetEdges = aroundPage(boxes.trim),
  ): string {
    const key = [...media, ...boxes.trim].join(' ');
    const form = this.forms.get(key) ?? this.form(boxes, media, edges);
    this.forms.set(key, form);
    const objects = dictAt(resources, 'XObject');
    if (objects) objects.set(pdfName(resourceName), form);
    else resources.set(pdfName('XObject'), this.context.obj({ [resourceName]: form }));
    return `/${resourceName} Do\n`;
  }

  private form(boxes: PageBoxes, media: Rectangle, { cuts, folds }: SheetEdges): PDFRef {
    const { context } = this;
    const names = this.spots.map((_, index) => `Ink${index + 1}`);
    const spaces = context.obj({ Registration: registration(context) });
    this.spots.forEach(({ space }, index) => {
      spaces.set(pdfName(names[index] as string), space);
    });
    const content = [
      cutMarkContent(cuts, boxes.bleed),
      foldMarkContent(folds, boxes.bleed),
      colourBarContent(boxes, names),
    ].join('');
    const form = newStream(context, Buffer.from(content, 'latin1'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: rectangle(context, media),
      Resources: { ColorSpace: spaces },
    });
    return context.register(form);
  }
}
