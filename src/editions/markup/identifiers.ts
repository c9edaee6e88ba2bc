import type { Element, Nodes, Properties } from 'hast';
import { visit } from 'unist-util-visit';
import { insideTarget } from '../../document/addresses.js';

/** Properties that hold one or more ids. */
const idLists = [
  'headers',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaControls',
  'htmlFor',
] as const;

/** An id that needs no escape as a CSS identifier (CSS Syntax 3, 4.3.9) in plain ASCII. */
const plain = /^[A-Za-z_][\w-]*$/;

function plainIdentifier(id: string): string {
  if (plain.test(id)) return id;
  const ascii = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.test(ascii) ? ascii : ascii ? `s-${ascii}` : 's';
}

/**
 * Gives every id a form that style sheets and scripts can name without escapes, unlike any
 * other, and sees that whatever points at it follows. Reading systems call `querySelector` on ids.
 */
export class Identifiers {
  readonly #taken: Set<string>;
  readonly #renamed = new Map<string, string>();

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /** The id to use for an id of the Document. */
  of(id: string): string {
    const known = this.#renamed.get(id);
    if (known !== undefined) return known;
    const base = plainIdentifier(id);
    let name = base;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${base}-${count}`;
    this.#taken.add(name);
    this.#renamed.set(id, name);
    return name;
  }

  has(id: string): boolean {
    return this.#renamed.has(id);
  }

  /** Takes up the ids that stand in a tree; a second element of the same id loses it. */
  declare(...trees: readonly Nodes[]): void {
    const seen = new Set<string>();
    for (const tree of trees) {
      visit(tree, 'element', ({ properties }: Element) => {
        const { id } = properties;
        if (id === undefined || id === null) return;
        const text = String(id);
        if (seen.has(text) || text === '') {
          delete properties.id;
          return;
        }
        seen.add(text);
        properties.id = this.of(text);
      });
    }
  }

  /** Turns whatever refers to ids of the Document to the ids given; unknown ids are left out. */
  refer(properties: Properties): void {
    for (const name of idLists) {
      const value = properties[name];
      if (value === undefined || value === null) continue;
      const ids = (Array.isArray(value) ? value : String(value).split(/\s+/)).map(String);
      const known = ids.filter((id) => this.has(id)).map((id) => this.of(id));
      properties[name] = known.length > 0 ? known : undefined;
    }
  }

  /** The id that an inside link leads to; undefined where nothing has it. */
  targetOf(href: string): string | undefined {
    const target = insideTarget(href);
    return target !== undefined && this.has(target) ? this.of(target) : undefined;
  }
}
