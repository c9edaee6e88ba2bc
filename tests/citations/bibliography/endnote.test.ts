import { expect, test } from 'vitest';
import { read } from './read.js';

const styled = (text: string, face = 'normal') =>
  `<style face="${face}" font="default" size="100%">${text}</style>`;

const xml = (records: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<xml><records>${records}</records></xml>`;

const article = `<record><database name="My.enl">My.enl</database><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>${styled('Roth, Anna')}</author><author>Müller, Karl</author></authors></contributors>
<titles><title>${styled('On ')}${styled('Homo sapiens', 'italic')}${styled(' &amp; H')}${styled('2', 'subscript')}</title>
<secondary-title>The Journal</secondary-title><short-title>On Homo</short-title></titles>
<periodical><full-title>The Journal</full-title><abbr-1>Jour.</abbr-1></periodical>
<pages>33-45</pages><volume>12</volume><number>3</number>
<dates><year>2024</year><pub-dates><date>11 September</date></pub-dates></dates>
<label>roth</label><urls><related-urls><url>https://example.org/?a=1&amp;b=2</url></related-urls></urls>
<electronic-resource-num>10.1000/182</electronic-resource-num><access-date>2025/01/31</access-date>
</record>`;

test('a journal article of an export in XML', () => {
  const { csl, findings } = read(['a.xml', xml(article)]);
  expect(findings).toEqual([]);
  expect(csl.roth).toEqual({
    id: 'roth',
    type: 'article-journal',
    title: 'On <i>Homo sapiens</i> & H<sub>2</sub>',
    'title-short': 'On Homo',
    author: [
      { family: 'Roth', given: 'Anna' },
      { family: 'Müller', given: 'Karl' },
    ],
    'container-title': 'The Journal',
    'container-title-short': 'Jour.',
    volume: '12',
    issue: '3',
    page: '33-45',
    DOI: '10.1000/182',
    URL: 'https://example.org/?a=1&b=2',
    issued: { 'date-parts': [[2024, 9, 11]] },
    accessed: { 'date-parts': [[2025, 1, 31]] },
  });
});

test('kinds, people and numbers of an export in XML', () => {
  const { csl, bibliography } = read([
    'a.xml',
    xml(`
<record><ref-type name="Book Section">5</ref-type><contributors><authors><author>Doe, Jane</author></authors><secondary-authors><author>Editor, Eva</author></secondary-authors><subsidiary-authors><author>Lator, T.</author></subsidiary-authors></contributors><titles><title>Part</title><secondary-title>Whole</secondary-title></titles><dates><year>1999</year></dates><publisher>Press</publisher><pub-location>London</pub-location></record>
<record><ref-type name="Report">27</ref-type><contributors><authors><author>Office of Maps,</author></authors></contributors><titles><title>Report</title></titles><number>12</number><work-type>Working paper</work-type><dates><year>2001</year></dates></record>`),
  ]);
  expect(csl.doe1999).toMatchObject({
    type: 'chapter',
    'container-title': 'Whole',
    editor: [{ family: 'Editor', given: 'Eva' }],
    translator: [{ family: 'Lator', given: 'T.' }],
    publisher: 'Press',
    'publisher-place': 'London',
  });
  expect(csl.office2001).toMatchObject({
    type: 'report',
    number: '12',
    genre: 'Working paper',
    author: [{ literal: 'Office of Maps' }],
  });
  expect(bibliography.get('office2001')?.place).toEqual({ file: 'a.xml', line: 4, column: 2 });
});

test.each([
  ['no export', '<html><p>x</p></html>', ['citation/bibliography-syntax a.xml:1:2'], []],
  ['no XML', 'x', ['citation/bibliography-syntax a.xml:1:2'], []],
  [
    'one that breaks off',
    `<xml><records>${article.replace(/\n/g, '')}\n<record><titles>`,
    ['citation/bibliography-syntax a.xml:2:17'],
    ['roth'],
  ],
  [
    'entities of its own',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n<xml><records><record><titles><title>&a;&b;</title></titles></record></records></xml>',
    ['citation/bibliography-syntax a.xml:2:41'],
    [],
  ],
  ['a tower', '<a>'.repeat(100_000), ['citation/bibliography-syntax a.xml:1:302'], []],
])('%s is reported', (_, text, expected, keys) => {
  const { csl, findings } = read(['a.xml', text]);
  expect(findings.filter((finding) => finding.startsWith('citation/bibl'))).toEqual(expected);
  expect(Object.keys(csl)).toEqual(expect.arrayContaining(keys));
});

test('the tagged export says what the other says', () => {
  const record = `%0 Newspaper Article
%A Gray, Tom
%T Line Moved
%B The Daily Line
%D 2024
%8 September 11
%9 Opinion
%[ 2025/01/31
%U https://example.org
%! Line
%F gray
`;
  expect(read(['a.enw', record]).csl.gray).toEqual({
    id: 'gray',
    type: 'article-newspaper',
    title: 'Line Moved',
    'title-short': 'Line',
    author: [{ family: 'Gray', given: 'Tom' }],
    'container-title': 'The Daily Line',
    genre: 'Opinion',
    URL: 'https://example.org',
    issued: { 'date-parts': [[2024, 9, 11]] },
    accessed: { 'date-parts': [[2025, 1, 31]] },
  });
});
