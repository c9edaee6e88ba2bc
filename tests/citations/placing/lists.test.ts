import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import type { ListSettings } from '../../../src/citations/index.js';
import { cite, noteTexts, reading, type Setting } from '../setting.js';
import { works } from '../works.js';

/** Each block as a line: headings with their signs, entries of lists with their ids. */
function lines({ children }: Pick<Root, 'children'>): string[] {
  return children.flatMap((node): string[] => {
    if (node.type === 'heading') return [`${'#'.repeat(node.depth)} ${reading(node)}`];
    if (node.type === 'blockquote') return lines(node);
    if (node.type !== 'htmlElement') return [reading(node)];
    const { id } = node.data.hProperties;
    return node.data.hName === 'p' ? [`${id}: ${reading(node)}`] : lines(node);
  });
}

async function placed(manuscript: string, lists: ListSettings = {}, setting: Setting = {}) {
  const set = await cite(manuscript, works, {
    style: 'octavo-numeric',
    ...setting,
    lists: { title: 'Works', ...lists },
  });
  const bare = (text: string) => text.replace(/(\p{Lu}\p{Ll}+, [^,]+|Doe[^,]+),.*/u, '$1');
  return {
    ...set,
    text: lines(set.root).map(bare),
    atEnd: set.atEnd.map(({ id, key }) => `${id}: ${key}`),
    references: set.references.map(({ id, key }) => `${id}: ${key}`),
  };
}

const chapters = `Before [@news].

# One

A [@book] and [@news].

## Inside

B [@chapter].

# Two

C [@news].

# Three

None.
`;

test('the list stands after the text where nothing is asked', async () => {
  const { text, atEnd } = await placed('# One\n\nA [@book].');
  expect(text).toEqual(['# One', 'A [1].']);
  expect(atEnd).toEqual(['ref-1: book']);
});

test('each chapter has a list of its own, numbered for itself', async () => {
  const { text, atEnd, references } = await placed(chapters, { sectionLevel: 1 });
  expect(text).toEqual([
    'Before [1].',
    '# Works',
    'ref-1: 1. Tom Gray, ‘Line “Moved” Again’',
    '# One',
    'A [1] and [2].',
    '## Inside',
    'B [3].',
    '## Works',
    'ref-2: 1. Anna Verdi, The Long Border',
    'ref-3: 2. Tom Gray, ‘Line “Moved” Again’',
    'ref-4: 3. Ugo Bruni, ‘Ports’',
    '# Two',
    'C [1].',
    '## Works',
    'ref-5: 1. Tom Gray, ‘Line “Moved” Again’',
    '# Three',
    'None.',
  ]);
  expect(atEnd).toEqual([]);
  expect(references).toHaveLength(5);
});

test('sections of a lower level have lists of their own', async () => {
  const { text } = await placed(chapters, { sectionLevel: 2 });
  expect(text.slice(3, 12)).toEqual([
    '# One',
    'A [1] and [2].',
    '## Works',
    'ref-2: 1. Anna Verdi, The Long Border',
    'ref-3: 2. Tom Gray, ‘Line “Moved” Again’',
    '## Inside',
    'B [1].',
    '### Works',
    'ref-4: 1. Ugo Bruni, ‘Ports’',
  ]);
});

test('works that no chapter cites are listed at the end', async () => {
  const { atEnd } = await placed(chapters, { sectionLevel: 1 }, { nocite: ['book', 'article'] });
  expect(atEnd).toEqual(['ref-6: article']);
});

test('citations lead to the list of their chapter', async () => {
  const setting = { style: 'octavo-author-date', linkCitations: true };
  const { citations } = await placed(chapters, { sectionLevel: 1 }, setting);
  expect(citations.map(({ html }) => /#ref-\d+/.exec(html)?.[0])).toEqual([
    '#ref-1',
    '#ref-4',
    '#ref-3',
    '#ref-2',
    '#ref-5',
  ]);
});

const refs = 'A [@book].\n\n::: {#refs}\nOnly the best.\n:::\n\n# After\n\nB [@news].';

test('the list stands in the container that the manuscript has for it', async () => {
  const { text, atEnd, references } = await placed(refs, { titleIsAsked: true });
  expect(text).toEqual([
    'A [1].',
    'Only the best.',
    'ref-1: 1. Anna Verdi, The Long Border',
    'ref-2: 2. Tom Gray, ‘Line “Moved” Again’',
    '# After',
    'B [2].',
  ]);
  expect(atEnd).toEqual([]);
  expect(references).toEqual(['ref-1: book', 'ref-2: news']);
});

test('an element of raw HTML, wherever it stands, is such a container', async () => {
  const { text } = await placed('> <div id="refs"></div>\n\nA [@book].');
  expect(text).toEqual(['ref-1: 1. Anna Verdi, The Long Border', 'A [1].']);
});

test('the container holds the list of all where chapters have theirs', async () => {
  const { text } = await placed(refs, { sectionLevel: 1 });
  expect(text).toEqual([
    'A [1].',
    'Only the best.',
    'ref-3: 1. Anna Verdi, The Long Border',
    'ref-4: 2. Tom Gray, ‘Line “Moved” Again’',
    '# Works',
    'ref-1: 1. Anna Verdi, The Long Border',
    '# After',
    'B [1].',
    '## Works',
    'ref-2: 1. Tom Gray, ‘Line “Moved” Again’',
  ]);
});

test('a heading at the end is the heading of the list', async () => {
  const { text, atEnd } = await placed('# One\n\nA [@book].\n\n# Sources');
  expect(text.slice(2)).toEqual(['# Sources', 'ref-1: 1. Anna Verdi, The Long Border']);
  expect(atEnd).toEqual([]);
  const asked = await placed('A [@book].\n\n# Sources', { titleIsAsked: true });
  expect(asked.atEnd).toEqual(['ref-1: book']);
  const inChapter = await placed('# One\n\nA [@book].\n\n## Read', { sectionLevel: 1 });
  expect(inChapter.text.slice(2)).toEqual(['## Read', 'ref-1: 1. Anna Verdi, The Long Border']);
});

test('no list stands anywhere where none is wanted', async () => {
  for (const sectionLevel of [undefined, 1]) {
    const { text, atEnd } = await placed(refs, { suppressed: true, sectionLevel });
    expect(text).toEqual(['A [1].', 'Only the best.', '# After', expect.stringMatching(/^B/)]);
    expect(atEnd).toEqual([]);
  }
});

test('chapters that number their notes begin from 1, and refer to none before', async () => {
  const manuscript =
    'a[@book]\n\n# One\n\nb[@book] c[@book]\n\n# Two\n\nd[@book]\n\n# Three\n\ne[@book, p. 2] f^[F] g[@book, p. 3]';
  const { root, citations } = await placed(
    manuscript,
    {},
    { style: 'octavo-short-notes', restartNotes: true },
  );
  expect(lines(root)).toEqual([
    'a{1}',
    '# One',
    'b{1} c{2}',
    '# Two',
    'd{1}',
    '# Three',
    'e{1} f{2} g{3}',
  ]);
  expect(citations.map(({ note, position }) => `${note} ${position}`)).toEqual([
    '1 first',
    '1 first',
    '2 ibid',
    '1 first',
    '1 first',
    '3 subsequent',
  ]);
});

test('the list stays one, and works are told apart over all chapters', async () => {
  const { atEnd } = await placed(chapters, {}, { style: 'iai', restartNotes: true });
  expect(atEnd).toEqual([]);
  const dated = await placed(chapters, {}, { style: 'octavo-author-date', restartNotes: true });
  expect(dated.atEnd).toEqual(['ref-1: chapter', 'ref-2: news', 'ref-3: book']);
});

test('a note called in several chapters is repeated in each', async () => {
  const manuscript = '# One\n\na[^x] b[^x]\n\n# Two\n\nc^[C] d[^x] e[^x]\n\n[^x]: See [@book].';
  const { root, citations } = await placed(manuscript, {}, { style: 'iai', restartNotes: true });
  expect(lines(root)).toEqual(['# One', 'a{1} b{1}', '# Two', 'c{1} d{2} e{2}']);
  expect(citations.map(({ note }) => note)).toEqual([1, 2]);
  expect(noteTexts(root)[1]).toMatch(/^See Anna Verdi/);
});
