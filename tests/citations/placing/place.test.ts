import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { bibliographyOf, cite, noteTexts, reading } from '../setting.js';
import { works } from '../works.js';

const sentence =
  'A line.[@news] Critically, two[@book] and @article [p. 3] said three [@unsigned].';

const swaps: [style: string, reading: string][] = [
  ['iai', 'A line.{1} Critically, two{2} and Doe, Poe and Roe{3} said three.{4}'],
  [
    'apa',
    'A line (Gray, 2024). Critically, two (Verdi, 2018) and Doe et al. (2021, p. 3) said three (“No Line Left,” 2024).',
  ],
  [
    'harvard1',
    'A line (Gray, 2024). Critically, two (Verdi, 2018) and Doe, Poe and Roe (2021, p. 3) said three (The Daily Line, 2024).',
  ],
  ['vancouver', 'A line (1). Critically, two (2) and Doe, Poe, and Roe (3) said three (4).'],
  ['raised', 'A line.1 Critically, two2 and Doe, Poe, and Roe3 said three.4'],
  ['bracketed', 'A line [1]. Critically, two [2] and Doe, Poe, and Roe [3, p. 3] said three [4].'],
];

test.each(swaps)('one sentence in %s', async (style, expected) => {
  const { root, findings } = await cite(sentence, works, { style, lang: 'en-US' });
  expect(reading(root)).toBe(expected);
  expect(findings).toEqual([]);
});

const odd: [name: string, style: string, manuscript: string, reading: string][] = [
  ['a genitive', 'iai', "@news's view", 'Gray’s{1} view'],
  ['a genitive', 'dated', "@news's view", 'Gray’s (2024) view'],
  ['a suppressed author', 'dated', 'Gray [-@news, p. 2] said', 'Gray (2024, p. 2) said'],
  ['a bare suppressed author', 'dated', 'Gray -@news said', 'Gray (2024) said'],
  ['a year after its name', 'dated', '@news [@article]', 'Gray (2024; Doe et al., 2021)'],
  ['further works after a name', 'dated', '@news [p. 2; @book]', 'Gray (2024, p. 2; Verdi, 2018)'],
  [
    'a comma for a semicolon',
    'dated',
    'a [@book, @news, p. 2]',
    'a (Gray, 2024, p. 2; Verdi, 2018)',
  ],
  ['affixes hold the order', 'dated', 'a [see @news; @book]', 'a (see Gray, 2024; Verdi, 2018)'],
  ['emphasis before', 'dated', '*line.*[@news] Next', 'line (Gray, 2024). Next'],
  ['emphasis after', 'iai', 'line[@news] *next*', 'line{1} next'],
  ['code before', 'dated', '`line.`[@news] Next', 'line. (Gray, 2024) Next'],
  ['a note call before', 'dated', 'line.^[N][@news]', 'line.{1} (Gray, 2024)'],
  ['two notes in a row', 'iai', 'line[@news][@book].', 'line.{1},{2}'],
  ['a citation after a note', 'iai', 'line.^[N][@book] Next', 'line.{1},{2} Next'],
  ['notes of the author', 'iai', 'line[@news]^[N]^[O].', 'line{1},{2},{3}.'],
  ['a raised figure', 'iai', 'm<sup>2</sup>[@news].', 'm2.{1}'],
  ['two raised numbers', 'raised', 'line[@news][@book].', 'line.1,2'],
  ['two in a row', 'dated', 'line[@news][@book].', 'line (Gray, 2024) (Verdi, 2018).'],
  ['an unknown work beside a known one', 'dated', 'a [@news; @nws]', 'a (Gray, 2024) [@nws?]'],
  ['an unknown work', 'iai', 'a [@nws].', 'a [@nws?].'],
  ['what stands around an unknown work', 'iai', 'a [see @nws, p. 3].', 'a [see @nws?, p. 3].'],
  [
    'a citation in a prefix',
    'dated',
    'a [cf. [@book] @news, p. 2]',
    'a (cf. Verdi, 2018; Gray, 2024, p. 2)',
  ],
  ['a note in a suffix', 'dated', 'a [@book, so^[or *not*]]', 'a (Verdi, 2018, so (or not))'],
  ['a handle with works', 'iai', 'as @nobody [p. 3; @book]', 'as @nobody [p. 3]{1}'],
  ['a handle', 'iai', 'as @nobody [p. 3] says', 'as @nobody [p. 3] says'],
  ['a handle in braces', 'iai', 'as @{no body} says', 'as @{no body} says'],
  ['a link', 'iai', '[as @news said](https://x.org) so', 'as Gray said{1} so'],
  ['a heading', 'iai', '# On @news', 'On Gray{1}'],
  ['a table', 'dated', '| a[@news] |\n|---|\n| b |', 'a (Gray, 2024)b'],
];

test.each(odd)('%s (%s)', async (_, style, manuscript, expected) => {
  const { root } = await cite(manuscript, works, { style, lang: 'en-GB' });
  expect(reading(root)).toBe(expected);
});

test('notes of the author count, and citations in them print there', async () => {
  const { root, citations } = await cite(
    'a[@book] b^[Plain.] c[@book] d^[See [@news, p. 3] for more. [@book]] e^[As @news says.] f[^x] g[^x] h[@book]\n\n[^x]: X',
    works,
  );
  expect(reading(root)).toBe('a{1} b{2} c{3} d{4} e{5} f{6} g{6} h{7}');
  expect(noteTexts(root)).toEqual([
    'Anna Verdi, The Long Border, Cham, Quill, 2018.',
    'Plain.',
    'Anna Verdi, The Long Border, cit.',
    "See Tom Gray, “Line ‘Moved’ Again”, in The Daily Line, 11 September 2024, p. 3, https://example.org/o'clock? for more. Anna Verdi, The Long Border, cit.",
    'As Gray (“Line ‘Moved’”, cit.) says.',
    'X',
    'Anna Verdi, The Long Border, cit.',
  ]);
  expect(citations.map(({ note }) => note)).toEqual([1, 3, 4, 4, 5, 7]);
});

test('a note carries its number, position and keys, and the place of the citation', async () => {
  const { root } = await cite('a\nb [@book; @news] c', works);
  const notes: unknown[] = [];
  visit(root, 'note', ({ origin, data, position }) => {
    notes.push({ origin, data, line: position?.start.line, column: position?.start.column });
  });
  expect(notes).toEqual([
    {
      origin: 'citation',
      data: { number: 1, ordinal: 1, position: 'first', keys: ['book', 'news'] },
      line: 2,
      column: 3,
    },
  ]);
});

test('in-text citations lead to the entries of the reference list', async () => {
  const setting = { style: 'apa', lang: 'en-US', linkCitations: true };
  const { root, references } = await cite('a [see @news; @book, p. 3]', works, setting);
  expect(references.map(({ key, id }) => [key, id])).toEqual([
    ['news', 'ref-1'],
    ['book', 'ref-2'],
  ]);
  const links: string[] = [];
  visit(root, 'link', (link) => {
    links.push(`${plainText(link)} ${link.url}`);
  });
  expect(links).toEqual(['Gray, 2024 #ref-1', 'Verdi, 2018 #ref-2']);
});

const linked: [style: string, html: string][] = [
  ['octavo-numeric', '[<a>#ref-1 1</a>; <a>#ref-2 2</a>, p. 3]'],
  ['vancouver', '(<a>#ref-1 1</a>–<a>#ref-3 3</a>)'],
  ['raised', '<sup><a>#ref-2 2</a>,<a>#ref-1 1</a></sup>'],
  ['octavo-label', '[<a>#ref-1 Gray24</a>; <a>#ref-2 Verd18</a>, p. 3]'],
  ['octavo-author-date', '(<a>#ref-2 Verdi, 2018</a>, p. 3; <a>#ref-1 Gray, 2024</a>)'],
];

test.each(linked)('numbers, labels and names lead to their entries (%s)', async (style, html) => {
  const cluster = style === 'vancouver' ? '[@news; @book; @page]' : '[@book, p. 3; @news]';
  const { citations } = await cite(`a [@news] b ${cluster}`, works, { style, linkCitations: true });
  expect(citations[1]?.html.replace(/<a href="([^"]+)">/g, '<a>$1 ')).toBe(html);
});

const ibids: [note: string, printed: string][] = [
  ['[@book]', 'Ibid.'],
  ['See [@book, p. 3].', 'See ibid., p. 3.'],
  ['Prose, [@book], and more.', 'Prose, ibid., and more.'],
  ['It ends. [@book] More.', 'It ends. Ibid. More.'],
  ['It goes on ([@book]).', 'It goes on (ibid.).'],
  ['He *said* [@book].', 'He said ibid.'],
  ['It ends. ([@book])', 'It ends. (Ibid.)'],
  ['“So it is”: [@book]', '“So it is”: ibid.'],
];

test.each(ibids)('ibid. in a note of the author: %s', async (note, printed) => {
  const { root } = await cite(`a[@book] b^[${note}]`, works);
  expect(noteTexts(root)[1]).toBe(printed);
});

const around: [manuscript: string, html: string][] = [
  [
    '[see [*this* map](https://x.org/?a=1&b="2"), @book]',
    'see <a>https://x.org/?a=1&b="2" <em>this</em> map</a>, Verdi, 2018',
  ],
  [
    "[@book, p. 3, and [that](https://x.org/it's).]",
    "Verdi, 2018, p. 3, and <a>https://x.org/it's that</a>.",
  ],
  ['[@book, see <https://x.org>]', 'Verdi, 2018, see <a>https://x.org https://x.org</a>'],
  [
    '[@book, [https://x.org/a](https://x.org/b)]',
    'Verdi, 2018, <a>https://x.org/b https://x.org/a</a>',
  ],
  ['[@book, [a script](javascript:alert(1))]', 'Verdi, 2018, a script'],
];

test.each(around)('links around a work stay links: %s', async (manuscript, html) => {
  const { citations } = await cite(`a ${manuscript}`, works, { style: 'dated' });
  const said = citations[0]?.html.replace(
    /<a href="([^"]+)">/g,
    (_, href: string) =>
      `<a>${href.replaceAll('&#x22;', '"').replaceAll('&#x26;', '&').replaceAll('&#x27;', "'")} `,
  );
  expect(said).toBe(`(${html})`);
});

test('what stands around an unknown work stays as typed, without marks of type', async () => {
  const { root } = await cite('a [see *this* [map](https://x.org), @nws].', works);
  expect(reading(root)).toBe('a [see this map, @nws?].');
});

test('apostrophes stay straight in addresses alone, wherever they stand', async () => {
  const odd = bibliographyOf([
    {
      id: 'a',
      type: 'book',
      title: "It's at https://x.org/o'clock, isn't it",
      author: [{ literal: 'X' }],
    },
  ]);
  const { citations } = await cite('a[@a]', odd);
  expect(citations[0]?.text).toBe("X, It’s at https://x.org/o'clock, isn’t it.");
});

test('works listed uncited', async () => {
  const setting = { style: 'apa', nocite: ['@book', 'bok'] };
  const { references, report } = await cite('a [@news]', works, setting);
  expect(references.map(({ key }) => key)).toEqual(['news', 'book']);
  expect(report.diagnostics.map(({ rule, remedy }) => [rule, remedy])).toEqual([
    ['citation/unknown-nocite', 'Add it to the bibliography, or write @book'],
  ]);
  const all = await cite('a', works, { style: 'apa', nocite: ['*'] });
  // APA lists no letters; every entry still has the key of its own work.
  const listed = [...works.keys()].filter((key) => key !== 'letter').sort();
  expect(all.references.map(({ key }) => key).sort()).toEqual(listed);
  for (const { key, text } of all.references) {
    expect(text.toLowerCase()).toContain(
      String(works.get(key)?.csl.title).toLowerCase().replace(/ '.*/, ''),
    );
  }
});

test('findings have the place of the work they are about', async () => {
  const { findings } = await cite('a\n[see @book; @bok] @nobody\n[@news, @book]', works);
  expect(findings).toEqual([
    'citation/unknown-key 2:13',
    'citation/unknown-handle 2:19',
    'citation/separator 3:9',
  ]);
});

test('no citation is left in the tree', async () => {
  const { root } = await cite(
    '[@news] ![c [@book]](x.png "d [@news]") ^[@book]\n\n![e [@book]](y.png)',
    works,
  );
  expect(JSON.stringify(root)).not.toContain('"type":"citation"');
});

test.each([
  ['a script', '[see [this](javascript:x), @news]'],
  ['a file beside the manuscript', 'a [@book, with [this *one*](notes.html)]'],
])(
  'a link around a citation that leads to %s loses its address, which is told',
  async (_, text) => {
    const { root, findings } = await cite(text, works, { style: 'dated' });
    expect(reading(root)).toContain('this');
    let links = 0;
    visit(root, 'link', () => {
      links += 1;
    });
    expect(links).toBe(0);
    expect(findings).toEqual([expect.stringMatching(/^document\/outside-link/)]);
  },
);

test.each(['a [@book *[@news]*]', 'a [@book, see ^[x @news]]'])(
  'a work cited within the words around another is told of: %s',
  async (text) => {
    const { root, findings } = await cite(text, works, { style: 'dated' });
    expect(reading(root)).toMatch(/@news/);
    expect(reading(root)).not.toMatch(/ {2}/);
    expect(findings).toEqual([expect.stringMatching(/^citation\/separator/)]);
  },
);
