import type { RootContent } from 'mdast';
import type { HtmlElement } from '../nodes.js';
import { isNoBlank } from './loose-text.js';

const elementName = (node: RootContent) => (node.type === 'htmlElement' ? node.data.hName : '');

const contentOf = (node: RootContent): RootContent[] =>
  node.type === 'htmlElement' ? node.children : [node];

function rowGroup(rows: RootContent[]): HtmlElement {
  return { type: 'htmlElement', children: rows, data: { hName: 'tbody', hProperties: {} } };
}

/** Caption, columns, head, bodies, foot: one of each but columns and bodies (HTML, § 4.9.1). */
function arrangeTable(table: HtmlElement): boolean {
  const named = (name: string) => table.children.filter((child) => elementName(child) === name);
  const [caption, ...captions] = named('caption');
  const [head, ...heads] = named('thead');
  const [foot, ...feet] = named('tfoot');
  if (caption?.type === 'htmlElement') caption.children.push(...captions.flatMap(contentOf));
  const bodies: HtmlElement[] = [];
  let rows: HtmlElement | undefined;
  for (const child of table.children) {
    if (elementName(child) === 'tr') {
      if (!rows) {
        rows = rowGroup([]);
        bodies.push(rows);
      }
      rows.children.push(child);
    } else if (child.type === 'htmlElement' && child !== head && child !== foot) {
      rows = undefined;
      if (child.data.hName === 'tbody') bodies.push(child);
      else if (heads.includes(child) || feet.includes(child)) bodies.push(rowGroup(child.children));
    }
  }
  const plain = bodies.length === 1 && bodies[0] === rows && !head && !foot;
  table.children = [
    ...(caption ? [caption] : []),
    ...named('colgroup'),
    ...(head ? [head] : []),
    ...(plain ? (rows?.children ?? []) : bodies),
    ...(foot ? [foot] : []),
  ];
  return true;
}

/** One caption, at the end unless it begins the figure; of others, the content stays. */
function arrangeFigure(figure: HtmlElement): boolean {
  const [caption] = figure.children.filter((child) => elementName(child) === 'figcaption');
  if (!caption) return true;
  const isFirst = figure.children.find(isNoBlank) === caption;
  const rest = figure.children
    .filter((child) => child !== caption)
    .flatMap((child) => (elementName(child) === 'figcaption' ? contentOf(child) : [child]));
  figure.children = isFirst ? [caption, ...rest] : [...rest, caption];
  return true;
}

/** The summary goes first; without one it is no details element. */
function arrangeDetails(details: HtmlElement): boolean {
  const [summary] = details.children.filter((child) => elementName(child) === 'summary');
  if (!summary) return false;
  details.children = [
    summary,
    ...details.children
      .filter((child) => child !== summary)
      .map(
        (child): RootContent =>
          child.type === 'htmlElement' && child.data.hName === 'summary'
            ? { type: 'paragraph', children: child.children as never, position: child.position }
            : child,
      ),
  ];
  return true;
}

/** Terms before their definitions. */
function arrangeDescriptions({ children }: HtmlElement): boolean {
  const order = children.filter(isNoBlank).map(elementName).join(' ');
  return /^(?:(?:dt )+dd(?: dd)*(?: (?=dt))?)*$/.test(order);
}

/** Each reading after a base (HTML, § 4.5.10). */
function arrangeRuby({ children }: HtmlElement): boolean {
  const names = children.map((child) => (isNoBlank(child) ? elementName(child) || 'base' : ''));
  const order = names
    .filter((name) => name !== '')
    .map((name) => (name === 'rt' || name === 'rp' ? name : 'base'))
    .join(' ');
  return /^(?:(?:base )+(?:rt|rp rt rp)(?: rt| rp rt rp)*(?: (?=base))?)+$/.test(order);
}

const arrangers: Record<string, (element: HtmlElement) => boolean> = {
  details: arrangeDetails,
  dl: arrangeDescriptions,
  figure: arrangeFigure,
  ruby: arrangeRuby,
  table: arrangeTable,
};

/** Puts an element's parts in the order that HTML asks for; false where parts are missing. */
export function arrange(element: HtmlElement): boolean {
  return arrangers[element.data.hName]?.(element) ?? true;
}
