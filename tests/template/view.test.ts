import { describe, expect, it } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import type { Metadata } from '../../src/publication/publication.js';
import { pageView, renderTemplate, templateView } from '../../src/template/index.js';

function documentWith(metadata: Partial<Metadata>): OctavoDocument {
  return {
    metadata: { title: 'T', authors: [], lang: 'en-GB', keywords: [], ...metadata },
    body: { type: 'root', children: [] },
    notes: [],
    contents: [],
    references: [],
    images: new Map(),
    toc: false,
  };
}

describe('what templates see', () => {
  it.each([
    ['2025-02-14', 'en-GB', '14 February 2025', 'February 2025'],
    ['2025-02', 'it', 'febbraio 2025', 'febbraio 2025'],
    ['2025', 'en-GB', '2025', '2025'],
    ['2025-02-14', 'ja', '2025年2月14日', '2025年2月'],
    ['2025-02-14', 'zh-TW', '2025年2月14日', '2025年2月'],
    ['2025-02-14', 'ko', '2025년 2월 14일', '2025년 2월'],
    ['2025-02-14', 'ar', '14 فبراير 2025', 'فبراير 2025'],
    ['2025-02-14', 'he', '14 בפברואר 2025', 'פברואר 2025'],
    ['2025', 'fa', '۲۰۲۵', '۲۰۲۵'],
    ['2025-02', 'fa', 'فوریهٔ ۲۰۲۵', 'فوریهٔ ۲۰۲۵'],
    ['2025', 'th', 'พ.ศ. 2568', 'พ.ศ. 2568'],
    ['Spring 2025', 'en-GB', 'Spring 2025', undefined],
  ])('the date %s in %s', (date, lang, shown, month) => {
    expect(templateView(documentWith({ date, lang }))).toMatchObject({ date: shown, month });
  });

  it.each([
    ['en-GB', ['A'], 'A'],
    ['en-GB', ['A', 'B', 'C'], 'A, B and C'],
    ['it', ['A', 'B'], 'A e B'],
    ['zh-Hans', ['林安', '周平', '吴远'], '林安、周平、吴远'],
    ['ja', ['森', '林', '原'], '森、林、原'],
    ['ar', ['ليلى', 'سمير'], 'ليلى وسمير'],
    ['he', ['נעמי', 'דן'], 'נעמי ודן'],
  ])('names in %s: %j', (lang, names, byline) => {
    const authors = names.map((name) => ({ name }));
    expect(templateView(documentWith({ lang, authors })).byline).toBe(byline);
  });

  it.each([
    ['הדפוס היה מלאכה', 'en-GB', 'rtl'],
    ['הדפוס היה מלאכה', 'he', undefined],
    ['Printing was a craft', 'en-GB', undefined],
    ['Printing was a craft', 'he', 'ltr'],
  ])('which way the abstract and the lives run: %s in %s', (text, lang, dir) => {
    const authors = [{ name: 'A', bio: text }, { name: 'B', affiliation: text }, { name: 'C' }];
    const titles = { title: text, subtitle: text };
    const view = templateView(documentWith({ lang, ...titles, abstract: text, authors }));
    expect([view.titleDir, view.subtitleDir]).toEqual([dir, dir]);
    expect([view.abstractParagraphs[0]?.dir, ...view.authors.map((author) => author.dir)]).toEqual([
      dir,
      dir,
      dir,
      undefined,
    ]);
  });

  it('paragraphs of the abstract, each running as its letters do', () => {
    const abstract = 'What it is\nabout.\n\nהדפוס היה מלאכה\n \n\nMore of it.\n';
    expect(templateView(documentWith({ lang: 'en', abstract })).abstractParagraphs).toEqual([
      { text: 'What it is\nabout.', dir: undefined },
      { text: 'הדפוס היה מלאכה', dir: 'rtl' },
      { text: 'More of it.', dir: undefined },
    ]);
    expect(templateView(documentWith({})).abstractParagraphs).toEqual([]);
  });

  it('words in the language of the publication, else in English with its mark', () => {
    expect(templateView(documentWith({ lang: 'fr-CA' })).words.by).toBe('par');
    expect(templateView(documentWith({ lang: 'sq' }))).toMatchObject({
      words: { by: 'by' },
      wordsLang: 'en',
    });
  });

  it.each([
    ['en', 'ink, paper'],
    ['ja', 'ink、paper'],
    ['ar', 'ink، paper'],
  ])('keywords in a row, as %s has it', (lang, row) => {
    expect(templateView(documentWith({ lang, keywords: ['ink', 'paper'] })).keywords).toBe(row);
  });

  it('nothing of what a publication does not have', () => {
    const view = templateView(documentWith({}));
    expect(view).toMatchObject({
      hasMasthead: false,
      hasAuthorNotes: false,
      hasClosing: false,
      hasBios: false,
    });
  });

  it('the side a page stands on: the first is a recto', () => {
    const view = templateView(documentWith({}));
    const template =
      '{{folio}}{{#first}} first{{/first}}{{#recto}} recto{{/recto}}{{#verso}} verso{{/verso}}';
    expect(
      [0, 1].map((page) => renderTemplate(template, pageView(view, page, String(page + 1)))),
    ).toEqual(['1 first recto', '2 verso']);
  });

  it('values that cannot break out of their place', () => {
    const view = templateView(documentWith({ title: '<b>&"' }));
    expect(renderTemplate('{{title}}', view)).toBe('&lt;b&gt;&amp;&quot;');
  });
});
