import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const tag = /<(\/?)([a-z]+)((?: [a-z-]+="[^"<>]*")*)>/y;
const attribute = / ([a-z-]+)="([^"]*)"/g;
const references: Readonly<Record<string, string>> = {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
};

/** What the engine writes, and what cannot hold itself or end by itself as HTML has it. */
const elements = new Set(['a', 'b', 'div', 'em', 'i', 'span', 'strong', 'sub', 'sup']);

/**
 * The engine's HTML as hast. It is nearly always a few elements, well nested: those are read here
 * in a fraction of the time that a parser of whole pages takes, which reads the rest.
 */
export function engineHtml(html: string): ElementContent[] {
  return plainHtml(html) ?? (fromHtml(html, { fragment: true }).children as ElementContent[]);
}

/** Undefined where the HTML needs a parser: other elements, wrong nesting, other references. */
export function plainHtml(html: string): ElementContent[] | undefined {
  const root: ElementContent[] = [];
  const open: Element[] = [];
  let index = 0;
  while (index < html.length) {
    const children = open.at(-1)?.children ?? root;
    if (html[index] !== '<') {
      const end = html.indexOf('<', index);
      const value = decoded(html.slice(index, end < 0 ? undefined : end));
      if (value === undefined) return undefined;
      children.push({ type: 'text', value });
      index = end < 0 ? html.length : end;
      continue;
    }
    tag.lastIndex = index;
    const [whole, slash, name = '', given = ''] = tag.exec(html) ?? [];
    if (whole === undefined || !elements.has(name)) return undefined;
    index = tag.lastIndex;
    if (slash) {
      if (open.pop()?.tagName !== name) return undefined;
      continue;
    }
    const properties = propertiesOf(given);
    if (!properties || !mayHold(open, name)) return undefined;
    const element: Element = { type: 'element', tagName: name, properties, children: [] };
    children.push(element);
    open.push(element);
  }
  return open.length === 0 ? root : undefined;
}

/** A block within a line would end it, a link within a link the outer one. */
function mayHold(open: readonly Element[], name: string): boolean {
  if (name === 'div') return open.every(({ tagName }) => tagName === 'div');
  return name !== 'a' || open.every(({ tagName }) => tagName !== 'a');
}

const propertyNames: Readonly<Record<string, string>> = {
  'data-key': 'dataKey',
  href: 'href',
  style: 'style',
};

function propertiesOf(given: string): Element['properties'] | undefined {
  const properties: Element['properties'] = {};
  for (const [, name = '', written = ''] of given.matchAll(attribute)) {
    const value = decoded(written);
    if (value === undefined) return undefined;
    if (name === 'class') properties.className = value.split(' ');
    else {
      const property = propertyNames[name];
      if (property === undefined) return undefined;
      properties[property] = value;
    }
  }
  return properties;
}

/** Text without references; undefined where one is not among the engine's own. */
function decoded(text: string): string | undefined {
  if (/[\0\r]/.test(text)) return undefined;
  if (!text.includes('&')) return text;
  let isKnown = true;
  const plain = text.replace(/&(?:#(\d+);|([a-z]+);)?/g, (_, code?: string, name?: string) => {
    const value = code ? String.fromCharCode(Number(code)) : references[name ?? ''];
    isKnown &&= value !== undefined && (code === undefined || isPlain(Number(code)));
    return value ?? '';
  });
  return isKnown ? plain : undefined;
}

/** HTML gives other signs for the numbers of control characters and of halves of signs. */
function isPlain(code: number): boolean {
  return code >= 32 && code < 0xd800 && (code < 127 || code > 159);
}
