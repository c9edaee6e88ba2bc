import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PrintedWord {
  text: string;
  /** px from the top left of the sheet, of the baseline's start. */
  x: number;
  y: number;
  size: number;
}

export interface PrintedPiece extends PrintedWord {
  width: number;
}

const pxPerPoint = 96 / 72;

/** What stands on each page of some PDFs, piece by piece in the order it is painted. */
export async function printedText(parts: readonly Uint8Array[]): Promise<PrintedWord[][]> {
  const pages = await printedPieces(parts);
  return pages.map((pieces) => pieces.map(({ width, ...word }) => word));
}

/** The same with widths, which depend on what is painted together. */
export async function printedPieces(parts: readonly Uint8Array[]): Promise<PrintedPiece[][]> {
  const pages: PrintedPiece[][] = [];
  for (const part of parts) pages.push(...(await textOfFile(part)));
  return pages;
}

async function textOfFile(bytes: Uint8Array): Promise<PrintedPiece[][]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: PrintedPiece[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , , top = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str === '') return [];
        const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
        return [
          {
            text: item.str,
            x: x * pxPerPoint,
            y: (top - y) * pxPerPoint,
            size: size * pxPerPoint,
            width: item.width * pxPerPoint,
          },
        ];
      }),
    );
  }
  await pdf.destroy();
  return pages;
}

/** Letters and digits alone, hyphens at line ends and ligatures undone: what two texts are compared by. */
export const lettersOf = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
