import type { PDFRef } from 'pdf-lib';
import type { Matrix, Rectangle } from '../pdf-file/objects.js';

/** What one marked-content sequence puts on its page. */
export interface Painted {
  text: boolean;
  path: boolean;
  image: boolean;
  /** Everything it touches, only for the sequences asked for. */
  box?: Rectangle;
  /** The form whose stream holds it; undefined for the page's own. */
  form?: PDFRef;
}

export interface PageSurvey {
  /** By MCID. */
  painted: Map<number, Painted>;
  /** Forms that hold marked content, their own or that of forms they show. */
  taggedForms: Set<PDFRef>;
  /** Those of them that show tagged forms in turn. */
  outerForms: Set<PDFRef>;
}

/** What most sequences of a page's own put on it: one for all of them. */
const textAlone: Painted = Object.freeze({ text: true, path: false, image: false });

/** What is found on a page as a whole, while it is read. */
export class PaintedPage implements PageSurvey {
  readonly painted = new Map<number, Painted>();
  readonly taggedForms = new Set<PDFRef>();
  readonly outerForms = new Set<PDFRef>();
  /** Forms being read, outermost first. */
  readonly open: PDFRef[] = [];

  constructor(readonly wantsBox: (mcid: number) => boolean) {}

  sequence(mcid: number, form: PDFRef | undefined): Painted {
    let painted = this.painted.get(mcid);
    if (!painted || painted === textAlone) {
      painted = { text: painted === textAlone, path: false, image: false, form };
      this.painted.set(mcid, painted);
    }
    return painted;
  }

  /** Of a sequence that shows text and does nothing else. */
  showText(mcid: number, form: PDFRef | undefined): void {
    if (form === undefined && !this.painted.has(mcid)) this.painted.set(mcid, textAlone);
    else this.sequence(mcid, form).text = true;
  }

  /** A form that shows a tagged form holds tags as well. */
  tagForms(): void {
    for (const each of this.open) this.taggedForms.add(each);
    for (const each of this.open.slice(0, -1)) this.outerForms.add(each);
  }
}

/** Makes the box of a sequence hold these points: x and y of each. */
export function grow(painted: Painted, matrix: Matrix, points: readonly number[]): void {
  const [a, b, c, d, e, f] = matrix;
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [x, y] = [points[index] as number, points[index + 1] as number];
    const [left, bottom] = [a * x + c * y + e, b * x + d * y + f];
    const box = painted.box ?? [left, bottom, left, bottom];
    painted.box = [
      Math.min(box[0], left),
      Math.min(box[1], bottom),
      Math.max(box[2], left),
      Math.max(box[3], bottom),
    ];
  }
}
