import { describe, expect, it } from 'vitest';
import { codedFaults } from '../../checkers/coded-rules.js';
import { pageListFaults } from '../../checkers/page-list.js';

const page = (label: string) => `<span role="doc-pagebreak" aria-label="${label}"></span>`;
const book = (text: string) =>
  `<body>${page('1')}<header class="opening"><h1>Title</h1></header>${text}<section class="notes"><p>1 A note.</p></section></body>`;
const printed = [
  { label: '1', text: 'Title One two three set-' },
  { label: '2', text: 'tlement of four, five' },
  { label: '3', text: 'A heading Six seven.' },
];
const text = `<p>One two three ${page('2')}settlement of four, five</p>${page('3')}<h2>A heading</h2><p>Six seven.</p>`;

const faults = (html: string) => pageListFaults([book(html)], printed);

describe('the checker of page lists', () => {
  it('passes a list that is exact to the word', () => expect(faults(text)).toEqual([]));

  const mutants: [what: string, html: string][] = [
    ['a word too late', text.replace(`${page('2')}settlement`, `settlement ${page('2')}`)],
    ['a word too early', text.replace(`three ${page('2')}`, `${page('2')}three `)],
    ['within the word', text.replace(`${page('2')}settlement`, `settl${page('2')}ement`)],
    [
      'after its heading',
      text.replace(`${page('3')}<h2>A heading</h2>`, `<h2>A heading</h2>${page('3')}`),
    ],
    ['missing', text.replace(page('3'), '')],
    ['there twice', text.replace('Six', `${page('2')}Six`)],
    ['under another folio', text.replace(page('2'), page('4')).replace(page('3'), page('2'))],
  ];

  it.each(mutants)('catches a break that is %s', (_, html) => {
    expect(html).not.toBe(text);
    expect(faults(html)).not.toEqual([]);
  });

  it('catches a word broken where the page before does not end with its first part', () => {
    const [first, ...rest] = printed;
    const spoilt = [{ label: '1', text: first?.text.replace('set-', 'of') ?? '' }, ...rest];
    expect(pageListFaults([book(text)], spoilt)).not.toEqual([]);
  });

  it('catches each fault that it knows by one of these', () => {
    const told = mutants.flatMap(([, html]) => faults(html));
    const texts = codedFaults('page-list.ts');
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter((fault) => !told.some((each) => fault.test(each))).map(String)).toEqual([]);
  });
});
