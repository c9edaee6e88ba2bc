import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Note } from '../../../src/markdown/nodes.js';
import { parse, sketch } from '../sketch.js';

const cases: [name: string, markdown: string, sketch: string[], findings: string[]][] = [
  ['a reference and its definition', 'a[^1] b\n\n[^1]: N', ['a^(N) b'], []],
  ['an inline note', 'a^[N *m*] b', ['a^(N emphasis(m)) b'], []],
  ['an inline note over lines', '> a^[N\n> m] b', ['blockquote(a^(N\nm) b)'], []],
  ['an escaped inline note', 'a\\^[N]', ['a^[N]'], []],
  ['blocks in a note', 'a[^1]\n\n[^1]: N\n\n    - m', ['a^(Nlist(listItem(m)))'], []],
  ['a definition before its call', '[^1]: N\n\na[^1]', ['a^(N)'], []],
  ['a definition in a list', '- x\n\n  [^1]: N\n\na[^1]', ['list(listItem(x))', 'a^(N)'], []],
  ['labels are compared as CommonMark does', 'a[^A]\n\n[^a]: N', ['a^(N)'], []],
  ['two calls of one note', 'a[^1] b[^1]\n\n[^1]: N', ['a^(N) b^()'], []],
  [
    'a call in a caption',
    '![A[^1]](x.png)\n\n[^1]: N',
    ['figure(image()figureCaption(A^(N)))'],
    [],
  ],
  [
    'a call in a title that is a caption',
    '![A](x.png "*B* @k[^1]")\n\n[^1]: N',
    ['figure(image()figureCaption(emphasis(B) @{<k>}^(N)))'],
    [],
  ],
  [
    'no definition, in such a title',
    '![A[^1]](x.png "B *c* [^x]")\n\n[^1]: N',
    ['figure(image()figureCaption(B emphasis(c) [^x]))'],
    ['markdown/undefined-note 1:23', 'markdown/unused-note 3:1'],
  ],
  ['no definition', 'a\n b[^x] c', ['a\nb[^x] c'], ['markdown/undefined-note 2:3']],
  ['no definition, escaped', 'a\\[^x]', ['a[^x]'], []],
  ['never called', 'a\n\n[^1]: N', ['a'], ['markdown/unused-note 3:1']],
  ['defined twice', 'a[^1]\n\n[^1]: N\n\n[^1]: M', ['a^(N)'], ['markdown/duplicate-note 5:1']],
  ['an inline note in a note', 'a^[N ^[m] o]', ['a^(N (m) o)'], ['markdown/note-in-note 1:6']],
  [
    'a call in a note',
    'a[^1]\n\n[^1]: N[^2].\n\n[^2]: M\n\n    O',
    ['a^(N (M O).)'],
    ['markdown/note-in-note 3:8'],
  ],
  ['a note that calls itself', 'a[^1]\n\n[^1]: N[^1]', ['a^(N)'], ['markdown/note-in-note 3:8']],
  [
    'a note in the text and in a note',
    'a[^1] b[^2]\n\n[^1]: N\n\n[^2]: M[^1]',
    ['a^(N) b^(M (N))'],
    ['markdown/note-in-note 5:8'],
  ],
];

test.each(cases)('%s', (_, markdown, expected, findings) => {
  expect(sketch(markdown)).toEqual(expected);
  expect(parse(markdown).findings).toEqual(findings);
});

test('a note keeps its label and the place of its call', () => {
  const { root } = parse('a[^x]^[y]\n\n[^x]: N');
  const notes: Note[] = [];
  visit(root, 'note', (note: Note) => {
    notes.push(note);
  });
  expect(
    notes.map(({ label, origin, position }) => [label, origin, position?.start.column]),
  ).toEqual([
    ['x', 'author', 2],
    [undefined, 'author', 6],
  ]);
});

test.each([
  ['a citation', '![A](x.png "B [see *o* @k]")', 15],
  ['a note', '- ![A](x.png "B^[c]")', 16],
])('%s in the title of a figure stands where it is written', (_, markdown, column) => {
  const columns: (number | undefined)[] = [];
  visit(parse(markdown).root, ['note', 'citation'], ({ position }) => {
    columns.push(position?.start.column);
  });
  expect(columns).toEqual([column]);
});

test('notes that call each other many times come to an end', () => {
  const definitions = Array.from({ length: 30 }, (_, index) => {
    return `[^${index}]: N${`[^${index + 1}]`.repeat(3)}`;
  });
  const { root } = parse(`a[^0]\n\n${definitions.join('\n\n')}\n\n[^30]: N`);
  expect(JSON.stringify(root).length).toBeLessThan(5_000_000);
});
