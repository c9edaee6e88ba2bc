import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { Report } from '../diagnostics/report.js';
import type { Citation, CitationItem, Note } from '../markdown/nodes.js';
import { asParentheses } from '../markdown/notes/parentheses.js';
import { placeOf } from '../markdown/places.js';
import { mapChildren } from '../markdown/tree.js';
import { writtenKey } from '../publication/citation-key.js';

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/**
 * Makes a colophon's notes text in parentheses, and its citations what was typed: it stands after
 * the notes and the references, outside their numbering.
 */
export function plainColophon(root: Root, file: string, report: Report): void {
  const contents = new Map<string, Note['children']>();
  mapChildren(root, (node, parent) => {
    if (node.type === 'citation') {
      report.add('document/colophon-citation', placeOf(node, file), {
        message: 'The colophon cannot cite: the citation stays as typed',
        remedy: 'Cite it in the text, or write out what the colophon should say of it',
      });
      return asTyped(node);
    }
    if (node.type !== 'note') return [node];
    report.add('document/colophon-note', placeOf(node, file), {
      message: 'A note stands in the colophon: it is set there in parentheses',
      remedy: 'Write it into the sentence',
    });
    return asParentheses(contentOf(node, contents), before(node, parent.children));
  });
}

/** A definition's content, at later calls of its label too. */
function contentOf({ label, children }: Note, known: Map<string, Note['children']>) {
  if (label === undefined) return children;
  const content = known.get(label) ?? children;
  known.set(label, content);
  return structuredClone(content);
}

function before(node: RootContent, siblings: readonly RootContent[]): RootContent | undefined {
  return siblings[siblings.indexOf(node) - 1];
}

function asTyped({ narrative, items }: Citation): PhrasingContent[] {
  const [first, ...others] = items;
  if (!narrative || !first) return inBrackets(items.map(itemAsTyped));
  const inner = [...(first.suffix.length > 0 ? [first.suffix] : []), ...others.map(itemAsTyped)];
  const tail = inner.length > 0 ? [text(' '), ...inBrackets(inner)] : [];
  return [text(keyAsTyped(first)), ...tail];
}

function inBrackets(items: readonly PhrasingContent[][]): PhrasingContent[] {
  const joined = items.flatMap((item, index) => (index === 0 ? item : [text('; '), ...item]));
  return [text('['), ...joined, text(']')];
}

function itemAsTyped(item: CitationItem): PhrasingContent[] {
  const space = item.prefix.length > 0 ? ' ' : '';
  return [...item.prefix, text(space + keyAsTyped(item)), ...item.suffix];
}

function keyAsTyped({ key, suppressAuthor }: CitationItem): string {
  return `${suppressAuthor ? '-' : ''}${writtenKey(key)}`;
}
