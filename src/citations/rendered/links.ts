import type { ElementContent } from 'hast';
import { type Address, protection } from '../session/protect.js';
import type { RenderingContext } from './to-hast.js';

const { addressStart, addressEnd } = protection;

/** An address in its marks (with the resolver that styles print before a DOI), or a plain URL. */
const address = new RegExp(
  `(?<resolver>https?://(?:dx\\.)?doi\\.org/)?${addressStart}(?<index>\\d+)${addressEnd}` +
    `|https?://[^\\s<>"“”${addressStart}${addressEnd}]+`,
  'g',
);

/** What ends a sentence or a bracket, not an address that stands before it. */
const trailing = /[.,;:!?'’”»)\]]+$/;

/** Text with its addresses as links. An address that leads nowhere safe stays text. */
export function linksIn(text: string, { addresses }: RenderingContext): ElementContent[] {
  const nodes: ElementContent[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const { index = '', resolver = '' } = match.groups ?? {};
    const marked = addresses[Number(index)];
    const isMarked = index !== '' && marked !== undefined;
    const shown = isMarked ? resolver + marked.value : match[0].replace(trailing, '');
    const end = isMarked ? match.index + match[0].length : match.index + shown.length;
    if (match.index > from) nodes.push({ type: 'text', value: text.slice(from, match.index) });
    nodes.push(link(shown, isMarked ? targetOf(marked) : shown));
    from = end;
  }
  if (from < text.length) nodes.push({ type: 'text', value: text.slice(from) });
  return nodes;
}

function targetOf({ kind, value }: Address): string {
  if (kind === 'URL' || /^https?:/i.test(value)) return value;
  return `https://doi.org/${value.replace(/[\s"<>%#?{}|\\^`]/g, encodeURIComponent)}`;
}

function link(shown: string, target: string): ElementContent {
  if (!/^(?:https?|ftp|mailto):/i.test(target)) return { type: 'text', value: shown };
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: target },
    children: [{ type: 'text', value: shown }],
  };
}
