import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { Report } from '../../src/diagnostics/report.js';
import { markdownHandlers, parseManuscript } from '../../src/markdown/index.js';
import type { Citation, CitationItem, Note } from '../../src/markdown/nodes.js';

export interface Parsed {
  root: Root;
  report: Report;
  /** `rule line:column` of each finding. */
  findings: string[];
}

/** Parses a manuscript that has no front matter, or one whose body starts on `bodyLine`. */
export function parse(text: string, bodyLine = 1): Parsed {
  const report = new Report();
  const root = parseManuscript({ path: '/m.md', shown: 'm.md', text }, bodyLine, report);
  const findings = report.diagnostics.map(
    ({ rule, place }) => `${rule} ${place.line}:${place.column}`,
  );
  return { root, report, findings };
}

function affix(nodes: readonly RootContent[]): string {
  return nodes.map(sketchOf).join('');
}

function itemOf({ key, suppressAuthor, prefix, suffix }: CitationItem): string {
  return `${affix(prefix)}<${suppressAuthor ? '-' : ''}${key}>${affix(suffix)}`;
}

const raisedNames: Record<string, string> = { sup: 'superscript', sub: 'subscript' };

/** Markup as letters around content, citations as `{…}` (narrative: `@{…}`), notes as `^(…)`. */
export function sketchOf(node: RootContent): string {
  if (node.type === 'citation') {
    const { narrative, items } = node as Citation;
    return `${narrative ? '@' : ''}{${items.map(itemOf).join('|')}}`;
  }
  if (node.type === 'note') return `^(${affix((node as Note).children)})`;
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'code') return `code(${node.value})`;
  if (node.type === 'formula')
    return `${node.display ? 'display' : ''}math(${node.value.replace(/\s+/g, ' ').trim()})`;
  const inside = 'children' in node ? affix(node.children as RootContent[]) : '';
  const raised = node.type === 'htmlElement' && raisedNames[node.data.hName];
  if (raised) return `${raised}(${inside})`;
  if (node.type === 'paragraph' || node.type === 'formulaBlock') return inside;
  return `${node.type}(${inside})`;
}

/** The blocks of a manuscript, one string for each. */
export function sketch(text: string): string[] {
  return parse(text).root.children.map(sketchOf);
}

/** The manuscript as HTML, notes and citations as elements of those names. */
export function html(root: Root): string {
  const tree = toHast(root, {
    handlers: {
      ...markdownHandlers,
      note: (state, node) => ({
        type: 'element',
        tagName: 'note',
        properties: { label: node.label },
        children: state.all(node),
      }),
      citation: (_, node) => ({ type: 'text', value: sketchOf(node) }),
    },
  });
  return toHtml(tree as Nodes);
}
