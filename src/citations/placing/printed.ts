import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { HtmlElement, Note } from '../../markdown/nodes.js';
import type { RenderedCitation } from '../open/open-citations.js';
import { toPhrasing } from '../rendered/to-phrasing.js';
import type { CitationPosition, CitationStyle } from '../types.js';
import type { NumberedCitation } from './numbering.js';
import type { Printed } from './place.js';

/**
 * What the style printed, as a node for the tree.
 * @param id For a citation without a note of its own.
 */
export function printedAs(
  site: NumberedCitation,
  { content, position, name, text }: RenderedCitation,
  style: CitationStyle,
  id?: string,
): Printed {
  if (site.own) return { manner: 'note', name, node: noteOf(site, content, position), text };
  const node = spanOf(site, content, id);
  if (style.class === 'note') return runningText(node, name, text);
  const manner = isRaised(content) ? 'raised' : 'inText';
  return { manner, name, node, text };
}

function noteOf(
  { node, number, ordinal }: NumberedCitation,
  content: ElementContent[],
  position: CitationPosition,
): Note {
  const place = node.position;
  return {
    type: 'note',
    origin: 'citation',
    children: [{ type: 'paragraph', children: toPhrasing(content, place), position: place }],
    position: place,
    data: { number, ordinal, position, keys: node.items.map(({ key }) => key) },
  };
}

/** A note style's citation in a note that the author wrote. After a name it stands in parentheses. */
function runningText(node: HtmlElement, name: string, text: string): Printed {
  const dropStop = () => dropLastStop(node.children as PhrasingContent[]);
  if (name === '') return { manner: 'inNote', name, node, text, dropStop };
  dropStop();
  const bracket = (value: string): PhrasingContent => ({
    type: 'text',
    value,
    position: node.position,
  });
  node.children = [bracket('('), ...node.children, bracket(')')];
  return { manner: 'inText', name, node, text: '()' };
}

function dropLastStop(nodes: PhrasingContent[]): void {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/\.$/, '');
}

function spanOf(
  { node }: NumberedCitation,
  content: ElementContent[],
  id: string | undefined,
): HtmlElement {
  const dataKeys = node.items.map(({ key }) => key).join(' ');
  return {
    type: 'htmlElement',
    children: toPhrasing(content, node.position),
    position: node.position,
    data: { hName: 'span', hProperties: { id, className: ['citation'], dataKeys } },
  };
}

function isRaised(content: readonly ElementContent[]): boolean {
  const [only] = content;
  return content.length === 1 && only?.type === 'element' && only.tagName === 'sup';
}
