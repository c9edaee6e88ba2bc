import { grown, type PageBoxes } from '../pdf-file/boxes.js';
import type { PdfFile } from '../pdf-file/file.js';
import { pdfName, rectangle } from '../pdf-file/objects.js';
import { setPageContent } from '../pdf-file/streams.js';
import { imposeSheets } from './imposition/impose.js';
import type { SheetPlan } from './imposition/plan-sheets.js';
import type { LaidSheet } from './imposition/sheet-layout.js';
import type { PreparedPage } from './prepare-pages.js';
import { PressMarks, type SpotInk, slug } from './press-marks.js';
import { SlugLine } from './slug-line.js';

export interface Finish {
  marks: boolean;
  spotInks: readonly SpotInk[];
  title: string;
  /** What a page is called, from 0. */
  label(page: number): string;
  /** Pages stand one by one where there is none. */
  plan?: SheetPlan;
}

/** As the slug line calls it. */
const editionName = 'print';

/** Marks of inner cuts and folds stand in the way of a line across the whole sheet. */
function upToFirstMark({ trim, bleed, cuts, folds }: LaidSheet): PageBoxes {
  const [left, bottom, , top] = trim;
  const [, second = trim[2]] = [...cuts.xs, ...folds].sort((one, other) => one - other);
  return { trim: [left, bottom, second, top], bleed };
}

/** Writes pages, or the sheets that they come together on, with boxes and marks. */
export async function finishPages(
  file: PdfFile,
  pages: readonly PreparedPage[],
  { marks, spotInks, title, label, plan }: Finish,
): Promise<void> {
  const { context } = file;
  const pressMarks = marks ? new PressMarks(context, spotInks) : undefined;
  const slugLine = marks ? new SlugLine(context) : undefined;
  if (plan) {
    for (const { page, content } of pages) await setPageContent(page, content);
    imposeSheets(file, pages, plan.sides, plan.rules, (resources, laid, { sheet, side }) => {
      const told = [title, `sheet ${sheet} ${side}`, editionName];
      const around = pressMarks?.show(resources, laid, laid.media, laid) ?? '';
      return around + (slugLine?.show(resources, upToFirstMark(laid), told) ?? '');
    });
    return;
  }
  for (const [index, { page, boxes, resources, content }] of pages.entries()) {
    const media = grown(boxes.bleed, marks ? slug : 0);
    page.set(pdfName('MediaBox'), rectangle(context, media));
    page.set(pdfName('BleedBox'), rectangle(context, boxes.bleed));
    page.set(pdfName('TrimBox'), rectangle(context, boxes.trim));
    const around = [
      pressMarks?.show(resources, boxes, media),
      slugLine?.show(resources, boxes, [title, label(index), editionName]),
    ].join('');
    const whole = [Buffer.from('q\n'), content, Buffer.from(`\nQ\n${around}`)];
    await setPageContent(page, Buffer.concat(whole));
  }
}
