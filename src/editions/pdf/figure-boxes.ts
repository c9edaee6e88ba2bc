import type { Rectangle } from '../pdf-file/objects.js';
import type { PageSurvey } from './painted-page.js';
import { eachTag, leavesOf, type Tag } from './structure/tags.js';

const figureRoles = new Set(['Figure', 'Formula']);

/** The sequences of each page that figures and formulas hold, by MCID. */
export function figureContent(document: Tag, pageCount: number): Set<number>[] {
  const wanted = Array.from({ length: pageCount }, () => new Set<number>());
  eachTag(document, (tag) => {
    if (!figureRoles.has(tag.role)) return;
    for (const leaf of leavesOf(tag)) {
      if (leaf.kind === 'content') wanted[leaf.page]?.add(leaf.mcid);
    }
  });
  return wanted;
}

/** The rectangle that a figure's content takes on its page (ISO 14289-1, 7.3: BBox). */
export function setFigureBoxes(document: Tag, surveys: readonly PageSurvey[]): void {
  eachTag(document, (tag) => {
    if (!figureRoles.has(tag.role)) return;
    let box: Rectangle | undefined;
    for (const leaf of leavesOf(tag)) {
      const own = leaf.kind === 'content' && surveys[leaf.page]?.painted.get(leaf.mcid)?.box;
      if (!own) continue;
      box ??= own;
      const [left, bottom, right, top] = box;
      box = [
        Math.min(left, own[0]),
        Math.min(bottom, own[1]),
        Math.max(right, own[2]),
        Math.max(top, own[3]),
      ];
    }
    if (box) tag.attributes.Layout = { ...tag.attributes.Layout, BBox: [...box] };
  });
}
