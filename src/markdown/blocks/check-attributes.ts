import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import { languageTag } from '../../publication/language-tag.js';
import { isAllowedValue } from '../html/attribute-values.js';
import { placeOf } from '../places.js';

/**
 * Attributes of braces, containers and raw HTML: what names no language, and no direction, is left out and
 * told of. A language goes on as programs compare it (`de_at` as `de-AT`).
 */
export function checkAttributes(root: Root, file: string, report: Report): void {
  visit(root, (node: Nodes) => {
    const properties = propertiesOf(node);
    if (typeof properties?.lang === 'string') {
      properties.lang = checkedLanguage(node, properties.lang, file, report);
    }
    if (typeof properties?.dir === 'string' && !isAllowedValue('', 'dir', properties.dir)) {
      report.add('markdown/direction', placeOf(node, file), {
        message: `“${properties.dir}” is no direction of text: it is left out`,
        remedy: 'Write `dir=rtl` or `dir=ltr`',
      });
      properties.dir = undefined;
    }
  });
}

function propertiesOf({ data }: Nodes): Record<string, unknown> | undefined {
  return data && 'hProperties' in data ? (data.hProperties as Record<string, unknown>) : undefined;
}

function checkedLanguage(
  node: Nodes,
  written: string,
  file: string,
  report: Report,
): string | undefined {
  const tag = languageTag(written);
  if (tag === undefined) {
    report.add('markdown/language', placeOf(node, file), {
      message: `“${written}” is no language tag: it is left out`,
      remedy: 'Write a BCP 47 tag, as in `lang=de` or `lang=pt-BR`',
    });
  }
  return tag;
}
