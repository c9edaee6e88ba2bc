import type { Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Report } from '../../diagnostics/report.js';
import type { HtmlElement } from '../nodes.js';
import { placeOf } from '../places.js';
import { mapChildren } from '../tree.js';

/** What a directive becomes, by its name: an element with the directive's name as class. */
const elementOf: Record<string, string> = {
  box: 'aside',
  epigraph: 'blockquote',
  'pull-quote': 'aside',
  verse: 'div',
  lead: 'div',
  wide: 'div',
  here: 'div',
  'page-break': 'div',
  'column-break': 'div',
};

/** What a directive is to those who have the text read to them, by its name (DPUB-ARIA 1.1). */
const roleOf: Record<string, string> = { 'pull-quote': 'doc-pullquote' };

/** A container without a meaning of its own, which pandoc's `::: {#id}` makes. */
const plainContainer = 'div';

/** A container that makes no element: its first paragraph begins with an initial over several lines. */
const dropCap = 'drop-cap';

/** The names a manuscript may use after `:::` and `::`. */
export const directiveNames: readonly string[] = [...Object.keys(elementOf), dropCap];

type BlockDirective = ContainerDirective | LeafDirective;

/** Makes elements of the directives that Octavo knows. Of others, the content stays. */
export function directives(root: Root, file: string, report: Report): void {
  mapChildren(root, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return [node];
    const content = contentOf(node);
    if (node.name === dropCap) return beginningLarge(content);
    if (node.name === 'verse') content.forEach(keepLines);
    const known = Object.hasOwn(elementOf, node.name) ? elementOf[node.name] : undefined;
    const hName = node.name === plainContainer ? plainContainer : known;
    if (hName) return [element(node, hName, content)];
    report.add('markdown/unknown-directive', placeOf(node, file), {
      message: `Octavo knows no directive “${node.name}”: only its content is kept`,
      remedy: `Use one of ${directiveNames.map((name) => `\`${name}\``).join(', ')}, or remove the colons`,
    });
    return content;
  });
}

function beginningLarge(content: RootContent[]): RootContent[] {
  const first = content.find(({ type }) => type === 'paragraph');
  if (first) first.data = { ...first.data, hProperties: { className: [dropCap] } };
  return content;
}

/** In verse every line of the manuscript is a line. */
function keepLines(node: Nodes): void {
  if (!('children' in node)) return;
  node.children = node.children.flatMap((child): Nodes[] => {
    if (child.type !== 'text') {
      keepLines(child);
      return [child];
    }
    return child.value.split(/\r?\n/).flatMap((line, index): Nodes[] => {
      const text: Nodes = { ...child, value: index > 0 ? line.replace(/^[ \t]+/, '') : line };
      return index > 0 ? [{ type: 'break' }, text] : [text];
    });
  }) as typeof node.children;
}

function contentOf(node: BlockDirective): RootContent[] {
  if (node.type === 'containerDirective') return node.children;
  const { children, position } = node;
  if (children.length === 0 || (children[0] as RootContent).type === 'figure') return children;
  return [{ type: 'paragraph', children, position }];
}

function element(node: BlockDirective, hName: string, children: RootContent[]): HtmlElement {
  const { name, position } = node;
  const { id, class: classes, lang, dir, title } = node.attributes ?? {};
  const own = name === plainContainer ? [] : [name];
  const className = [...own, ...(classes?.split(/\s+/).filter(Boolean) ?? [])];
  for (const child of children) {
    if (child.type === 'paragraph' && child.data && 'directiveLabel' in child.data) {
      child.data = { hProperties: { className: [`${name}-title`] } };
    }
  }
  const named = Object.entries({ id, lang, dir, title }).filter(([, value]) => value);
  const role = roleOf[name];
  const hProperties = {
    ...(className.length > 0 ? { className } : {}),
    ...(role && { role }),
    ...Object.fromEntries(named),
  };
  return { type: 'htmlElement', children, position, data: { hName, hProperties } };
}
