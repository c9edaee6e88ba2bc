import { eachTag, isTag, leavesOf, type Tag } from './tags.js';

/**
 * The engine tags both `figure` and the image in it as Figure. With nothing else inside, the two
 * become one; a figure with a caption becomes a division of both, since a reader that speaks the
 * alternative text of a Figure passes over whatever else stands in it.
 */
export function settleFigures(document: Tag): void {
  eachTag(document, (outer) => {
    // Of a formula, readers speak the alternative text: its parts have no structure of their own.
    if (outer.role === 'Formula') outer.kids = leavesOf(outer);
    if (outer.role !== 'Figure') return;
    const inner = outer.kids.filter(isTag);
    if (inner.length === 0) return;
    const [only] = inner;
    if (only?.role === 'Figure' && outer.kids.length === 1) {
      outer.kids = only.kids;
      outer.alt ??= only.alt;
      outer.lang ??= only.lang;
    } else if (outer.alt === undefined) outer.role = 'Div';
  });
}
