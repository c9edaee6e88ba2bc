import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { type PlaceAt, placesIn, type RawEntry } from './raw-entry.js';
import { isRecord } from './values.js';

/** Members of an object that may hold the list of entries. */
const listNames = new Set(['references', 'items']);

/** CSL-JSON: a list of entries, one entry, or an object that holds the list as `references` or `items`. */
export function readJson(source: SourceText, report: Report): RawEntry[] {
  const placeAt = placesIn(source);
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { disallowComments: true });
  const [error] = errors;
  if (error) {
    report.add('citation/bibliography-syntax', placeAt(error.offset), {
      message: `This is no JSON: ${inWords(printParseErrorCode(error.error))}`,
      remedy: 'Correct the file there, or export it again from the reference manager',
    });
  }
  return tree ? entriesOf(tree).flatMap((node) => entryOf(node, placeAt, report)) : [];
}

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replace(/\B[A-Z]/g, ' $&').toLowerCase();
}

function entriesOf(tree: Node): Node[] {
  if (tree.type === 'array') return tree.children ?? [];
  for (const { children: [name, value] = [] } of tree.children ?? []) {
    if (value?.type === 'array' && listNames.has(String(name?.value))) return value.children ?? [];
  }
  return [tree];
}

function entryOf(node: Node, placeAt: PlaceAt, report: Report): RawEntry[] {
  const place = placeAt(node.offset);
  const data: unknown = getNodeValue(node);
  if (isRecord(data)) return [{ place, data }];
  report.add('citation/bad-entry', place, {
    message: 'An entry of the bibliography must be an object',
    remedy: 'Write it as {"id": "key", "type": "book", …}',
  });
  return [];
}
