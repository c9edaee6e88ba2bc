// What a page paints, and within which marked content, as pdf.js reads it.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PaintedObject {
  kind: 'text' | 'path' | 'image' | 'shading';
  /** Sequences open around it, outermost first: an MCID, or a tag without one. */
  within: (number | string)[];
}

export interface PaintedPage {
  objects: PaintedObject[];
  /** MCIDs and tags in the order they open, with what is open around each. */
  sequences: { opened: number | string; within: (number | string)[] }[];
  /** Sequences opened and not closed, or closed and not opened. */
  imbalance: number;
}

const kinds = new Map<number, PaintedObject['kind']>([
  [OPS.showText, 'text'],
  [OPS.showSpacedText, 'text'],
  [OPS.fill, 'path'],
  [OPS.eoFill, 'path'],
  [OPS.stroke, 'path'],
  [OPS.fillStroke, 'path'],
  [OPS.eoFillStroke, 'path'],
  [OPS.closeStroke, 'path'],
  [OPS.closeFillStroke, 'path'],
  [OPS.shadingFill, 'shading'],
  [OPS.paintImageXObject, 'image'],
  [OPS.paintInlineImageXObject, 'image'],
  [OPS.paintImageMaskXObject, 'image'],
  [OPS.paintSolidColorImageMask, 'image'],
]);

const tagName = (tag: unknown) =>
  typeof tag === 'string' ? tag : String((tag as { name?: string } | undefined)?.name);

export async function paintedPages(bytes: Uint8Array): Promise<PaintedPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  const pages: PaintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    const page: PaintedPage = { objects: [], sequences: [], imbalance: 0 };
    const open: (number | string)[] = [];
    fnArray.forEach((operator, index) => {
      const args = argsArray[index] ?? [];
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
        const opened = Number.isInteger(args[1]) ? (args[1] as number) : tagName(args[0]);
        page.sequences.push({ opened, within: [...open] });
        open.push(opened);
      } else if (operator === OPS.endMarkedContent) {
        if (open.pop() === undefined) page.imbalance++;
      }
      const kind = kinds.get(operator);
      if (kind) page.objects.push({ kind, within: [...open] });
    });
    page.imbalance += open.length;
    pages.push(page);
  }
  await task.destroy();
  return pages;
}
