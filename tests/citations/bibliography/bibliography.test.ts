import { expect, test } from 'vitest';
import { read } from './read.js';

const json = JSON.stringify([{ id: 'a', type: 'book', title: 'A' }]);

test('one work in each format', () => {
  const { csl, findings } = read(
    ['a.json', json],
    ['b.yaml', 'references:\n- id: b\n  type: book\n  issued: 2020-03\n'],
    ['c.bib', '@book{c, title = {C}, date = {2020-03-01}}'],
    ['d.ris', 'TY  - BOOK\nID  - d\nTI  - D\nPY  - 2020\nER  - \n'],
    ['e.yml', '- id: e\n  type: book\n  author: Doe, Jane\n'],
    ['f.json', '{"references": [{"id": 7, "type": "book"}]}'],
  );
  expect(findings).toEqual([]);
  expect(Object.keys(csl).sort()).toEqual(['7', 'a', 'b', 'c', 'd', 'e']);
  expect(csl.b?.issued).toEqual({ 'date-parts': [[2020, 3]] });
  expect(csl.c).toMatchObject({
    type: 'book',
    title: 'C',
    issued: { 'date-parts': [[2020, 3, 1]] },
  });
  expect(csl.d).toMatchObject({ type: 'book', title: 'D' });
  expect(csl.e?.author).toEqual([{ family: 'Doe', given: 'Jane' }]);
});

test('every work knows its place', () => {
  const { bibliography } = read(
    ['a.json', '[\n  {"id": "a", "type": "book"},\n  {"id": "b", "type": "book"}\n]'],
    ['c.bib', '% note\n@book{c, title = {C}}\n\n  @book{d, title = {D}}\n'],
    ['e.yaml', 'references:\n  - id: e\n    type: book\n'],
    ['f.ris', '\r\nTY  - BOOK\r\nID  - f\r\nER  - \r\n'],
  );
  const places = [...bibliography.values()].map(
    ({ key, place }) => `${key} ${place.line}:${place.column}`,
  );
  expect(places).toEqual(['a 2:3', 'b 3:3', 'c 2:1', 'd 4:3', 'e 2:5', 'f 2:1']);
});

test.each([
  [
    'JSON that breaks off',
    'a.json',
    '[\n  {"id": "a",\n   "type": }\n]',
    'citation/bibliography-syntax a.json:3:12',
  ],
  ['a list of no entries', 'a.json', '["x"]', 'citation/bad-entry a.json:1:2'],
  ['YAML that is none', 'a.yaml', '- id: [a\n', 'citation/bibliography-syntax a.yaml:2:1'],
  [
    'an unknown type',
    'a.json',
    '[{"id": "a", "type": "scroll"}]',
    'citation/unknown-type a.json:1:2',
  ],
  ['an unknown format', 'a.txt', 'x', 'citation/unknown-format a.txt:undefined:undefined'],
  ['a record without end', 'a.ris', 'TY  - BOOK\nID  - d\n', 'citation/bad-entry a.ris:1:1'],
])('%s is reported', (_, name, text, finding) => {
  expect(read([name, text]).findings).toContain(finding);
});

test('a broken BibTeX entry loses itself alone', () => {
  const { csl, findings } = read([
    'a.bib',
    '@string{q = "Quill"}\n@book{a, title={A}, publisher=q}\n@book{b, title={B {C}, year=2}\n@book{d, title={D}}\n@book{e, title={E}}, year=2}\n@book{f, author={F and}, title=G}\n@comment{@book{x}}\n@book{g, crossref={a}}',
  ]);
  expect(Object.keys(csl)).toEqual(expect.arrayContaining(['a', 'd', 'e', 'g']));
  expect(csl.b).toBeUndefined();
  expect(csl.x).toBeUndefined();
  expect(csl.a?.publisher).toBe('Quill');
  expect(csl.g?.publisher).toBe('Quill');
  expect(findings).toEqual(
    expect.arrayContaining([
      'citation/bibliography-syntax a.bib:5:28',
      'citation/bad-entry a.bib:3:1',
    ]),
  );
});

test('two works with one key are both named, and the first counts', () => {
  const { csl, report } = read(['a.json', json], ['b.bib', '\n@book{a, title={B}}']);
  expect(csl.a?.title).toBe('A');
  expect(report.diagnostics).toMatchObject([
    {
      rule: 'citation/duplicate-key',
      place: { file: 'b.bib', line: 2 },
      message: 'The key “a” is taken already at a.json:1:2: this entry is not used',
    },
  ]);
});

test('works without keys get one', () => {
  const record = 'TY  - BOOK\nAU  - Doe, Jane\nPY  - 2001\nER  - \n';
  const { csl, findings } = read(['a.ris', record + record]);
  expect(Object.keys(csl)).toEqual(['doe2001', 'doe2001a']);
  expect(findings).toEqual(['citation/made-key a.ris:1:1', 'citation/made-key a.ris:5:1']);
});

test.each([
  ['{Office of {Maps}}', [{ literal: 'Office of Maps' }]],
  ['Doe, Jane and others', [{ family: 'Doe', given: 'Jane' }, { others: true }]],
  ['Others, Sam', [{ family: 'Others', given: 'Sam' }]],
])('BibTeX names: %s', (author, names) => {
  const { csl } = read(['a.bib', `@book{a, title={A}, author={${author}}}`]);
  expect(csl.a?.author).toEqual(names);
});

test.each([
  ['2025-02-12', { 'date-parts': [[2025, 2, 12]] }],
  ['2020/2021', { 'date-parts': [[2020], [2021]] }],
  ['2020~', { 'date-parts': [[2020]], circa: true }],
  ['2020-22', { 'date-parts': [[2020]], season: 2 }],
  ['1998/', { 'date-parts': [[1998], [0]] }],
  ['1998/..', { 'date-parts': [[1998], [0]] }],
  ['199X', { 'date-parts': [[1990], [1999]] }],
  ['-0043', { 'date-parts': [[-44]] }],
  ['2020/21/22', { literal: '2020/21/22' }],
  ['forthcoming', { literal: 'forthcoming' }],
  [2020, { 'date-parts': [[2020]] }],
  [{ 'date-parts': [['2020', '3']] }, { 'date-parts': [[2020, 3]] }],
  [{ raw: '2020-03-01' }, { 'date-parts': [[2020, 3, 1]] }],
  [{ year: 2020, month: 3 }, { 'date-parts': [[2020, 3]] }],
  [[{ year: 2020 }, { year: 2021 }], { 'date-parts': [[2020], [2021]] }],
  [{ literal: 'Easter 2020' }, { literal: 'Easter 2020' }],
])('dates: %j', (issued, expected) => {
  const { csl } = read(['a.json', JSON.stringify([{ id: 'a', type: 'book', issued }])]);
  expect(csl.a?.issued).toEqual(expected);
});

test('keys are compared in NFC, and nothing of a file is taken for an address', () => {
  const { csl } = read(['a.json', JSON.stringify([{ id: 'Mu\u0308ller', type: 'book' }])]);
  expect(Object.keys(csl)).toEqual(['M\u00FCller']);
  expect(read(['a.bib', 'https://example.org/x.bib']).csl).toEqual({});
  expect(read(['a.ris', 'https://example.org/x.ris']).csl).toEqual({});
});

test('EndNote says what RIS says', () => {
  const record = `%0 Journal Article
%A Roth, Anna
%A Müller, Karl
%T A Title
%J The Journal
%V 12
%N 3
%P 33-45
%D 2024
%R 10.1000/182
%X Goes on
in a second line
%F roth

%0 Book Section
%A Doe, Jane
%E Editor, Eva
%T Part
%B Whole
%I Press
%C London
%D 1999
`;
  const { csl } = read(['a.enw', record]);
  expect(csl.roth).toMatchObject({
    type: 'article-journal',
    title: 'A Title',
    author: [
      { family: 'Roth', given: 'Anna' },
      { family: 'Müller', given: 'Karl' },
    ],
    'container-title': 'The Journal',
    volume: '12',
    issue: '3',
    page: '33-45',
    DOI: '10.1000/182',
    issued: { 'date-parts': [[2024]] },
  });
  expect(csl.doe1999).toMatchObject({
    type: 'chapter',
    'container-title': 'Whole',
    editor: [{ family: 'Editor', given: 'Eva' }],
    publisher: 'Press',
    'publisher-place': 'London',
  });
});

test.each([
  ['a.json', '[{"id":"a","type":"book","title":"T"}]'],
  ['a.yaml', '- id: a\n  type: book\n  title: T\n'],
  ['a.bib', '@book{a,title={T}}'],
  ['a.ris', 'TY  - BOOK\r\nID  - a\r\nTI  - T\r\nER  - \r\n'],
  ['a.enw', '%0 Book\r\n%F a\r\n%T T\r\n'],
])('a byte order mark before %s is no part of it', (name, text) => {
  const { csl, findings } = read([name, `\uFEFF${text}`]);
  expect(csl.a).toMatchObject({ type: 'book', title: 'T' });
  expect(findings).toEqual([]);
});
