import type { Element, ElementContent, Text } from 'hast';
import { type Address, protection } from '../session/protect.js';
import type { PrintedTerms } from '../session/session.js';
import { engineHtml } from './engine-html.js';
import { linksIn } from './links.js';
import { tidyPunctuation } from './tidy.js';

/** What the engine's HTML needs besides itself. */
export interface RenderingContext {
  addresses: readonly Address[];
  terms: PrintedTerms;
}

/** The engine's HTML as hast: semantic elements, classes for styles, addresses as links. */
export function toContent(html: string, context: RenderingContext): ElementContent[] {
  const read = engineHtml(withLinks(lowerIbid(withOthers(html, context), context), context));
  const content = read.flatMap((child) => elementOf(child, context));
  const result = trimmed(content);
  tidyPunctuation(result);
  return result;
}

/** `See Ibid.` as `see ibid.`: a style capitalises its term wherever it stands. */
function lowerIbid(html: string, { terms: { ibid } }: RenderingContext): string {
  const capital = ibid.charAt(0).toUpperCase() + ibid.slice(1);
  return html.replace(/(?<=[\p{L}\d,;:] (?:<[a-z]+>)*)\p{Lu}[\p{L}.]+/gu, (word) =>
    word === capital ? ibid : word,
  );
}

/** `A and ⟨others⟩` as `A et al.`. */
function withOthers(html: string, { terms }: RenderingContext): string {
  if (!html.includes(protection.others)) return html;
  const joints = [terms.and, terms.ampersand, terms.ampersand.replaceAll('&', '&#38;')]
    .map((joint) => joint.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const joined = new RegExp(`[,;]?\\s*(?:(?:${joints})\\s+)?${protection.others}`, 'g');
  const doubled = `${terms.others}.`;
  const replaced = html.replace(joined, () => ` ${terms.others}`);
  return terms.others.endsWith('.') ? replaced.replaceAll(doubled, terms.others) : replaced;
}

const { linkStart, linkTarget, linkEnd } = protection;
const linkMark = new RegExp(`${linkStart}(\\d+)${linkTarget}|${linkEnd}`, 'g');

/** Where an author's link may lead: out by these schemes, or to a part of the publication. */
const safe = /^(?:https?:|ftp:|mailto:|tel:|doi:|urn:|#)/i;

/** Links that the author wrote around a cite. */
function withLinks(html: string, { addresses }: RenderingContext): string {
  return html.replace(linkMark, (_, index?: string) => {
    if (index === undefined) return '</a>';
    const href = addresses[Number(index)]?.value ?? '';
    if (!safe.test(href)) return '';
    return `<a href="${href.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}">`;
  });
}

function elementOf(node: ElementContent, context: RenderingContext): ElementContent[] {
  if (node.type === 'text') return linksIn(node.value.replaceAll(protection.bar, '|'), context);
  if (node.type !== 'element') return [];
  const children = childrenOf(node, context);
  const renamed = nameOf(node);
  if (hasClass(node, 'csl-left-margin')) setApart(children);
  if (hasClass(node, 'csl-right-inline')) trimStart(children);
  if (!renamed) return children;
  return [{ type: 'element', ...renamed, children }];
}

function childrenOf(element: Element, context: RenderingContext): ElementContent[] {
  const children = merged(element.children).flatMap((child) => elementOf(child, context));
  // No link stands within a link.
  return element.properties.href === undefined ? children : children.flatMap(unlinked);
}

function unlinked(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(unlinked);
  return node.tagName === 'a' ? children : [{ ...node, children }];
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** A number or label in the margin: in running text, one space sets it apart. */
function setApart(label: ElementContent[]): void {
  const last = label.at(-1);
  if (last?.type === 'text') last.value = `${last.value.trimEnd()} `;
  else label.push({ type: 'text', value: ' ' });
}

function trimStart(entry: ElementContent[]): void {
  const [first] = entry;
  if (first?.type === 'text') first.value = first.value.trimStart();
}

type Named = Pick<Element, 'tagName' | 'properties'>;

const spanOf = (className: string): Named => ({
  tagName: 'span',
  properties: { className: [className] },
});

/** What each of the engine's elements is here; undefined: its content alone. */
function nameOf({ tagName, properties }: Element): Named | undefined {
  if (tagName === 'i' || tagName === 'em') return { tagName: 'em', properties: {} };
  if (tagName === 'b') return { tagName: 'strong', properties: {} };
  if (tagName === 'sup' || tagName === 'sub') return { tagName, properties: {} };
  if (tagName === 'a') return { tagName, properties };
  if (tagName === 'div') {
    const [name] = (properties.className as string[] | undefined) ?? [];
    return name === undefined || name === 'csl-entry' ? undefined : spanOf(name);
  }
  const style = String(properties.style ?? '').replaceAll(' ', '');
  if (style.startsWith('font-variant:small-caps')) return spanOf('small-caps');
  if (style.startsWith('text-decoration:underline')) return { tagName: 'u', properties: {} };
  if (style.startsWith('font-style:normal')) return spanOf('upright');
  if (style.startsWith('font-weight:normal')) return spanOf('regular-weight');
  return undefined;
}

/** The engine writes an element and its text in one; a parser may have cut the text. */
function merged(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push(node.type === 'text' ? { ...node } : node);
  }
  return result;
}

/** Without the line breaks that the engine lays its HTML out with. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  const content = merged(nodes).flatMap((node): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const value = node.value.replace(/[\n\r\t ]+/g, ' ');
    return value === '' ? [] : [{ type: 'text', value }];
  });
  const first = content[0];
  const last = content.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return content.filter((node) => (node as Text).value !== '');
}
