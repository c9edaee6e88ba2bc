import type { Element, Nodes, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { visit } from 'unist-util-visit';
import type { Root as XmlRoot } from 'xast';
import { type Options, toXml } from 'xast-util-to-xml';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Void elements close themselves and all others have an end tag, so that readers which take
 * XHTML for HTML see the same. `<` is always escaped in XML: `></br>` can be nothing else.
 */
const voidEnd = /><\/(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)>/g;

/** The one place where XML text may not hold a plain `>`; nothing written here opens a CDATA section. */
const sectionEnd = /\]\]>/g;

/** References as people write them; an ampersand of the text itself is always one of these. */
const names: Readonly<Record<string, string>> = {
  '&#x22;': '&quot;',
  '&#x26;': '&amp;',
  '&#x3C;': '&lt;',
};

function write(root: XmlRoot, options?: Options): string {
  const text = toXml(root, options)
    .replace(/&#x(?:22|26|3C);/g, (reference) => names[reference] ?? reference)
    .replace(sectionEnd, ']]&gt;');
  return `${declaration}${text}\n`;
}

/** `lang` said once more as `xml:lang`, which XML tools look for. */
function copyLanguages(tree: Nodes): void {
  visit(tree, 'element', ({ properties }: Element) => {
    if (typeof properties.lang === 'string') properties['xml:lang'] = properties.lang;
  });
}

/** An XHTML content document from a whole `html` element. */
export function writeXhtml(html: Element): string {
  copyLanguages(html);
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html] };
  return write(toXast(root) as XmlRoot).replace(voidEnd, '/>');
}

/** Any other XML document: empty elements close themselves. */
export function writeXml(root: XmlRoot): string {
  return write(root, { closeEmptyElements: true, tightClose: true });
}
