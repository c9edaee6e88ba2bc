import type { Root, RootContent } from 'mdast';
import type { PlacedCitations } from '../../src/citations/index.js';
import type { Report } from '../../src/diagnostics/report.js';

const patterns: [name: string, pattern: RegExp][] = [
  ['error text', /NO_PRINTED_FORM|CSL STYLE ERROR|undefined|\[object|NaN/],
  ['doubled stop', /(?<![.…])\.\.(?!\.)/],
  ['space before a stop', /[\p{L}\d)\]”’»]\s+[.,](?=\s|[.,]|$)/u],
  ['private character', /[\uE000-\uE00F]/],
];

/** What is wrong with a publication as a style set it: a name and the place of each fault. */
export function faultsOf(root: Root, placed: PlacedCitations, report: Report): string[] {
  const lines = [...linesOf(root), ...placed.references.map(({ text }) => text)];
  const faults = lines.flatMap((line) =>
    patterns.flatMap(([name, pattern]) => {
      const at = pattern.exec(line)?.index;
      return at === undefined ? [] : [`${name}: ${line.slice(Math.max(0, at - 40), at + 20)}`];
    }),
  );
  const findings = report.diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  return [...faults, ...findings];
}

/** Each paragraph, cell and note of its own. */
function linesOf(root: Root): string[] {
  const lines: string[] = [];
  const textOf = (node: RootContent): string => {
    if (node.type === 'note') {
      for (const child of node.children) lines.push(textOf(child));
      return '';
    }
    if ('value' in node) return node.value;
    return 'children' in node ? node.children.map(textOf).join('') : '';
  };
  const walk = (node: Root | RootContent): void => {
    if (!('children' in node)) return;
    if (['paragraph', 'heading', 'tableCell'].includes(node.type)) {
      lines.push(textOf(node as RootContent));
    } else {
      for (const child of node.children) walk(child);
    }
  };
  walk(root);
  return lines;
}
