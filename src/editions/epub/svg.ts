import { visit } from 'unist-util-visit';
import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { writeXml } from './xml.js';

/** What acts, reaches out of the file, or means something to a drawing program only. */
const unwanted = new Set(['script', 'foreignObject', 'metadata', 'handler', 'listener']);

/** Prefixes that SVG 1.1 itself uses; any other is a drawing program's. */
const isForeign = (name: string) => name.includes(':') && !/^(xml|xmlns|xlink|svg):/.test(name);

const imports = /@import[^;]*;?/gi;

const references = /url\(\s*['"]?([^'")]*)['"]?\s*\)/gi;

/** Whether an address leads to an element of the file, or is an image written out. */
function isInside(address: string, ids: ReadonlySet<string>): boolean {
  const trimmed = address.trim();
  return trimmed.startsWith('#') ? ids.has(trimmed.slice(1)) : /^data:image\//i.test(trimmed);
}

const cleanStyle = (text: string, ids: ReadonlySet<string>) =>
  text
    .replace(imports, '')
    .replace(references, (whole, address) => (isInside(address, ids) ? whole : 'none'));

function idsOf(root: Element): Set<string> {
  const ids = new Set<string>();
  visit(root, 'element', ({ attributes }) => {
    if (attributes.id) ids.add(attributes.id);
  });
  return ids;
}

function cleanAttributes(element: Element, ids: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const isLink = name === 'href' || name === 'xlink:href';
    const isDropped =
      /^on/i.test(name) ||
      (isForeign(name) && !name.startsWith('xmlns:')) ||
      (name.startsWith('xmlns:') && name !== 'xmlns:xlink' && name !== 'xmlns:svg') ||
      (isLink && !isInside(value ?? '', ids));
    if (isDropped) delete element.attributes[name];
    else element.attributes[name] = cleanStyle(value ?? '', ids);
  }
}

function cleanElement(element: Element, ids: ReadonlySet<string>): void {
  cleanAttributes(element, ids);
  element.children = element.children.filter(
    (child: ElementContent) =>
      child.type === 'text' ||
      child.type === 'cdata' ||
      (child.type === 'element' && !unwanted.has(child.name) && !isForeign(child.name)),
  );
  for (const child of element.children) {
    if (child.type === 'element') cleanElement(child, ids);
    else if (element.name === 'style' && 'value' in child) {
      child.value = cleanStyle(child.value, ids);
    }
  }
}

/**
 * An SVG file as an ebook may carry it: well-formed, without scripts, without references out of
 * itself, without a document type. Undefined where the file is not well-formed XML or no SVG.
 */
export function cleanSvg(bytes: Uint8Array): Uint8Array | undefined {
  let tree: Root;
  try {
    tree = fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const root = tree.children.find((child) => child.type === 'element');
  if (root?.type !== 'element' || root.name.replace(/^svg:/, '') !== 'svg') return undefined;
  cleanElement(root, idsOf(root));
  if (root.name === 'svg') root.attributes.xmlns ??= 'http://www.w3.org/2000/svg';
  visit(root, 'cdata', (node, index, parent) => {
    if (parent && index !== undefined) {
      parent.children[index] = { type: 'text', value: node.value };
    }
  });
  return new TextEncoder().encode(writeXml({ type: 'root', children: [root] }));
}
