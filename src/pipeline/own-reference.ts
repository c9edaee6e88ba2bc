import type { ElementContent } from 'hast';
import { type CitationLocale, type CitationStyle, openCitations } from '../citations/index.js';
import { Failure } from '../diagnostics/failure.js';
import { cslWork } from '../editions/metadata/csl-json.js';
import type { Metadata } from '../publication/publication.js';

/** The style and terms that the publication cites with. */
export interface CitingBy {
  style: CitationStyle;
  locale: CitationLocale;
}

/** The number or label of an entry is that of its list, and here is none. */
function withoutLabel(content: readonly ElementContent[]): ElementContent[] {
  const has = (node: ElementContent, name: string) =>
    node.type === 'element' && [node.properties.className].flat().includes(name);
  return content
    .filter((node) => !has(node, 'csl-left-margin'))
    .flatMap((node) =>
      node.type === 'element' && has(node, 'csl-right-inline') ? node.children : [node],
    );
}

/**
 * How others cite the publication, in the style it cites with itself: its entry in a list of
 * references, else the note. Undefined where the style prints nothing of it.
 */
export function ownReference(
  metadata: Metadata,
  { style, locale }: CitingBy,
): ElementContent[] | undefined {
  const work = cslWork(metadata);
  const note = style.class === 'note' ? 1 : 0;
  try {
    const session = openCitations({ style, locale, items: [work] });
    const { citations, bibliography } = session.cite([{ items: [{ key: work.id }], note }]);
    const [entry] = [...bibliography, ...citations];
    return entry && entry.text.trim() !== '' ? withoutLabel(entry.content) : undefined;
  } catch (error) {
    // The publication was cited with this style before: what it cannot print of itself it lacks.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
