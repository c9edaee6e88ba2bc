import type { Element, ElementContent } from 'hast';
import type { BibliographyEntry } from '../types.js';
import type { NumberedCitation } from './numbering.js';

/** What stands before the links of an entry back to where it is cited; `{}` stands for them. */
export interface BackReferenceWords {
  inNotes: string;
  inText: string;
  /** Between two of them. */
  list: string;
  stop: string;
}

interface Citing {
  href: string;
  /** Of its note; none in the text. */
  note?: number;
}

/** The id of a citation that has no note of its own to lead back to. */
export function citationId(order: number): string {
  return `cite-${order}`;
}

/** Where each work is cited, in order, by its key. */
export class CitedPlaces {
  private readonly places = new Map<string, Citing[]>();

  /** @param order Of the citation among all, from 1. */
  add({ node, own, number, ordinal }: NumberedCitation, order: number): void {
    const href = `#${own ? `call-${ordinal}` : citationId(order)}`;
    const keys = node.items.map(({ key }) => key);
    for (const key of new Set(keys)) {
      const known = this.places.get(key) ?? [];
      known.push({ href, ...(number > 0 ? { note: number } : {}) });
      this.places.set(key, known);
    }
  }

  /** An entry with links back to where it is cited; as it is where nothing cites it. */
  after(entry: BibliographyEntry, words: BackReferenceWords): BibliographyEntry {
    const places = this.places.get(entry.key);
    if (!places) return entry;
    const inText = places.filter(({ note }) => note === undefined);
    const inNotes = places.filter(({ note }) => note !== undefined);
    const sentences = [
      sentence(
        words.inText,
        words,
        inText.map(({ href }, index) => link(href, index + 1)),
      ),
      sentence(
        words.inNotes,
        words,
        inNotes.map(({ href, note = 0 }) => link(href, note)),
      ),
    ].filter((said) => said.length > 0);
    const back: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['back-references'], dataKeys: entry.key },
      children: sentences.flatMap((said, index) => (index === 0 ? said : [space, ...said])),
    };
    return { ...entry, content: [...entry.content, space, back] };
  }
}

const space: ElementContent = { type: 'text', value: ' ' };

function link(href: string, label: number): Element {
  const text: ElementContent = { type: 'text', value: String(label) };
  return { type: 'element', tagName: 'a', properties: { href }, children: [text] };
}

/** ` Cited in n. 3, 7.`; nothing without links. */
function sentence(
  words: string,
  { list, stop }: BackReferenceWords,
  links: readonly Element[],
): ElementContent[] {
  if (links.length === 0) return [];
  const [before = '', after = ''] = words.split('{}');
  const listed = links.flatMap((one, index): ElementContent[] =>
    index === 0 ? [one] : [{ type: 'text', value: list }, one],
  );
  return [{ type: 'text', value: before }, ...listed, { type: 'text', value: after + stop }];
}
