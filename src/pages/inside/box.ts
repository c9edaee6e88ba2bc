/** An empty box, placed and sized in px. */
export function box(
  className: string,
  area: Partial<Record<'left' | 'top' | 'width' | 'height', number>>,
) {
  const element = document.createElement('div');
  element.className = className;
  for (const [property, length] of Object.entries(area)) {
    element.style.setProperty(property, `${length}px`);
  }
  return element;
}
