import { expect, test } from 'vitest';
import { openCitations, readBibliography, resolveLocale } from '../../../src/citations/index.js';
import type { CitationLocale } from '../../../src/citations/types.js';
import { Failure, Report } from '../../../src/index.js';
import { cite, place, reading, styleNamed } from '../setting.js';
import { works } from '../works.js';

async function localeFor(name: string): Promise<CitationLocale> {
  return resolveLocale(await styleNamed(name), 'en-GB', place, new Report(), []);
}

async function open(name: string, linkCitations = false) {
  const style = await styleNamed(name);
  const locale = await localeFor(name);
  return openCitations({ style, locale, items: works, linkCitations });
}

const clusters = [
  { note: 1, items: [{ key: 'news', prefix: 'see ', suffix: ' and passim' }] },
  { note: 2, items: [{ key: 'news', locator: '15', label: 'page' }] },
  { note: 3, items: [{ key: 'book', locator: '2', label: 'chapter' }, { key: 'page' }] },
  { note: 4, narrative: true, items: [{ key: 'news', locator: '7' }] },
  { note: 4, inAuthoredNote: true, narrative: true, items: [{ key: 'book' }] },
  { note: 5, items: [{ key: 'article', suppressAuthor: true }] },
];

test('notes out of clusters', async () => {
  const session = await open('iai');
  const { citations, bibliography } = session.cite(clusters);
  expect(citations.map(({ note, position, name, text }) => [note, position, name, text])).toEqual([
    [
      1,
      'first',
      '',
      "See Tom Gray, “Line ‘Moved’ Again”, in The Daily Line, 11 September 2024, https://example.org/o'clock? and passim.",
    ],
    [2, 'ibid-with-locator', '', 'Ibid., p. 15.'],
    [
      3,
      'first',
      '',
      'Anna Verdi, The Long Border, Cham, Quill, 2018, ch. 2; Office of Maps, About Us, accessed 31 January 2025, https://example.org/about.',
    ],
    [4, 'subsequent', 'Gray', 'Tom Gray, “Line ‘Moved’”, cit., p. 7.'],
    [4, 'subsequent', 'Verdi', 'The Long Border, cit.'],
    [
      5,
      'first',
      '',
      '“Why Borders?”, in Journal of Lines, Vol. 12, No. 3 (September 2021), p. 123-134, https://doi.org/10.1000/jol(12)<3>.',
    ],
  ]);
  expect(citations[1]?.html).toBe('<em>Ibid.</em>, p. 15.');
  expect(bibliography).toEqual([]);
});

test('in-text citations and a list out of the same clusters', async () => {
  const session = await open('dated', true);
  const { citations, bibliography } = session.cite(clusters, ['film']);
  expect(citations.map(({ name, text }) => `${name} ${text}`.trim())).toEqual([
    '(see Gray, 2024 and passim)',
    '(Gray, 2024, p. 15)',
    '(Office of Maps; Verdi, 2018, ch. 2)',
    'Gray (2024, p. 7)',
    'Verdi (2018)',
    '(2021)',
  ]);
  expect(citations[1]?.html).toBe('(<a href="#ref-2">Gray, 2024</a>, p. 15)');
  expect(bibliography.map(({ key, id, text }) => [key, id, text])).toEqual([
    ['article', 'ref-1', 'Doe, Poe & Roe. 2021. Why Borders?'],
    ['news', 'ref-2', 'Gray. 2024. Line ‘Moved’ Again.'],
    ['page', 'ref-3', 'Office of Maps. About Us.'],
    ['film', 'ref-4', '‘The Line’. 2016.'],
    ['book', 'ref-5', 'Verdi. 2018. The Long Border.'],
  ]);
});

test('what is printed changes with the document', async () => {
  const session = await open('iai');
  const before = session.cite(clusters);
  const [first, second, ...rest] = clusters;
  if (!first || !second) throw new Error('no clusters');
  const swapped = session.cite([{ ...second, note: 1 }, { ...first, note: 2 }, ...rest]);
  expect(swapped.citations[0]?.text).toMatch(/^Tom Gray/);
  expect(swapped.citations[1]?.text).toBe('See Tom Gray, “Line ‘Moved’”, cit. and passim.');
  expect(session.cite(clusters)).toEqual(before);
});

test('notes that start again at a chapter start anew', async () => {
  const session = await open('iai');
  const one = { items: [{ key: 'book' }] };
  const { citations } = session.cite([
    { ...one, note: 1 },
    { ...one, note: 2 },
    { ...one, note: 1 },
  ]);
  expect(citations.map(({ position }) => position)).toEqual(['first', 'ibid', 'first']);
});

test('a style from its XML, items from an array', async () => {
  const { xml } = await styleNamed('named');
  const items = [
    { id: 'a', type: 'book', title: 'One', author: [{ family: 'Roe', given: 'Sam' }] },
    { id: 'a', type: 'book', title: 'Other' },
  ];
  const session = openCitations({ style: xml, locale: await localeFor('named'), items });
  expect(session.style).toMatchObject({ title: 'Authors alone', format: 'author' });
  const { citations, bibliography } = session.cite([{ items: [{ key: 'a', locator: '9' }] }]);
  expect(citations.map(({ text }) => text)).toEqual(['(Roe 9)']);
  expect(bibliography.map(({ html }) => html)).toEqual(['Roe. <em>One</em>.']);
});

test('what cannot be used is said at once', async () => {
  const locale = await localeFor('iai');
  expect(() => openCitations({ style: '<style', locale, items: [] })).toThrow(Failure);
  const session = await open('iai');
  expect(() => session.cite([{ items: [{ key: 'nobody' }] }])).toThrow(RangeError);
  expect(() => session.cite([], ['nobody'])).toThrow('There is no item with the id “nobody”');
  expect(session.cite([])).toEqual({ citations: [], bibliography: [] });
});

test('a chapter of one note starts anew where it is said', async () => {
  const session = await open('iai');
  const one = { items: [{ key: 'book' }] };
  const document = [
    { ...one, note: 1 },
    { ...one, note: 1, startsAnew: true },
    { ...one, note: 2 },
    { ...one, note: 1, startsAnew: true },
  ];
  const { citations, bibliography } = session.cite(document, ['news'], 7);
  expect(citations.map(({ position }) => position)).toEqual(['first', 'first', 'ibid', 'first']);
  expect(citations[3]?.text).toBe(citations[0]?.text);
  expect(session.cite(document, ['news'], 7)).toEqual({ citations, bibliography });
});

test.each([
  ['2020/2021-03', '2020–2021'],
  ['2020-05/..', '2020–'],
  ['-0043', '44\u00A0BC'],
  ['1501~', 'c. 1501'],
])('the date %s can be printed', async (written, printed) => {
  const text = JSON.stringify([{ id: 'a', type: 'book', title: 'A', issued: written }]);
  const items = readBibliography([{ path: '/b.json', shown: 'b.json', text }], new Report());
  const style = await styleNamed('octavo-author-date');
  const locale = await localeFor('octavo-author-date');
  const [entry] = openCitations({ style, locale, items }).cite([
    { items: [{ key: 'a' }] },
  ]).bibliography;
  expect(entry?.text).toContain(`(${printed})`);
});

test('one work under two keys is one work', async () => {
  const text = '@book{a, title={A}, ids={old}}';
  const bibliography = readBibliography([{ path: '/b', shown: 'b.bib', text }], new Report());
  const { root, references } = await cite('x [@old] y [@a]', bibliography, {
    nocite: ['*'],
    style: 'octavo-numeric',
  });
  expect(references.map(({ key }) => key)).toEqual(['a']);
  expect(reading(root)).toContain('x [1] y [1]');
});
