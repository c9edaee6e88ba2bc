import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Metadata } from '../../publication/publication.js';
import { foreignLang, type Words } from '../../template/words/index.js';
import { dataUri } from '../markup/data-uri.js';
import { breakableAddress } from '../markup/links.js';
import { copy, replaceElements, rootOf } from '../markup/tree.js';
import { bibtexRecord, citationKey } from '../metadata/bibtex.js';
import { risRecord } from '../metadata/ris.js';
import { pageIds } from './web-document.js';

/** A link that saves a file which the page itself holds. */
function download(name: string, mediaType: string, file: string, text: string): Element {
  const href = dataUri(new TextEncoder().encode(text), mediaType);
  return h('li', [h('a', { href, download: file }, name)]);
}

function readable(reference: readonly ElementContent[]): ElementContent[] {
  const root = rootOf(copy([...reference]));
  replaceElements(root, (element) => {
    if (element.tagName !== 'a') return element;
    if (/^https?:/i.test(String(element.properties.href))) {
      element.properties.rel = ['noopener', 'noreferrer'];
    }
    return breakableAddress(element);
  });
  return root.children as ElementContent[];
}

/** How the publication is cited: its reference in the style it uses itself, and records to save. */
export function citationBox(
  metadata: Metadata,
  reference: readonly ElementContent[] | undefined,
  words: Words,
): Element {
  const key = citationKey(metadata);
  const lang = foreignLang(words, metadata);
  return h('section', { className: 'cite', ariaLabelledBy: pageIds.cite }, [
    h('h2', { id: pageIds.cite, lang }, words.citeThis),
    ...(reference ? [h('p', { className: 'own-reference' }, readable(reference))] : []),
    h('ul', { role: 'list', className: 'downloads' }, [
      download('BibTeX', 'application/x-bibtex', `${key}.bib`, bibtexRecord(metadata)),
      download('RIS', 'application/x-research-info-systems', `${key}.ris`, risRecord(metadata)),
    ]),
  ]);
}
