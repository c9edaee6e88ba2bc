import { type PDFDict, PDFRawStream } from 'pdf-lib';
import { readContent } from '../pdf-file/content.js';
import { dictAt, nameAt, pdfName } from '../pdf-file/objects.js';
import { mcidIn, pathPainting, textShowing } from '../pdf-file/operators.js';
import { decodeStream } from '../pdf-file/streams.js';
import { blends } from './transparency.js';

/** Something that lets shine through what is below it. */
export interface Blending {
  /** An image with a soft mask of its own. */
  image?: PDFRawStream;
  /** Of the marked content that it stands in. */
  mcid?: number;
}

const paints = (operator: string) =>
  operator === 'sh' || operator === 'BI' || pathPainting.has(operator) || textShowing.has(operator);

/** What of a page's content blends, in order, content that stands in one mark told once. */
export function blendingsOn(content: Uint8Array, resources: PDFDict): Blending[] {
  const found = new BlendingFinder();
  found.read(content, resources, false, 0);
  return [...found.blendings.values()];
}

/** Reads one page and its forms. For one use. */
class BlendingFinder {
  readonly blendings = new Map<PDFRawStream | number | undefined, Blending>();
  private readonly marks: (number | undefined)[] = [];

  read(content: Uint8Array, resources: PDFDict, isBlending: boolean, depth: number): void {
    const states = dictAt(resources, 'ExtGState');
    const saved: boolean[] = [];
    let isOn = isBlending;
    readContent(content, ({ operator, operands }) => {
      if (operator === 'q') saved.push(isOn);
      else if (operator === 'Q') isOn = saved.pop() ?? isOn;
      else if (operator === 'BDC') this.marks.push(mcidIn(operands) ?? this.marks.at(-1));
      else if (operator === 'BMC') this.marks.push(this.marks.at(-1));
      else if (operator === 'EMC') this.marks.pop();
      else if (operator === 'gs') {
        const state = states && dictAt(states, operands.name(0) ?? '');
        isOn = isBlending || (state !== undefined && blends(state));
      } else if (operator === 'Do') this.object(operands.name(0) ?? '', resources, isOn, depth);
      else if (isOn && paints(operator)) this.add({ mcid: this.marks.at(-1) });
    });
  }

  private object(name: string, resources: PDFDict, isBlending: boolean, depth: number): void {
    const object = dictAt(resources, 'XObject')?.lookup(pdfName(name));
    if (!(object instanceof PDFRawStream)) return;
    const { dict } = object;
    if (nameAt(dict, 'Subtype') === 'Form') {
      if (depth > 8) return;
      const own = dictAt(dict, 'Resources') ?? resources;
      this.read(decodeStream(object), own, isBlending, depth + 1);
    } else if (dict.has(pdfName('SMask'))) this.add({ image: object, mcid: this.marks.at(-1) });
    else if (isBlending) this.add({ mcid: this.marks.at(-1) });
  }

  private add(blending: Blending): void {
    const key = blending.image ?? blending.mcid;
    if (!this.blendings.has(key)) this.blendings.set(key, blending);
  }
}
