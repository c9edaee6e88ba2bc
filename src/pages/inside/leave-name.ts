/** A container that goes leaves its name to what it held, which links are to lead to. */
export function leaveName(container: HTMLElement, element: HTMLElement): void {
  if (container.id === '') return;
  if (element.id === '') {
    element.id = container.id;
    return;
  }
  const anchor = document.createElement('span');
  anchor.id = container.id;
  (element.querySelector('figcaption, caption, th, td') ?? element).prepend(anchor);
}
