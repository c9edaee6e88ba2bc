import type { Place } from '../../../diagnostics/diagnostic.js';
import type { Report } from '../../../diagnostics/report.js';
import type { Direction } from '../../../document/direction.js';
import type { PrintedPages } from '../../../pages/pages.js';
import type { Imposition } from '../../../publication/press-wishes.js';
import { pointsPerMillimetre, pointsPerPixel } from '../../pdf-file/boxes.js';
import { boundAtRight, inGrid, type SheetSide, saddleStitched } from './page-order.js';
import { fitSheet, type SheetRules } from './sheet-layout.js';

export interface SheetPlan {
  sides: SheetSide[];
  rules: SheetRules;
}

const points = (px: number) => px * pointsPerPixel;
const size = ({ width, height }: { width: number; height: number }, round = Math.round) =>
  [width, height].map((side) => round(side / pointsPerMillimetre - 0.001)).join(' × ');

/**
 * How the pages come together on sheets. Undefined where the paper does not hold them, which is an
 * error; paper without room for the bleed is warned of.
 *
 * @param marks Room for marks around the bleed, in points.
 * @param direction The way the text runs: what runs from right to left is bound at the right.
 */
export function planSheets(
  imposition: Imposition,
  pages: PrintedPages,
  marks: number,
  direction: Direction,
  report: Report,
  place: Place,
): SheetPlan | undefined {
  const { scheme, sheet, paper } = imposition;
  const isFolded = scheme === 'saddle-stitch';
  const { columns, rows } = isFolded ? { columns: 2, rows: 1 } : imposition;
  const rules: SheetRules = {
    page: {
      width: points(pages.trim.width),
      height: points(pages.trim.height),
      bleed: points(pages.bleed),
    },
    columns,
    rows,
    isFolded,
    sheet: sheet && { width: points(sheet.width), height: points(sheet.height) },
    paper: points(paper),
    marks,
  };
  const fit = fitSheet(rules);
  const held = isFolded ? 'two pages' : `${columns} × ${rows} pages`;
  const needed = `Name paper of at least ${size(fit.whole, Math.ceil)} mm, or leave \`sheet\` out`;
  if (!fit.holdsTrim) {
    report.add('print/sheet-too-small', place, {
      message: `Paper ${sheet?.name} does not hold ${held} side by side, which take ${size(fit.trimmed)} mm`,
      remedy: needed,
    });
    return undefined;
  }
  if (!fit.holdsBleed) {
    report.add('print/no-room-for-bleed', place, {
      message: `Paper ${sheet?.name} holds ${held} but not the bleed around them, so colour may end before the cut`,
      remedy: needed,
    });
  }
  const inOrder = isFolded
    ? saddleStitched(pages.pageCount)
    : inGrid(pages.pageCount, columns, rows);
  const sides = direction === 'rtl' ? boundAtRight(inOrder, columns) : inOrder;
  const { length } = sides;
  const thickness = (length / 2 - 1) * rules.paper;
  // What inner leaves lose would be more than a page has between its text and the fold.
  if (isFolded && thickness > 5 * pointsPerMillimetre) {
    report.add('print/thick-booklet', place, {
      message: `A booklet of ${pages.pageCount} pages in ${length / 2} sheets creeps by ${Math.round((thickness / pointsPerMillimetre) * 10) / 10} mm, too much to be stitched through the fold`,
      remedy:
        'Have it bound otherwise, with `imposition: none`, or name the thickness of thinner `paper`',
    });
  }
  return { sides, rules };
}
