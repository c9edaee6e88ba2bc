import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { HtmlElement, Note } from '../../markdown/nodes.js';
import type { RenderedCitation } from '../open/open-citations.js';
import { toPhrasing } from '../rendered/to-phrasing.js';
import type { CitationPosition, CitationStyle } from '../types.js';
import type { NumberedCitation } from './numbering.js';
import type { Printed } from './place.js';

/** What the style printed, as a node for the tree. */
export function printedAs(
  site: NumberedCitation,
  { content, position, name, text }: RenderedCitation,
  style: CitationStyle,
): Printed {
  if (site.own) return { manner: 'note', name, node: noteOf(site, content, position), text };
  if (style.class === 'note') return runningText(site, content, name, text);
  const manner = isRaised(content) ? 'raised' : 'inText';
  return { manner, name, node: spanOf(site, content), text };
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
function runningText(
  site: NumberedCitation,
  content: ElementContent[],
  name: string,
  text: string,
): Printed {
  const node = spanOf(site, content);
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

function spanOf({ node }: NumberedCitation, content: ElementContent[]): HtmlElement {
  const dataKeys = node.items.map(({ key }) => key).join(' ');
  return {
    type: 'htmlElement',
    children: toPhrasing(content, node.position),
    position: node.position,
    data: { hName: 'span', hProperties: { className: ['citation'], dataKeys } },
  };
}

function isRaised(content: readonly ElementContent[]): boolean {
  const [only] = content;
  return content.length === 1 && only?.type === 'element' && only.tagName === 'sup';
}
