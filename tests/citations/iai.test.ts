import { expect, test } from 'vitest';
import { cite, noteTexts } from './setting.js';
import { works } from './works.js';

/** How the house style prints a work of each kind, first cited. */
const first: [key: string, note: string][] = [
  ['book', 'Anna Verdi, The Long Border, Cham, Quill, 2018.'],
  ['edited', 'Paolo Neri and Lia D’Este (eds), Seas and States, 2nd edn, Rome, Quill, 2020.'],
  [
    'chapter',
    'Ugo Bruni, “Ports”, in Paolo Neri (ed.), Seas and States, Rome, Quill, 2020, p. 15-40.',
  ],
  [
    'article',
    'Jane Doe, Max Poe and Sam Roe, “Why Borders?”, in Journal of Lines, Vol. 12, No. 3 (September 2021), p. 123-134, https://doi.org/10.1000/jol(12)<3>.',
  ],
  [
    'paper',
    'Carla Rossi, “Pipes and Prices”, in House Papers, No. 22|19 (July 2022), https://example.org/papers/22-19.',
  ],
  [
    'report',
    'Office of Maps, Maps of the Year, Geneva, Office of Maps, 2019, https://example.org/maps.',
  ],
  [
    'communication',
    'European Commission, A Strategy for Lines (COM(2022) 123), 5 May 2022, https://example.org/com.',
  ],
  [
    'regulation',
    'Regulation on the Drawing of Lines ((EU) 2023/45), 1 March 2023, https://example.org/reg.',
  ],
  ['thesis', 'Ida Blu, On Lines, PhD thesis, University of Nowhere, 2017.'],
  [
    'news',
    "Tom Gray, “Line ‘Moved’ Again”, in The Daily Line, 11 September 2024, https://example.org/o'clock?.",
  ],
  ['unsigned', '“No Line Left”, in The Daily Line, 1 October 2024, https://example.org/none.'],
  ['page', 'Office of Maps, About Us, accessed 31 January 2025, https://example.org/about.'],
  ['interview', 'Ada Lumen, “Lines Are Over”, interview by Bo Quist, in Line Weekly, 2 June 2023.'],
  ['letter', 'Ada Lumen, e-mail to Bo Quist, 3 June 2023.'],
  ['dataset', 'Line Lab, All the Lines, dataset, Line Lab, 2022, https://doi.org/10.1000/lines.'],
  [
    'podcast',
    'Ben Hall, “Lines in the Air”, podcast, in Line Talk, 4 April 2024, https://example.org/pod.',
  ],
  [
    'speech',
    'Ministry of Lines, Opening Words, Brussels, 12 February 2025, https://example.org/speech.',
  ],
  ['blog', 'Kim Marsh, “A Thin Line”, in Line Blog, 9 January 2024, https://example.org/blog.'],
  ['treaty', 'Treaty on the Line, Lisbon, 13 December 2007, https://example.org/treaty.'],
  ['film', 'The Line, directed by Eva Sol, Line Films, 2016.'],
  [
    'post',
    '@linewatch, “The line has moved”, X post, 12 February 2025, https://example.org/status/1.',
  ],
];

test('works of every kind', async () => {
  const { root, findings } = await cite(first.map(([key]) => `a[@${key}]`).join(' '), works);
  const notes = noteTexts(root);
  expect(Object.fromEntries(first.map(([key], index) => [key, notes[index]]))).toEqual(
    Object.fromEntries(first),
  );
  expect(findings).toEqual([]);
});

test('works cited before', async () => {
  const { root, citations } = await cite(
    'a[@news] b[@news] c[@news, p. 15] d[@news, p. 15] e[@book, pp. 3-5] f[@news, p. 2] g[see @news; @book]',
    works,
  );
  expect(noteTexts(root).slice(1)).toEqual([
    'Ibid.',
    'Ibid., p. 15.',
    'Ibid.',
    'Anna Verdi, The Long Border, Cham, Quill, 2018, p. 3-5.',
    'Tom Gray, “Line ‘Moved’”, cit., p. 2.',
    'See Tom Gray, “Line ‘Moved’”, cit.; Anna Verdi, The Long Border, cit.',
  ]);
  expect(citations.map(({ position }) => position)).toEqual([
    'first',
    'ibid',
    'ibid-with-locator',
    'ibid',
    'first',
    'subsequent',
    'subsequent',
  ]);
});

test('in Italian', async () => {
  const { root } = await cite('a[@chapter, p. 4] b[@interview]', works, { lang: 'it' });
  expect(noteTexts(root)).toEqual([
    'Ugo Bruni, “Ports”, in Paolo Neri (a cura di), Seas and States, Rome, Quill, 2020, p. 4.',
    'Ada Lumen, “Lines Are Over”, intervista di Bo Quist, in Line Weekly, 2 giugno 2023.',
  ]);
});

test('an address is a link, and the full stop after it is not part of it', async () => {
  const { citations } = await cite('a[@news] b[@article] c[@unsigned]', works);
  expect(citations.map(({ html }) => html.match(/<a [\s\S]*/)?.[0])).toEqual([
    '<a href="https://example.org/o&#x27;clock?">https://example.org/o\'clock?</a>.',
    '<a href="https://doi.org/10.1000/jol(12)%3C3%3E">https://doi.org/10.1000/jol(12)&#x3C;3></a>.',
    '<a href="https://example.org/none">https://example.org/none</a>.',
  ]);
});
