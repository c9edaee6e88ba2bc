/**
 * Widths of paragraphs without laying the text out: each kind of place (a paragraph in a list
 * item in a quotation, …) is built once, empty, and measured.
 */
export class Measures {
  readonly #root: HTMLElement;
  readonly #places = new Map<string, HTMLElement>();

  /** @param root Where the text will stand: its width counts, and the styles it hands down. */
  constructor(root: HTMLElement) {
    this.#root = root.cloneNode(false) as HTMLElement;
  }

  /** Names the place of an element that need not be in the page yet. */
  note(element: HTMLElement, root: HTMLElement): string {
    const path: HTMLElement[] = [];
    for (let at: HTMLElement | null = element; at && at !== root; at = at.parentElement) {
      path.unshift(at);
    }
    const key = path.map((step) => `${step.tagName}.${step.className}`).join('>');
    if (!this.#places.has(key)) this.#places.set(key, this.#build(path));
    return key;
  }

  #build(path: readonly HTMLElement[]): HTMLElement {
    let inner = this.#root;
    for (const step of path) {
      const copy = step.cloneNode(false) as HTMLElement;
      copy.removeAttribute('id');
      inner.append(copy);
      inner = copy;
    }
    return inner;
  }

  /** Content widths (px) by place. */
  measure(): Map<string, number> {
    document.body.append(this.#root);
    const widths = new Map<string, number>();
    for (const [key, element] of this.#places) {
      widths.set(key, Number.parseFloat(getComputedStyle(element).width) || 0);
    }
    this.#root.remove();
    return widths;
  }
}
