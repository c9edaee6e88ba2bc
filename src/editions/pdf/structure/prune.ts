import type { PDFRef } from 'pdf-lib';
import type { Painted } from '../painted-page.js';
import type { Content, Kid, Tag } from './tags.js';

/** Roles whose meaning may lie in drawn lines: elsewhere lines are ornament. */
const drawn = new Set(['Figure', 'Formula', 'Lbl']);

const cells = new Set(['TH', 'TD']);

/**
 * Takes out what is no content (rules, tints and sequences that paint nothing) and elements left
 * empty by it; tells each sequence which form holds it.
 */
export function prune(
  document: Tag,
  paintedBy: (content: Content) => Painted | undefined,
  keepsAnnotation: (reference: PDFRef) => boolean,
): void {
  const isContent = (content: Content, inDrawn: boolean): boolean => {
    const painted = paintedBy(content);
    if (!painted) return false;
    content.form = painted.form;
    return painted.text || painted.image || (inDrawn && painted.path);
  };
  const stays = (kid: Kid, inDrawn: boolean): boolean => {
    if (kid.kind === 'content') return isContent(kid, inDrawn);
    if (kid.kind === 'annotation') return keepsAnnotation(kid.reference);
    visit(kid, inDrawn);
    // An empty cell still holds its column open.
    return kid.kids.length > 0 || cells.has(kid.role);
  };
  const visit = (tag: Tag, around: boolean) => {
    const inDrawn = around || drawn.has(tag.role);
    const { kids } = tag;
    let staying = 0;
    for (let index = 0; index < kids.length; index++) {
      const kid = kids[index] as Kid;
      if (stays(kid, inDrawn)) kids[staying++] = kid;
    }
    kids.length = staying;
  };
  visit(document, false);
}
