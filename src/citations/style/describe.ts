import type { CitationFormat, CitationStyle } from '../types.js';
import { childOf, descendants, type XmlElement } from './xml.js';

const formats: readonly string[] = ['note', 'author-date', 'numeric', 'label', 'author'];

/** What a checked style says of itself. */
export function describeStyle(
  root: XmlElement,
): Pick<CitationStyle, 'title' | 'class' | 'format' | 'hasBibliography' | 'names'> {
  return {
    title: childOf(childOf(root, 'info'), 'title')?.text.trim() ?? '',
    class: root.attributes.class === 'note' ? 'note' : 'in-text',
    format: formatOf(root),
    hasBibliography: childOf(childOf(root, 'bibliography'), 'layout') !== undefined,
    names: namesOf(root),
  };
}

/** Inherited name options stand on the style or its citations; else the first `<name>` says. */
function namesOf(root: XmlElement): CitationStyle['names'] {
  const macros = [...descendants(root)].filter(({ name }) => name === 'name');
  const holders = [childOf(root, 'citation'), root, ...macros];
  const option = (attribute: string) =>
    holders.find((holder) => holder?.attributes[attribute] !== undefined)?.attributes[attribute];
  return {
    min: Number(option('et-al-min') ?? Number.POSITIVE_INFINITY),
    useFirst: Number(option('et-al-use-first') ?? 1),
    serialComma: option('delimiter-precedes-last') !== 'never',
  };
}

/** The style's own `citation-format`, else what its citations print. */
function formatOf(root: XmlElement): CitationFormat {
  if (root.attributes.class === 'note') return 'note';
  for (const { name, attributes } of childOf(root, 'info')?.children ?? []) {
    const format = attributes['citation-format'];
    if (name === 'category' && format && format !== 'note' && formats.includes(format)) {
      return format as CitationFormat;
    }
  }
  const printed = variablesOf(root, childOf(root, 'citation'), new Set());
  if (printed.has('citation-number')) return 'numeric';
  if (printed.has('citation-label')) return 'label';
  return printed.has('issued') ? 'author-date' : 'author';
}

function variablesOf(
  root: XmlElement,
  element: XmlElement | undefined,
  macros: Set<string>,
): Set<string> {
  const found = new Set<string>();
  for (const { attributes } of element ? descendants(element) : []) {
    for (const variable of attributes.variable?.split(/\s+/) ?? []) found.add(variable);
    const { macro } = attributes;
    if (macro === undefined || macros.has(macro)) continue;
    macros.add(macro);
    const definition = root.children.find(
      ({ name, attributes: own }) => name === 'macro' && own.name === macro,
    );
    for (const variable of variablesOf(root, definition, macros)) found.add(variable);
  }
  return found;
}

/** For a dependent style: the name of its parent. */
export function parentOf(root: XmlElement): string | undefined {
  for (const { name, attributes } of childOf(root, 'info')?.children ?? []) {
    if (name === 'link' && attributes.rel === 'independent-parent') return attributes.href;
  }
  return undefined;
}
