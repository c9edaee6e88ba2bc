/** Share of their height that images keep at least: smaller, they would show nothing. */
const leastShare = 0.25;

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;

/** What stands around a figure and holds nothing else. */
function around(figure: HTMLElement, root: HTMLElement): HTMLElement {
  let outer = figure;
  for (let at = figure.parentElement; at && at !== root; at = at.parentElement) {
    if (at.childElementCount > 1) break;
    outer = at;
  }
  return outer;
}

/**
 * Makes the images of figures lower that are higher than a page with their captions.
 *
 * @param height Of a page's columns, px.
 */
export function fitFigures(roots: readonly HTMLElement[], height: number): void {
  const figures = roots.flatMap((root) => {
    const found = [...root.querySelectorAll<HTMLElement>('figure')];
    return found.map((figure) => ({ figure, outer: around(figure, root) }));
  });
  const tall = figures.flatMap(({ figure, outer }) => {
    const excess = heightOf(outer) - height;
    if (excess <= 0) return [];
    const shown = heightOf(figure) - heightOf(figure.querySelector('figcaption'));
    const share = (shown - excess) / shown;
    const images = [...figure.querySelectorAll<HTMLElement>('img, svg')];
    const own = images.filter((image) => image.closest('figcaption') === null);
    return share < leastShare ? [] : own.map((image) => ({ image, to: heightOf(image) * share }));
  });
  for (const { image, to } of tall) image.style.maxHeight = `${Math.floor(to)}px`;
}
