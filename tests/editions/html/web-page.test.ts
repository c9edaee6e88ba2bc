import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../src/editions/html/index.js';
import { variedBooks } from '../epub/varied-books.js';
import {
  documentOf,
  fontlessTemplate,
  partlyHebrew,
  type Sample,
  sampleTemplate,
} from '../sample-document.js';

interface Page {
  html: string;
  tree: Root;
  all(test: (element: Element) => unknown): Element[];
}

const written = new Map<Sample, Promise<Page>>();

const templateOf = (sample: Sample) =>
  sample === commentary || sample === everything ? sampleTemplate() : fontlessTemplate();

/** The page of a publication, written once. */
function pageOf(sample: Sample): Promise<Page> {
  const page = written.get(sample) ?? writtenAnew(sample);
  written.set(sample, page);
  return page;
}

async function writtenAnew(sample: Sample): Promise<Page> {
  const bytes = await writeHtml(documentOf(sample), await templateOf(sample));
  const html = new TextDecoder().decode(bytes);
  const tree = fromHtml(html);
  const all = (test: (element: Element) => unknown) => {
    const found: Element[] = [];
    visit(tree, 'element', (element) => {
      if (test(element)) found.push(element);
    });
    return found;
  };
  return { html, tree, all };
}

const commentary: Sample = {
  metadata: {
    title: 'On <Things> & Others',
    subtitle: 'A second line',
    authors: [{ name: 'Ada Byron', bio: 'Ada Byron writes & counts.' }, { name: 'Grace Hopper' }],
    date: '2025-02-14',
    keywords: ['engines'],
    series: {
      name: 'Letters',
      number: '25|08',
      issn: '2532-6570',
      editor: 'E. Ditor',
      issues: [{ number: '25|07', author: 'C. Babbage', title: 'Difference' }],
    },
    publisher: 'The House',
    rights: '© 2025 The House',
    doi: '10.1000/182',
  },
  body: '<p>First.[[1]] Then[[2]] again.[[1]]</p><h2 id="one">One <em>part</em>[[3]]</h2><p>See <a href="#one">one</a>, <a href="https://example.org/x">elsewhere</a>.</p>',
  notes: ['<p>First note.</p>', '<p>Second.</p><p>More.</p>', '<ul><li>List</li></ul>'],
  references: ['<em>A Book</em>, 2020.'],
  colophon: '<h2>The House</h2><p>Its address.</p>',
};

const everything = variedBooks['everything at once'] as Sample;

describe('a web page', () => {
  it('asks the network for nothing', async () => {
    const { html, all } = await pageOf(everything);
    const loading = all(
      ({ tagName, properties }) =>
        ['link', 'iframe', 'object', 'embed', 'audio', 'video', 'source'].includes(tagName) ||
        (tagName === 'script' && properties.src) ||
        (properties.src && !String(properties.src).startsWith('data:')),
    );
    expect(loading).toEqual([]);
    expect(html).not.toMatch(/@import|url\(\s*["']?(?!["']|data:)/);
    const [policy] = all((element) => element.properties.httpEquiv);
    expect(policy?.properties.content).toContain("default-src 'none'");
  });

  it('lets its one script through its own policy, by hash', async () => {
    const { all } = await pageOf(commentary);
    const script = all((e) => e.tagName === 'script' && e.properties.type === undefined);
    expect(script).toHaveLength(1);
    const hash = createHash('sha256')
      .update(textOf(script[0] as Element))
      .digest('base64');
    const [policy] = all((element) => element.properties.httpEquiv);
    expect(policy?.properties.content).toContain(`'sha256-${hash}'`);
  });

  it('has no script where it has no notes', async () => {
    const { all } = await pageOf({ body: '<p>Text</p>' });
    expect(all((e) => e.tagName === 'script' && e.properties.type === undefined)).toEqual([]);
  });

  it.each(Object.keys(variedBooks))(
    'gives every id once and points at ids it has: %s',
    async (name) => {
      const { all } = await pageOf(variedBooks[name] ?? {});
      const ids = all((e) => e.properties.id).map((e) => String(e.properties.id));
      expect(ids).toEqual([...new Set(ids)]);
      const pointed = all(() => true).flatMap(({ properties }) => [
        ...String(properties.ariaLabelledBy ?? '').split(/[ ,]/),
        ...(Array.isArray(properties.headers) ? properties.headers : []),
        ...(String(properties.href ?? '').startsWith('#')
          ? [String(properties.href).slice(1)]
          : []),
      ]);
      expect(pointed.filter((id) => id && !ids.includes(String(id)))).toEqual([]);
    },
  );

  it('links notes and calls in both directions, every call of a note', async () => {
    const { all } = await pageOf(commentary);
    const calls = all((e) => e.properties.role === 'doc-noteref');
    expect(calls.map((e) => [e.properties.id, e.properties.href, textOf(e)])).toEqual([
      ['call-1', '#note-1', '1'],
      ['call-2', '#note-2', '2'],
      ['call-1-2', '#note-1', '1'],
      ['call-3', '#note-3', '3'],
    ]);
    const back = all((e) => e.properties.role === 'doc-backlink');
    expect(back.map((e) => e.properties.href)).toEqual([
      '#call-1',
      '#call-1-2',
      '#call-2',
      '#call-3',
    ]);
  });

  it('sets the chapters’ titles over notes that are numbered by chapter', async () => {
    const document = documentOf({
      body: '<p>A.[[1]]</p><h2 id="one">One[[2]]</h2><p>B.[[3]]</p><h2 id="two">Two</h2><p>C.[[4]]</p>',
      notes: ['<p>a</p>', '<p>b</p>', '<p>c</p>', '<p>d</p>'],
    });
    document.notes.forEach((note, index) => {
      note.number = [1, 1, 2, 1][index] ?? 0;
    });
    const html = new TextDecoder().decode(await writeHtml(document, await fontlessTemplate()));
    const [, notes = ''] = html.split('<h2 id="notes">');
    const shape = notes.match(/<h3>.*?<\/h3>|<ol>|<li [^>]*value="\d+"/g);
    expect(shape?.map((tag) => tag.replace(/<li .*value="(\d+)"/, '$1'))).toEqual([
      '<ol>',
      '1',
      '<h3>One</h3>',
      '<ol>',
      '1',
      '2',
      '<h3>Two</h3>',
      '<ol>',
      '1',
    ]);
  });

  it('says each text of the notes once', async () => {
    const { tree } = await pageOf(commentary);
    expect(textOf(tree).split('First note.')).toHaveLength(2);
  });

  it('holds the landmarks and the front matter', async () => {
    const { all, html } = await pageOf(commentary);
    const names = ['header', 'main', 'article', 'footer', 'h1'];
    for (const name of names)
      expect(all((e) => e.tagName === name).length, name).toBeGreaterThan(0);
    expect(all((e) => e.tagName === 'h1').map((e) => textOf(e))).toEqual(['On <Things> & Others']);
    expect(all((e) => e.tagName === 'time')[0]?.properties.dateTime).toBe('2025-02-14');
    for (const text of [
      '14 February 2025',
      'Ada Byron and Grace Hopper',
      'ISSN 2532-6570',
      '25 | 08',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).toContain('<meta name="citation_author" content="Grace Hopper">');
    expect(html).toContain('https://doi.org/10.1000/182');
  });

  it('keeps structured data inside its script, whatever the title says', async () => {
    const { all } = await pageOf({ metadata: { title: '</script><b>x' }, body: '<p>t</p>' });
    const [data] = all((e) => e.properties.type === 'application/ld+json');
    expect(JSON.parse(textOf(data as Element)).headline).toBe('</script><b>x');
  });

  it('lists contents where asked to', async () => {
    const { all } = await pageOf({ ...commentary, toc: true });
    const [nav] = all((e) => e.properties.role === 'doc-toc');
    expect(textOf(nav as Element).trim()).toMatch(/^Contents\s+One part$/);
    expect((await pageOf(commentary)).all((e) => e.properties.role === 'doc-toc')).toEqual([]);
  });

  it('runs abstract, lives and entries of the contents as their letters do', async () => {
    const { all } = await pageOf({ ...partlyHebrew, toc: true });
    const turned = all(({ properties }) => properties.dir === 'rtl');
    expect(turned.map(({ tagName }) => tagName)).toEqual(['p', 'a', 'h2', 'p']);
    expect(turned[1]?.properties).toMatchObject({ href: '#b', lang: 'he' });
  });

  it('lets wide tables scroll by keyboard, with header cells that say what they head', async () => {
    const { all } = await pageOf({
      body: '<table><caption>Sums</caption><thead><tr><th>A</th></tr></thead><tbody><tr><th>r</th><td align="right">1</td></tr></tbody></table>',
    });
    const [region] = all((e) => e.properties.role === 'region');
    expect(region?.properties).toMatchObject({ tabIndex: 0, ariaLabel: 'Sums' });
    expect(all((e) => e.tagName === 'th').map((e) => e.properties.scope)).toEqual(['col', 'row']);
    expect(all((e) => e.tagName === 'td')[0]?.properties.className).toEqual(['align-right']);
  });

  it('gives the reference list the id that the Document has for it, clear of headings', async () => {
    const { all } = await pageOf({
      body: '<h2 id="references-2">References</h2><p><a href="#references">list</a></p>',
      references: ['A Book.'],
    });
    const headings = all((e) => e.tagName === 'h2').map((e) => [e.properties.id, textOf(e)]);
    expect(headings).toContainEqual(['references', 'References']);
    expect(headings).toContainEqual(['references-2', 'References']);
    const [section] = all((e) => e.properties.role === 'doc-bibliography');
    expect(section?.properties.ariaLabelledBy).toEqual(['references']);
  });

  it.each([
    ['en-GB', 'Notes', undefined],
    ['de-AT', 'Anmerkungen', undefined],
    ['it', 'Note', undefined],
    ['zh-TW', '註釋', undefined],
    ['sq', 'Notes', 'en'],
  ])('speaks %s: %s', async (lang, notes, wordsLang) => {
    const { all } = await pageOf({
      metadata: { lang },
      body: '<p>a[[1]]</p>',
      notes: ['<p>n</p>'],
    });
    const [skip] = all(
      (e) => Array.isArray(e.properties.className) && e.properties.className[0] === 'skip',
    );
    const heading = all((e) => e.properties.id === 'notes')[0] as Element;
    expect([textOf(heading), skip?.properties.lang]).toEqual([notes, wordsLang]);
  });

  it('is the same, byte for byte, in another time zone and a second time', async () => {
    const { html } = await pageOf(commentary);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const again = await writtenAnew(commentary);
    process.env.TZ = zone;
    expect(again.html).toBe(html);
  });

  it('stays small', async () => {
    const { html } = await pageOf(commentary);
    expect(html.length).toBeLessThan(400_000);
  });
});
