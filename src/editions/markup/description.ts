import type { OctavoDocument } from '../../document/document.js';
import { copy, elementsOf, isNoteCall, replaceElements, textOf } from './tree.js';

/** Longest description that search engines and shops show whole, in characters. */
const longest = 300;

function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s,;:–—-]+$/, '')}…`;
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What the publication is about: its abstract, else the beginning of its first paragraph. */
export function describe(document: OctavoDocument): string | undefined {
  const { abstract } = document.metadata;
  if (abstract) return spaced(abstract);
  const first = elementsOf(document.body, ({ tagName }) => tagName === 'p').find(
    (paragraph) => spaced(textOf(paragraph)) !== '',
  );
  if (!first) return undefined;
  const plain = copy(first);
  replaceElements(plain, (element) => (isNoteCall(element) ? undefined : element));
  return shorten(spaced(textOf(plain))) || undefined;
}
