import type { PhrasingContent } from 'mdast';
import type { Citation } from '../../markdown/nodes.js';

const escaped = (text: string) => text.replaceAll('\n', ' ');

/** Nodes as the engine's inline text: its tags for what it can set, plain text for the rest. */
export function affixText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
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
    case 'note':
      return '';
    default:
      return 'children' in node ? affixText(node.children as PhrasingContent[]) : '';
  }
}

/** An affix holds text only, so a link's address is written out beside it. */
function linkText(text: string, url: string): string {
  return text === '' || url === text || url === `mailto:${text}` ? text || url : `${text} (${url})`;
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
  const suffix = affixText(first.suffix);
  const bracketed = [suffix, ...rest.map(itemAsTyped)].filter((part) => part !== '');
  const key = keyAsTyped(first);
  return bracketed.length > 0 ? `${key} [${bracketed.join('; ')}]` : key;
}

function itemAsTyped(item: Citation['items'][number]): string {
  const prefix = affixText(item.prefix).trim();
  return `${prefix === '' ? '' : `${prefix} `}${keyAsTyped(item)}${affixText(item.suffix)}`;
}

export function keyAsTyped({ key, suppressAuthor }: Citation['items'][number]): string {
  const bare = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(
    key,
  );
  return `${suppressAuthor ? '-' : ''}@${bare ? key : `{${key}}`}`;
}
