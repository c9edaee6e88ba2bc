import { elementsOf } from '../markup/tree.js';
import type { BookFile } from './book-file.js';

/**
 * Turns what elements say of their looks (the engine's formulas do) into classes, since shops'
 * converters drop a `style` in the text. Returns the classes' rules.
 */
export function styleClasses(files: readonly BookFile[]): string {
  const names = new Map<string, string>();
  const elements = files.flatMap(({ content }) => content.flatMap((node) => elementsOf(node)));
  for (const { properties } of elements) {
    const { style } = properties;
    if (style === undefined || style === null) continue;
    const rule = String(style).trim().replace(/;$/, '');
    const name = names.get(rule) ?? `looks-${names.size + 1}`;
    names.set(rule, name);
    properties.className = [properties.className ?? []].flat().map(String).concat(name);
    delete properties.style;
  }
  return [...names].map(([rule, name]) => `.${name} { ${rule}; }`).join('\n');
}
