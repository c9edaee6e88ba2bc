import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { OctavoDocument } from '../../../document/document.js';
import { describe } from '../../markup/description.js';
import { addressOf, wholeTitle } from '../../metadata/work.js';
import type { WebPage } from './cut-pages.js';

/** The page's own address, where the publication's is that of a folder. */
function ownAddress(url: string | undefined, file: string): string | undefined {
  return url?.endsWith('/') ? `${url}${file}` : undefined;
}

/**
 * What the head of a chapter's page says: of the chapter, as part of the publication. What search
 * engines for scholars read (`citation_…`) is said of the publication, on its first page alone.
 */
export function chapterMetadata(document: OctavoDocument, { title, body, file }: WebPage): Root {
  const { metadata } = document;
  const { authors, lang, url, publisher } = metadata;
  const description = describe({
    ...document,
    body,
    metadata: { ...metadata, abstract: undefined },
  });
  const address = ownAddress(url, file);
  const pairs: [attribute: 'name' | 'property', name: string, content: string | undefined][] = [
    ['name', 'description', description],
    ['name', 'author', authors.map(({ name }) => name).join(', ')],
    ['property', 'og:type', 'article'],
    ['property', 'og:title', title],
    ['property', 'og:description', description],
    ['property', 'og:url', address],
    ['property', 'og:site_name', publisher],
    ['property', 'og:locale', lang.replaceAll('-', '_')],
  ];
  const part = {
    '@context': 'https://schema.org',
    '@type': 'Chapter',
    name: title,
    inLanguage: lang,
    url: address,
    isPartOf: { '@type': 'CreativeWork', name: wholeTitle(metadata), url: addressOf(metadata) },
  };
  const tags: Element[] = pairs
    .filter(([, , content]) => content)
    .map(([attribute, name, content]) => h('meta', { [attribute]: name, content }));
  // A script element ends at the first `</script`, whatever stands around it.
  const data = JSON.stringify(part).replaceAll('<', '\\u003c');
  return {
    type: 'root',
    children: [
      ...(address ? [h('link', { rel: 'canonical', href: address })] : []),
      ...tags,
      h('script', { type: 'application/ld+json' }, data),
    ],
  };
}
