import type { ElementContent } from 'hast';
import type { PhrasingContent, RootContent, Text } from 'mdast';
import type { HtmlElement, Note } from '../../markdown/nodes.js';
import { isParent } from '../../markdown/tree.js';
import type { RenderedCitation } from '../open/open-citations.js';
import { toPhrasing } from '../rendered/to-phrasing.js';
import type { CitationPosition, CitationStyle } from '../types.js';
import type { NumberedCitation } from './numbering.js';
import type { Printed } from './place.js';
import { endsAbbreviated } from './punctuation.js';

export interface Print {
  style: CitationStyle;
  /** The style's word for a work cited right before. */
  ibid: string;
  /** For a citation without a note of its own. */
  id?: string;
}

/** What the style printed, as a node for the tree. */
export function printedAs(
  site: NumberedCitation,
  { content, position, name, text }: RenderedCitation,
  { style, ibid, id }: Print,
): Printed {
  if (site.own) return { manner: 'note', name, node: noteOf(site, content, position), text };
  const node = spanOf(site, content, id);
  if (style.class === 'note') return runningText(node, name, text, ibid);
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
function runningText(node: HtmlElement, name: string, text: string, ibid: string): Printed {
  const pieces = textsIn(node.children);
  const isIbid =
    text.toLowerCase().startsWith(ibid.toLowerCase().replace(/\.$/, '')) && ibid !== '';
  const endsWithIbid = text.toLowerCase() === ibid.toLowerCase();
  const keepsStop = (endsWithIbid && ibid.endsWith('.')) || endsAbbreviated(text);
  const dropStop = () => dropLastStop(pieces);
  const lower = () => {
    const [first] = pieces;
    if (isIbid && first) first.value = first.value.charAt(0).toLowerCase() + first.value.slice(1);
  };
  if (name === '') return { manner: 'inNote', name, node, text, keepsStop, dropStop, lower };
  if (!keepsStop) dropStop();
  lower();
  const bracket = (value: string): PhrasingContent => ({
    type: 'text',
    value,
    position: node.position,
  });
  node.children = [bracket('('), ...node.children, bracket(')')];
  return { manner: 'inText', name, node, text: '()' };
}

function textsIn(nodes: readonly RootContent[]): Text[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return isParent(node) ? textsIn(node.children) : [];
  });
}

function dropLastStop(texts: readonly Text[]): void {
  const last = texts.at(-1);
  if (last) last.value = last.value.replace(/\.$/, '');
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
