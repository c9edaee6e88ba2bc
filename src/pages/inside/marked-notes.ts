/**
 * Notes with a mark stand before the numbered ones. What goes on from the column before stays
 * first, and what goes on in the next stays last.
 */
export function putMarkedFirst(root: HTMLElement): void {
  const whole = root.querySelectorAll(':scope > .note:not(.octavo-continues, .octavo-continued)');
  const first = [...whole].find((note) => !note.classList.contains('marked'));
  if (!first) return;
  const after = (note: Element) =>
    first.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING;
  first.before(...[...whole].filter((note) => note.classList.contains('marked') && after(note)));
}
