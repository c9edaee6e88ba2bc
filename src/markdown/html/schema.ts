import type { Element } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { h } from 'hastscript';
import { isPhrasingElement } from '../tree.js';
import { isAllowedValue } from './attribute-values.js';

const words = (list: string) => list.split(' ');

/** Elements of raw HTML that every edition can carry. */
const elements = words(
  'a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn ' +
    'div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p ' +
    'pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th ' +
    'thead time tr u ul var wbr',
);

const schema: Schema = {
  tagNames: elements,
  attributes: {
    '*': ['lang', 'dir', 'title', 'id', 'className'],
    a: ['href'],
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime'],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    cite: ['http', 'https'],
  },
  // No script ever runs in an edition, so a name can clobber nothing.
  clobber: [],
  clobberPrefix: '',
  ancestors: {},
  strip: [],
};

/** Elements that are left out with everything in them. */
const droppedWhole = new Set(words('script style template title head noembed noframes'));

export const voidElements: ReadonlySet<string> = new Set(
  words('area base br col embed hr img input link meta param source track wbr'),
);

export type Treatment = 'keep' | 'unwrap' | 'drop';

/** What becomes of an element; a block in a line of text is unwrapped. */
export function treatmentOf(name: string, where: 'flow' | 'phrasing'): Treatment {
  if (droppedWhole.has(name)) return 'drop';
  if (!elements.includes(name)) return 'unwrap';
  const fits = where === 'flow' || isPhrasingElement(name) || name === 'br' || name === 'img';
  return fits ? 'keep' : 'unwrap';
}

export interface CleanElement {
  properties: Element['properties'];
  /** Attributes that were left out. */
  lost: string[];
}

/** The properties of an element that editions can carry. */
export function cleanElement(name: string, attributes: Record<string, string>): CleanElement {
  const lost: string[] = [];
  const properties: Element['properties'] = {};
  for (const [attribute, value] of Object.entries(attributes)) {
    const cleaned = cleanAttribute(name, attribute, value);
    if (cleaned) Object.assign(properties, cleaned);
    else lost.push(attribute);
  }
  return { properties, lost };
}

function cleanAttribute(name: string, attribute: string, value: string) {
  if (!isAllowedValue(name, attribute, value)) return undefined;
  const raw = h('div', { [attribute]: value }) as Element;
  const cleaned = sanitize({ ...raw, tagName: name }, schema);
  const properties = cleaned.type === 'element' ? cleaned.properties : {};
  return Object.keys(properties).length > 0 ? properties : undefined;
}
