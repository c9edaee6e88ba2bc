/** An element that is to leave its containers keeps their language, and the way they run. */
export function keepLanguage(element: HTMLElement, root: HTMLElement): void {
  for (const name of ['lang', 'dir']) {
    const holder = element.closest(`[${name}]`);
    const value = holder?.getAttribute(name);
    if (value && holder !== root && root.contains(holder)) element.setAttribute(name, value);
  }
}
