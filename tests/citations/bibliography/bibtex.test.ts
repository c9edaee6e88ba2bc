import { expect, test } from 'vitest';
import { read } from './read.js';

/** The works of a BibLaTeX file; fails where anything is found wrong with it. */
function works(text: string) {
  const { csl, findings } = read(['a.bib', text]);
  expect(findings).toEqual([]);
  return csl;
}

const only = (text: string) => Object.values(works(text))[0];

test('fields that many entries share are in a store of their own', () => {
  const csl = works(`
    @xdata{oxford, publisher = {Oxford Press}, location = {Oxford}, xdata = {tongue}}
    @xdata{tongue, langid = {italian}}
    @book{a, title = {A}, xdata = {oxford}, location = {Rome}}
    @book{b, title = {B}, publisher = {xdata=oxford-publisher}}`);
  expect(csl).toEqual({
    a: {
      id: 'a',
      type: 'book',
      title: 'A',
      publisher: 'Oxford Press',
      'publisher-place': 'Rome',
      language: 'it-IT',
    },
    b: { id: 'b', type: 'book', title: 'B', publisher: 'Oxford Press' },
  });
});

test.each([
  [
    'a chapter of a collection',
    '@incollection{a, title={Part}, crossref={p}} @collection{p, title={Whole}, subtitle={Sub}, editor={Roe, A.}, date={2011}}',
    { title: 'Part', 'container-title': 'Whole: Sub', editor: [{ family: 'Roe', given: 'A.' }] },
  ],
  [
    'a part of an author’s book',
    '@inbook{a, title={Part}, crossref={p}} @book{p, title={Whole}, author={Roe, A.}, shorttitle={Wh}}',
    { title: 'Part', 'container-title': 'Whole', 'container-author': [{ family: 'Roe' }] },
  ],
  [
    'an article of a special issue',
    '@article{a, title={Part}, crossref={p}} @periodical{p, title={Journal}, issuetitle={Special}, number={4}, date={2005}}',
    { title: 'Part', 'container-title': 'Journal', issue: '4', 'volume-title': 'Special' },
  ],
  [
    'a volume',
    '@collection{a, title={Two}, volume={2}, crossref={p}} @mvcollection{p, title={Whole}, editor={Roe, A.}}',
    { title: 'Whole', 'volume-title': 'Two', volume: '2', editor: [{ family: 'Roe' }] },
  ],
  [
    'a chapter of a volume',
    '@incollection{a, title={Part}, crossref={v}} @collection{v, title={Two}, volume={2}, crossref={p}} @mvcollection{p, title={Whole}}',
    { title: 'Part', 'container-title': 'Whole', 'volume-title': 'Two', volume: '2' },
  ],
])('%s takes what is not its own from its parent', (_, text, expected) => {
  expect(works(text).a).toMatchObject(expected);
  expect(works(text).a).not.toHaveProperty('title-short');
});

test('a related entry gives nothing, a missing one is named', () => {
  const { csl, findings } = read([
    'a.bib',
    '@article{a, title={A}, xref={p}}\n@book{p, title={P}, publisher={Press}}\n@book{b, title={B}, crossref={pp}}',
  ]);
  expect(csl.a).toEqual({ id: 'a', type: 'article-journal', title: 'A' });
  expect(findings).toEqual(['citation/missing-parent a.bib:3:1']);
});

test('entries that take from each other end', () => {
  const { csl } = read([
    'a.bib',
    '@book{a, title={A}, crossref={b}} @book{b, title={B}, publisher={P}, crossref={a}} @book{c, title={C}, crossref={c}, xdata={c}}',
  ]);
  expect(csl.a).toMatchObject({ title: 'A', publisher: 'P' });
  expect(csl.c).toMatchObject({ title: 'C' });
});

test('strings and parents may be in another file', () => {
  const { csl, findings } = read(
    ['a.bib', '@article{a, title={A}, journal=jch, crossref={p}}\n@book{b, title=none # " B"}'],
    ['b.bib', '@string{j = "Journal"} @string{jch = j # { of Coasts}} @misc{p, date={2001}}'],
  );
  expect(csl.a).toMatchObject({
    'container-title': 'Journal of Coasts',
    issued: { 'date-parts': [[2001]] },
  });
  expect(findings).toEqual(['citation/unknown-string a.bib:2:16']);
});

test('what is no work is none', () => {
  const { csl, findings } = read([
    'a.bib',
    '@preamble{"\\newcommand{\\noop}[1]{}"}\n@comment{@book{x}}\n  % @book{y,\n% title={Y}}\n@book{a, title={A}, ids={old, older}}',
  ]);
  expect(Object.keys(csl)).toEqual(['a', 'old', 'older']);
  expect(csl.old?.id).toBe('a');
  expect(findings).toEqual([]);
});

test('sets of works', () => {
  const { bibliography, findings } = read(
    [
      'a.bib',
      '@set{s, entryset = {a, old-b,none}}\n@set{outer, entryset={s,c,a}}\n@set{round,entryset={round}}',
    ],
    [
      'b.bib',
      '@book{a, title={A}}\n@book{b, title={B}, ids={old-b}}\n@book{c, title={C}}\n@set{c, entryset={a}}',
    ],
  );
  expect(Object.fromEntries(bibliography.sets ?? [])).toEqual({
    s: ['a', 'b'],
    outer: ['a', 'b', 'c'],
  });
  expect(findings.sort()).toEqual([
    'citation/duplicate-key b.bib:4:1',
    'citation/entry-set a.bib:1:1',
    'citation/entry-set a.bib:3:1',
  ]);
});

test.each([
  [
    'publisher={Oxford University Press and Anchor}',
    { publisher: 'Oxford University Press; Anchor' },
  ],
  ['publisher={{Black and White}}', { publisher: 'Black and White' }],
  ['subtitle={Sub}, titleaddon={Add}', { title: 'A: Sub. Add', 'title-short': 'A' }],
  ['note={One}, addendum={Two.}', { note: 'One. Two.' }],
  ['pubstate={inpress}', { status: 'in press' }],
  ['pages={1--5, 7--9}', { page: '1-5, 7-9' }],
  ['langid={ngerman}, language={english}', { language: 'de-DE' }],
  ['language={french and english}', { language: 'fr-FR' }],
  ['eprint={2101.1}, eprinttype={arxiv}', { URL: 'https://arxiv.org/abs/2101.1' }],
  ['date={1998~}', { issued: { 'date-parts': [[1998]], circa: true } }],
  ['date={2001-23}', { issued: { 'date-parts': [[2001]], season: 3 } }],
  [
    'urldate={2020-01-02/2020-01-04}',
    {
      accessed: {
        'date-parts': [
          [2020, 1, 2],
          [2020, 1, 4],
        ],
      },
    },
  ],
  [
    'author={van der Berg, Jan}, options={useprefix=false}',
    { author: [{ 'dropping-particle': 'van der' }] },
  ],
  ['author={van der Berg, Jan}', { author: [{ 'non-dropping-particle': 'van der' }] }],
  ['author={Roe, A. and others}', { author: [{ family: 'Roe', given: 'A.' }, { others: true }] }],
  ['editor={Roe, A.}, editortype={compiler}', { compiler: [{ family: 'Roe', given: 'A.' }] }],
  [
    'translator={Poe, B.}, editora={Roe, A.}, editoratype={translator}, editorb={Doe, C.}, editorbtype={redactor}',
    { translator: [{ family: 'Poe' }, { family: 'Roe' }], contributor: [{ family: 'Doe' }] },
  ],
])('%s', (fields, expected) => {
  expect(only(`@book{a, title={A}, ${fields}}`)).toMatchObject(expected);
});

test.each([
  ['@phdthesis{a, title={A}, school={U}}', { type: 'thesis', genre: 'PhD thesis', publisher: 'U' }],
  ['@thesis{a, title={A}, type={mathesis}}', { type: 'thesis', genre: 'Master’s thesis' }],
  ['@thesis{a, title={A}, type={Tesi di laurea}}', { type: 'thesis', genre: 'Tesi di laurea' }],
  ['@article{a, title={A}, entrysubtype={newspaper}}', { type: 'article-newspaper' }],
  ['@suppbook{a, title={A}, booktitle={B}}', { type: 'chapter', 'container-title': 'B' }],
  ['@jurisdiction{a, title={A}, number={C-1/20}}', { type: 'legal_case', number: 'C-1/20' }],
  ['@patent{a, title={A}, location={countryus}}', { jurisdiction: 'United States of America' }],
])('%s', (text, expected) => {
  expect(only(text)).toMatchObject(expected);
});

test.each([
  ["Garc{\\'\\i}a and \\'{\\i} and {\\\"O}l", 'García and í and Öl'],
  ['\\aa{} \\AA rhus \\o{} \\L{}', 'å Århus ø Ł'],
  [
    'The {van der} Tale of {NATO} {{\\TeX}}',
    'The <span class="nocase">van der</span> Tale of <span class="nocase">NATO</span> <span class="nocase">TeX</span>',
  ],
  ['\\emph{Other} {\\"O} {1984}', '<i>Other</i> Ö 1984'],
  [
    "{K}ant's {E}uropean p{H}-{V}alue of {U}{K} law",
    '<span class="nocase">Kant\'s</span> <span class="nocase">European</span> <span class="nocase">pH</span>-<span class="nocase">Value</span> of <span class="nocase">UK</span> law',
  ],
  ['{{Whole {NATO} Title}}', '<span class="nocase">Whole NATO Title</span>'],
  ['\\LaTeX\\ and \\TeX{} are\\\\ \\unknown{kept} \\noopsort{b}', 'LaTeX and TeX are kept'],
  ["``Quoted'' -- $\\alpha$ H$_2$O 10\\,\\%", '“Quoted” – α H₂O 10\u00A0%'],
])('TeX: %s', (tex, title) => {
  expect(only(`@book{a, title={${tex}}}`)?.title).toBe(title);
});
