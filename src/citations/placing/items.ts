import type { PhrasingContent } from 'mdast';
import type { Report } from '../../diagnostics/report.js';
import type { Citation, CitationItem } from '../../markdown/nodes.js';
import { outsideAddress, refusedLink } from '../../markdown/outside-addresses.js';
import { placeOf } from '../../markdown/places.js';
import { affixText } from '../locators/affixes.js';
import { splitSuffix } from '../locators/split.js';
import type { LocatorTerms } from '../locators/terms.js';
import type { ClusterItem } from '../session/cluster.js';

/** The works of a citation; `[@a, @b]`, where a semicolon was meant, has two. */
export function flattenItems({ items }: Citation, file: string, report: Report): CitationItem[] {
  return items.flatMap((written) => {
    const item = {
      ...written,
      prefix: printable(written.prefix, file, report),
      suffix: printable(written.suffix, file, report),
    };
    const flat: CitationItem[] = [];
    let open: PhrasingContent[] = [];
    const nested = (node: Citation): void => {
      const [first, ...rest] = node.items.map((inner) => ({ ...inner, suffix: [...inner.suffix] }));
      if (first) flat.push({ ...first, prefix: [...open, ...first.prefix] }, ...rest);
      open = [];
      report.add('citation/separator', placeOf(node, file), {
        message: `No semicolon stands before @${node.items[0]?.key}: it is taken for a work of its own`,
        remedy: 'Set the works of a citation apart by semicolons: [@one; @other]',
      });
    };
    for (const node of item.prefix) {
      if (node.type === 'citation') nested(node);
      else open.push(node);
    }
    flat.push({ ...item, prefix: open, suffix: [] });
    open = [];
    for (const node of item.suffix) {
      const last = flat.at(-1);
      if (node.type !== 'citation') {
        last?.suffix.push(node);
        continue;
      }
      if (last) last.suffix = withoutComma(last.suffix);
      nested(node);
    }
    return flat;
  });
}

/**
 * The words around a work as they can be printed there, and what is told of the rest: links that
 * no edition may carry keep their words alone, citations within emphasis or a note stay as typed.
 */
function printable(
  nodes: readonly PhrasingContent[],
  file: string,
  report: Report,
  isInside = false,
): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'citation' && isInside) {
      report.add('citation/separator', placeOf(node, file), {
        message: `@${node.items[0]?.key} is cited within the words around another work: it stays as typed`,
        remedy: 'Set the works of a citation apart by semicolons: [@one; @other]',
      });
    }
    if (!('children' in node)) return [node];
    const children = printable(node.children as PhrasingContent[], file, report, true);
    const isRefused =
      node.type === 'link' && !node.url.startsWith('#') && outsideAddress(node.url) === undefined;
    if (!isRefused) return [{ ...node, children } as PhrasingContent];
    report.add('document/outside-link', placeOf(node, file), refusedLink(node.url));
    return children;
  });
}

function withoutComma(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) =>
    node.type === 'text' ? { ...node, value: node.value.replace(/[\s,]+$/, '') } : node,
  );
}

/** A work of a citation as the session takes it. */
export function clusterItem(
  { key, suppressAuthor, prefix, suffix }: CitationItem,
  terms: LocatorTerms,
): ClusterItem {
  const [first, ...rest] = suffix;
  const split =
    first?.type === 'text'
      ? splitSuffix(first.value, terms)
      : { suffix: affixText(first ? [first] : []) };
  const item: ClusterItem = { key, suppressAuthor };
  if ('locator' in split) Object.assign(item, { locator: split.locator, label: split.label });
  const before = affixText(prefix).trim();
  const after = (split.suffix + affixText(rest)).trimEnd();
  if (before !== '') item.prefix = `${before} `;
  if (!/^[\s,]*$/.test(after)) item.suffix = after;
  return item;
}
