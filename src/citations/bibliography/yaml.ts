import { type Document, isMap, isSeq, type Node, parseAllDocuments } from 'yaml';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { placesIn, type RawEntry } from './raw-entry.js';
import { isRecord } from './values.js';

/** CSL-YAML: a list of entries, or pandoc's mapping that holds the list as `references`. */
export function readYaml(source: SourceText, report: Report): RawEntry[] {
  const placeAt = placesIn(source);
  const documents = parseAllDocuments(source.text, { schema: 'core', prettyErrors: false });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    for (const { message, pos } of document.errors) {
      report.add('citation/bibliography-syntax', placeAt(pos[0]), {
        message: `This is no YAML: ${message}`,
        remedy: 'Correct the file there, or export it again from the reference manager',
      });
    }
    if (document.errors.length > 0 || !document.contents) return [];
    return entriesOf(document.contents).flatMap((node) => {
      const place = placeAt(node.range?.[0] ?? 0);
      const data = plainData(node, document);
      if (isRecord(data)) return [{ place, data }];
      report.add('citation/bad-entry', place, {
        message: 'An entry of the bibliography must be a mapping',
        remedy: 'Write it with fields of its own: `id`, `type`, `title` and so on',
      });
      return [];
    });
  });
}

/** Undefined where aliases multiply without end (the “billion laughs”). */
function plainData(node: Node, document: Document): unknown {
  try {
    return node.toJS(document, { maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function entriesOf(contents: Node): Node[] {
  if (isSeq<Node>(contents)) return contents.items;
  if (!isMap(contents)) return [contents];
  const list = contents.get('references', true);
  return isSeq<Node>(list) ? list.items : [contents];
}
