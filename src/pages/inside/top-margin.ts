/** What begins a column begins it without the space above. */
export function dropTopMargin(root: HTMLElement): void {
  let at = firstShown(root);
  while (at instanceof HTMLElement) {
    at.classList.add('octavo-first');
    const { octavoHeadSpace } = at.dataset;
    if (octavoHeadSpace && !at.matches('.octavo-continued')) {
      at.style.setProperty('margin-top', `${octavoHeadSpace}px`, 'important');
    }
    // Once something stands between, margins inside are no longer at the top.
    if (at.matches('table, figure, pre, hr, img, .octavo-set')) return;
    // Where a box goes on, it has no edge.
    if (at.matches('.octavo-boxed:not(.octavo-continued)')) return;
    at = firstShown(at);
  }
}

/** The first child that takes room: breaks and empty containers take none. */
function firstShown(element: Element): Element | null {
  let first = element.firstElementChild;
  while (first?.matches('.page-break, .column-break, .octavo-empty'))
    first = first.nextElementSibling;
  return first;
}
