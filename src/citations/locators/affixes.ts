import type { PhrasingContent, RootContent } from 'mdast';
import type { Citation, CitationItem, Note } from '../../markdown/nodes.js';
import { writtenKey } from '../../publication/citation-key.js';

const escaped = (text: string) => text.replaceAll('\n', ' ');

/** Nodes as the engine's inline text: its tags for what it can set, plain text for the rest. */
export function affixText(nodes: readonly PhrasingContent[]): string {
  // A note brings the space before its parentheses.
  return nodes
    .map(textOf)
    .join('')
    .replace(/ {2}\(/g, ' (');
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'formula':
      return escaped(node.value);
    case 'emphasis':
      return `<i>${affixText(node.children)}</i>`;
    case 'strong':
      return `<b>${affixText(node.children)}</b>`;
    case 'break':
      return ' ';
    case 'link':
      return linkText(affixText(node.children), node.url);
    case 'htmlElement':
      return elementText(node.data.hName, affixText(node.children as PhrasingContent[]));
    case 'image':
      return node.alt ?? '';
    case 'citation':
      return asTyped(node);
    case 'note':
      return noteText(node);
    default:
      return 'children' in node ? affixText(node.children as PhrasingContent[]) : '';
  }
}

/** No note stands within a note: what it says goes into the text. */
function noteText({ children }: Note): string {
  const text = affixText(children as readonly RootContent[] as PhrasingContent[]);
  return text === '' ? '' : ` (${text})`;
}

function linkText(text: string, url: string): string {
  if (text === '' || url === text || url === `mailto:${text}`) return text || url;
  return `<a href="${url.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}">${text}</a>`;
}

/** Nodes as text alone, for what stays as it was typed. */
function plainText(nodes: readonly PhrasingContent[]): string {
  return affixText(nodes).replace(/<\/?(?:i|b|sup|sub|a)(?: [^>]*)?>/g, '');
}

const kept = new Set(['i', 'b', 'sup', 'sub']);
const renamed: Readonly<Record<string, string>> = { em: 'i', strong: 'b', cite: 'i' };

function elementText(name: string, text: string): string {
  const tag = renamed[name] ?? name;
  return kept.has(tag) ? `<${tag}>${text}</${tag}>` : text;
}

/** A citation as it was typed, as nearly as its parts tell. */
export function asTyped({ narrative, items }: Citation): string {
  const [first, ...rest] = items;
  if (!first) return '';
  const typed = items.map(itemAsTyped);
  if (!narrative) return `[${typed.join('; ')}]`;
  const suffix = plainText(first.suffix);
  const bracketed = [suffix, ...rest.map(itemAsTyped)].filter((part) => part !== '');
  const key = keyAsTyped(first);
  return bracketed.length > 0 ? `${key} [${bracketed.join('; ')}]` : key;
}

function itemAsTyped(item: CitationItem): string {
  const prefix = plainText(item.prefix).trim();
  return `${prefix === '' ? '' : `${prefix} `}${keyAsTyped(item)}${plainText(item.suffix)}`;
}

export function keyAsTyped({ key, suppressAuthor }: CitationItem): string {
  return `${suppressAuthor ? '-' : ''}${writtenKey(key)}`;
}

/** `see @key?, p. 3`: a work that is unknown, with what was written around it. */
export function unknownAsTyped({ key, prefix, suffix }: CitationItem): string {
  const before = plainText(prefix).trim();
  return `${before === '' ? '' : `${before} `}@${key}?${plainText(suffix)}`;
}
