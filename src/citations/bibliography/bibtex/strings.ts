import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';

/** Names that need no definition: months, and journals that BibTeX's first style knew. */
const predefined = new Set(Object.keys(plugins.config.get('@bibtex').constants.defaultStrings));

const name = /[A-Za-z_][\w:+-]*/y;

/** A name of `@string` that a piece of a file uses, and its offset in the piece. */
export interface StringUse {
  name: string;
  offset: number;
}

/** The names used in an entry or a definition: words after `=` or `#` outside of braces and quotes. */
export function stringsUsed(piece: string): StringUse[] {
  const uses: StringUse[] = [];
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < piece.length; index += 1) {
    const character = piece[index];
    if (character === '{' || (character === '(' && depth === 0)) depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '"' && depth === 1) isQuoted = !isQuoted;
    if (depth !== 1 || isQuoted || (character !== '=' && character !== '#')) continue;
    name.lastIndex = index + 1 + (/^\s*/.exec(piece.slice(index + 1))?.[0].length ?? 0);
    const offset = name.lastIndex;
    const [found] = name.exec(piece) ?? [];
    if (found) uses.push({ name: found.toLowerCase(), offset });
  }
  return uses;
}

/** The `@string` definitions of all files. */
export class Strings {
  private readonly definitions = new Map<string, string>();

  /** @param definition With `@string{` and `}`. */
  add(definition: string): void {
    const [, defined] = /^@\s*string\s*[{(]\s*([^\s=]+)/i.exec(definition) ?? [];
    if (defined) this.definitions.set(defined.toLowerCase(), definition);
  }

  has(used: string): boolean {
    return this.definitions.has(used) || predefined.has(used);
  }

  /** The definitions that a piece needs, each after those that it needs itself. */
  neededBy(piece: string, needed = new Set<string>()): string {
    for (const use of stringsUsed(piece)) {
      const definition = this.definitions.get(use.name);
      if (definition === undefined || needed.has(definition) || definition === piece) continue;
      this.neededBy(definition, needed);
      needed.add(definition);
    }
    return [...needed].join('\n');
  }
}
