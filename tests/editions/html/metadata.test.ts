import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { type WriteHtmlOptions, writeHtml } from '../../../src/editions/html/write.js';
import { bibtexRecord } from '../../../src/editions/metadata/bibtex.js';
import { risRecord } from '../../../src/editions/metadata/ris.js';
import type { Metadata } from '../../../src/publication/publication.js';
import { full, kinds } from '../metadata/publications.js';
import { documentOf, fontlessTemplate, type Sample } from '../sample-document.js';

interface Page {
  html: string;
  elements: Element[];
  /** Contents of the `meta` elements of a name. */
  meta(name: string): string[];
  data: Record<string, unknown>;
}

async function pageOf(sample: Sample, options: WriteHtmlOptions = {}): Promise<Page> {
  const bytes = await writeHtml(documentOf(sample), await fontlessTemplate(), options);
  const html = new TextDecoder().decode(bytes);
  const elements: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    elements.push(element);
  });
  const meta = (name: string) =>
    elements
      .filter(({ properties }) => (properties.name ?? properties.property) === name)
      .map(({ properties }) => String(properties.content));
  const script = elements.find(({ properties }) => properties.type === 'application/ld+json');
  return { html, elements, meta, data: JSON.parse(textOf(script as Element)) };
}

const known = new Map<Partial<Metadata>, Promise<Page>>();

/** The page of a publication of which nothing but the front matter counts, made once. */
function about(metadata: Partial<Metadata>): Promise<Page> {
  const page = known.get(metadata) ?? pageOf({ metadata, body: '<p>Text.</p>' });
  known.set(metadata, page);
  return page;
}

describe('Highwire tags', () => {
  it('make a report of what a publisher brings out in a series', async () => {
    const { meta } = await about(full);
    expect(meta('citation_title')).toEqual(['Of <Things> & Others: A reader']);
    expect(meta('citation_author')).toEqual(['Anna de la Cruz', 'Institute of Things (IoT)']);
    expect(meta('citation_author_orcid')).toEqual(['https://orcid.org/0000-0002-1825-0097']);
    expect(meta('citation_publication_date')).toEqual(['2025/02/14']);
    expect(meta('citation_technical_report_institution')).toEqual(['The House']);
    expect(meta('citation_technical_report_number')).toEqual(['25|08']);
    expect(meta('citation_issn')).toEqual(['2532-6570']);
    expect(meta('citation_keywords')).toEqual(['one; two & three']);
    expect(meta('citation_public_url')).toEqual([full.url]);
  });

  it('say what is said of an author right after the name', async () => {
    const { elements } = await about(full);
    const names = elements.map(({ properties }) => properties.name).filter(Boolean);
    const first = names.indexOf('citation_author');
    expect(names.slice(first, first + 5)).toEqual([
      'citation_author',
      'citation_author_institution',
      'citation_author_orcid',
      'citation_author_email',
      'citation_author',
    ]);
  });

  it('make a book of what has an ISBN', async () => {
    const { meta } = await about(kinds['a book in a series'] as Metadata);
    expect(meta('citation_isbn')).toEqual(['978-3-16-148410-0']);
    expect(meta('citation_technical_report_institution')).toEqual([]);
    expect(meta('og:type')).toEqual(['book']);
    expect(meta('book:isbn')).toEqual(['978-3-16-148410-0']);
  });

  it('say nothing of what is not known', async () => {
    const { elements } = await about({});
    const empty = elements.filter(
      ({ tagName, properties }) => tagName === 'meta' && properties.content === '',
    );
    expect(empty).toEqual([]);
  });
});

describe('structured data', () => {
  it.each([
    ['a report in a series', 'Report'],
    ['a book in a series', 'Book'],
    ['one that says little', 'Report'],
  ])('of %s is of a %s', async (kind, type) => {
    const { data } = await about(kinds[kind] as Metadata);
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': type });
  });

  it('says all that the front matter says', async () => {
    const { data } = await about(full);
    expect(data).toMatchObject({
      name: 'Of <Things> & Others: A reader',
      headline: 'Of <Things> & Others',
      alternativeHeadline: 'A reader',
      author: [
        {
          '@type': 'Person',
          givenName: 'Anna',
          familyName: 'de la Cruz',
          sameAs: 'https://orcid.org/0000-0002-1825-0097',
          affiliation: { name: 'University of X & Y' },
        },
        { '@type': 'Organization', name: 'Institute of Things (IoT)' },
      ],
      isPartOf: { '@type': 'Periodical', issn: '2532-6570' },
      reportNumber: '25|08',
      license: 'https://creativecommons.org/licenses/by-nc/4.0/',
      sameAs: 'https://doi.org/10.1000/x.25-08',
      url: full.url,
    });
  });

  it.each(['</script><b>x', '<!--<script>', 'a\u2028b', '"\\'])(
    'stays inside its script: %j',
    async (title) => {
      const { data, elements } = await about({ title, publisher: title, abstract: title });
      expect(data.headline).toBe(title);
      expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
      expect(elements.some(({ tagName }) => tagName === 'b')).toBe(false);
    },
  );
});

describe('the citation box', () => {
  const reference = [
    { type: 'text' as const, value: 'A. Author, ' },
    {
      type: 'element' as const,
      tagName: 'a',
      properties: { href: 'https://example.org/a/b' },
      children: [{ type: 'text' as const, value: 'https://example.org/a/b' }],
    },
  ];

  it('shows how to cite in the style of the publication', async () => {
    const { elements } = await pageOf({ metadata: full, body: '<p>Text.</p>' }, { reference });
    const box = elements.find(({ properties }) => properties.ariaLabelledBy?.toString() === 'cite');
    expect(textOf(box as Element)).toMatch(
      /^Cite this publicationA\. Author, https:\/\/example\.org\/a\/b/,
    );
  });

  it('holds BibTeX and RIS in the page itself, to be saved under a name', async () => {
    const { elements } = await about(full);
    const saved = elements.filter(({ properties }) => properties.download !== undefined);
    const texts = saved.map(({ properties }) => {
      const [head, body = ''] = String(properties.href).split(';base64,');
      return [properties.download, head, Buffer.from(body, 'base64').toString('utf8')];
    });
    expect(texts).toEqual([
      ['delacruz2025of.bib', 'data:application/x-bibtex', bibtexRecord(full)],
      ['delacruz2025of.ris', 'data:application/x-research-info-systems', risRecord(full)],
    ]);
  });
});

describe('anchors of the printed pages', () => {
  const starts = [
    { page: 0, label: '1', block: 0, offset: 0 },
    { page: 1, label: '2', block: 0, offset: 4 },
    { page: 2, label: '3', block: 1, offset: 0 },
    { page: 3, label: '4', block: 3, offset: 0 },
    { page: 4, label: '5' },
  ];
  const sample = {
    body: '<p>One two.[[1]]</p><h2 id="page-2">Three</h2><p>Four.</p>',
    notes: ['<p>Note.</p>'],
    references: ['A Book.'],
  };

  /** Without the fonts, which would fill the report of a failure. */
  async function textOfPage(options: WriteHtmlOptions): Promise<string> {
    const { html } = await pageOf(sample, options);
    return html.slice(html.indexOf('<body>'));
  }

  it('stand where the pages begin, clear of the ids of the text', async () => {
    const html = await textOfPage({ pageStarts: starts });
    const anchor = (id: string, label: string) =>
      `<span class="page-break" role="doc-pagebreak" id="${id}" data-page="${label}" title="Page ${label}"></span>`;
    expect(html).toContain(`${anchor('page-1', '1')}<p>One ${anchor('page-2-2', '2')}two.`);
    expect(html).toContain(`${anchor('page-3', '3')}<h2 id="page-2">Three</h2>`);
    expect(html).toContain(`<li id="ref-1" tabindex="-1">${anchor('page-4', '4')}A Book.`);
    expect(html.includes('id="page-5"')).toBe(false);
  });

  it('are not there where no pages were laid out', async () => {
    const html = await textOfPage({});
    expect(html.includes('doc-pagebreak')).toBe(false);
  });
});
