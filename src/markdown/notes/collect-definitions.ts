import type { FootnoteDefinition, Root } from 'mdast';
import type { Report } from '../../diagnostics/report.js';
import { placeOf } from '../places.js';
import { mapChildren } from '../tree.js';

/** Takes the notes' definitions out of the tree, wherever they stand. The first of a label counts. */
export function collectDefinitions(
  root: Root,
  file: string,
  report: Report,
): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  mapChildren(root, (node) => {
    if (node.type !== 'footnoteDefinition') return [node];
    const first = definitions.get(node.identifier);
    if (!first) {
      definitions.set(node.identifier, node);
    } else {
      report.add('markdown/duplicate-note', placeOf(node, file), {
        message: `The note [^${labelOf(node)}] is defined twice, first on line ${first.position?.start.line}`,
        remedy: 'Give one of the two another label',
      });
    }
    return [];
  });
  return definitions;
}

/** A label as it was written. */
export function labelOf({ label, identifier }: { label?: string | null; identifier: string }) {
  return label ?? identifier;
}
