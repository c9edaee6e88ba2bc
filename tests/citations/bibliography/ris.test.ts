import { expect, test } from 'vitest';
import { read } from './read.js';

test.each([
  [
    'a newspaper article of a day',
    'TY  - NEWS|AU  - Gray, Tom|TI  - A|DA  - 2024/09/11/|PY  - 2024|Y2  - 2025/01/31/10:11:12',
    {
      type: 'article-newspaper',
      author: [{ family: 'Gray', given: 'Tom' }],
      issued: { 'date-parts': [[2024, 9, 11]] },
      accessed: { 'date-parts': [[2025, 1, 31]] },
    },
  ],
  [
    'a book in a series, with all of its editors',
    'TY  - BOOK|TI  - A|AU  - Roe, B.|ED  - Verdi, Anna|A3  - Series, Ed|T3  - Studies|M1  - 7|SP  - 300',
    {
      type: 'book',
      author: [{ family: 'Roe' }],
      editor: [{ family: 'Verdi' }],
      'collection-editor': [{ family: 'Series' }],
      'collection-title': 'Studies',
      'collection-number': '7',
      'number-of-pages': '300',
      page: undefined,
    },
  ],
  [
    'a web page of a site',
    'TY  - ELEC|TI  - A|T2  - The Site|Y2  - 2021/02/03/|UR  - https://example.org',
    {
      type: 'webpage',
      'container-title': 'The Site',
      accessed: { 'date-parts': [[2021, 2, 3]] },
      URL: 'https://example.org',
    },
  ],
  [
    'a film',
    'TY  - MPCT|TI  - A|AU  - Direc, Tor',
    { type: 'motion_picture', director: [{ family: 'Direc' }] },
  ],
  [
    'a program',
    'TY  - COMP|TI  - A|DA  - 2001/02/03/',
    { issued: { 'date-parts': [[2001, 2, 3]] } },
  ],
  [
    'an older record',
    'TY  - JOUR|T1  - A|A1  - Roe, B.|Y1  - 1999/02//|JF  - Journal|JA  - J.|SP  - 5|EP  - 6',
    {
      title: 'A',
      author: [{ family: 'Roe' }],
      issued: { 'date-parts': [[1999, 2]] },
      'container-title': 'Journal',
      'container-title-short': 'J.',
      page: '5-6',
    },
  ],
])('%s', (_, lines, expected) => {
  const { csl, findings } = read(['a.ris', `${lines.replaceAll('|', '\n')}\nID  - a\nER  - \n`]);
  expect(findings).toEqual([]);
  expect({ page: undefined, ...csl.a }).toMatchObject(expected);
});
