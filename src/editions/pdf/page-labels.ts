import type { PDFDict } from 'pdf-lib';
import type { PageStart } from '../../pages/pages.js';
import { toRoman } from '../../pages/roman.js';
import { pdfName, text } from '../pdf-file/objects.js';

/** A run of pages numbered alike (ISO 32000-1, table 159). `style` D: arabic, r and R: roman. */
export interface LabelRange {
  /** First page, from 0. */
  page: number;
  style?: 'D' | 'r' | 'R';
  prefix?: string;
  start?: number;
}

function fromRoman(label: string): number | undefined {
  for (let number = 1; number <= 400; number++) if (toRoman(number) === label) return number;
  return undefined;
}

function numbering(label: string): Omit<LabelRange, 'page'> {
  if (/^[1-9]\d*$/.test(label)) return { style: 'D', start: Number(label) };
  const number = fromRoman(label.toLowerCase());
  if (number && label === label.toLowerCase()) return { style: 'r', start: number };
  if (number && label === label.toUpperCase()) return { style: 'R', start: number };
  return { prefix: label };
}

/** The fewest ranges that give every page its label. A page nobody labels counts on from the one before. */
export function labelRanges(labels: readonly (string | undefined)[]): LabelRange[] {
  const ranges: LabelRange[] = [];
  labels.forEach((label, page) => {
    const last = ranges.at(-1);
    const expected = last?.start !== undefined ? last.start + page - last.page : undefined;
    if (label === undefined && expected !== undefined) return;
    const own = numbering(label ?? String(page + 1));
    const goesOn = own.style !== undefined && own.style === last?.style && own.start === expected;
    if (!goesOn) ranges.push({ page, ...own });
  });
  return ranges;
}

export function writePageLabels(
  catalog: PDFDict,
  starts: readonly PageStart[],
  pageCount: number,
): void {
  const { context } = catalog;
  const labels = new Array<string | undefined>(pageCount).fill(undefined);
  for (const { page, label } of starts) if (page < pageCount) labels[page] ??= label;
  const numbers = labelRanges(labels).flatMap(({ page, style, prefix, start }) => {
    const dict = context.obj({});
    if (style) dict.set(pdfName('S'), pdfName(style));
    if (prefix) dict.set(pdfName('P'), text(prefix));
    if (start !== undefined && start !== 1) dict.set(pdfName('St'), context.obj(start));
    return [context.obj(page), dict];
  });
  catalog.set(pdfName('PageLabels'), context.obj({ Nums: context.obj(numbers) }));
}
