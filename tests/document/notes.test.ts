import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { numberNotes } from '../../src/citations/placing/numbering.js';
import { partsOf } from '../../src/citations/placing/parts.js';
import { Report } from '../../src/diagnostics/report.js';
import { tellNoteLanguages } from '../../src/document/note-languages.js';
import { NoteRegister } from '../../src/document/notes.js';
import { markdownHandlers, parseManuscript } from '../../src/markdown/index.js';

const source = `# Heading[^h]

![Figure^[figure]](x.png)

| head^[head] | b |
|---|---|
| cell^[cell] | again[^h] | lost^[lost] |

Table: Caption^[caption]

- item^[item]

  > quote^[quote]

:::box[Title^[title]]
boxed^[boxed]
:::

<div>

raw^[raw]

</div>

Last^[last].

[^h]: heading
`;

/** Numbers of the calls as they stand in the text, and what each note says. */
function numbersOf(areNumbered: boolean): { calls: string[]; notes: string[] } {
  const file = { path: '/m.md', shown: 'm.md', text: source };
  const root = parseManuscript(file, 1, new Report());
  if (areNumbered) numberNotes(partsOf(root, {}), { class: 'in-text' });
  const register = new NoteRegister();
  const tree = toHast(root, { handlers: { ...markdownHandlers, note: register.handler } });
  const calls: string[] = [];
  visit(tree as Nodes, 'element', ({ properties, children }: Element) => {
    if (properties.dataNote !== undefined) calls.push(textOf({ type: 'root', children }));
  });
  const notes = register.notes.map(
    ({ number, content }) => `${number} ${textOf({ type: 'root', children: content }).trim()}`,
  );
  return { calls, notes };
}

test('notes are numbered as they are read, captions of tables before their cells', () => {
  expect(numbersOf(false)).toEqual({
    calls: ['1', '2', '3', '4', '5', '1', '6', '7', '8', '9', '10', '11'],
    notes: [
      '1 heading',
      '2 figure',
      '3 caption',
      '4 head',
      '5 cell',
      '6 item',
      '7 quote',
      '8 title',
      '9 boxed',
      '10 raw',
      '11 last',
    ],
  });
});

test('the Document prints the numbers that citations were placed with', () => {
  expect(numbersOf(true)).toEqual(numbersOf(false));
});

test('a number given beforehand is the one that is printed', () => {
  const register = new NoteRegister();
  const note = (number: number) => ({
    type: 'note' as const,
    origin: 'author' as const,
    children: [],
    data: { number },
  });
  const root = { type: 'root' as const, children: [note(2), note(1)] };
  toHast(root, { handlers: { note: register.handler } });
  expect(register.notes.map(({ id, callIds }) => [id, callIds])).toEqual([
    ['note-1', ['call-1']],
    ['note-2', ['call-2']],
  ]);
});

test('notes of chapters that count for themselves have ids of their own', () => {
  const text = '# One\n\na^[A] b^[B]\n\n# Two\n\nc^[C]';
  const root = parseManuscript({ path: '/m.md', shown: 'm.md', text }, 1, new Report());
  numberNotes(partsOf(root, { restartNotes: true }), { class: 'in-text' }, true);
  const register = new NoteRegister();
  const tree = toHast(root, { handlers: { ...markdownHandlers, note: register.handler } });
  expect(register.notes.map(({ number, id, callIds }) => [number, id, ...callIds])).toEqual([
    [1, 'note-1', 'call-1'],
    [2, 'note-2', 'call-2'],
    [1, 'note-3', 'call-3'],
  ]);
  const calls: unknown[] = [];
  visit(tree as Nodes, 'element', (element: Element) => {
    const { dataNote, href } = element.properties;
    if (dataNote !== undefined) calls.push([textOf(element), dataNote, href]);
  });
  expect(calls.at(-1)).toEqual(['1', 3, '#note-3']);
});

test('notes are in the language of the text that calls them', () => {
  const body = fromHtml(
    '<div lang="ar" dir="rtl"><p>a<a id="call-1"></a></p><p lang="fa">b<a id="call-2"></a></p></div><p>c<a id="call-3"></a></p>',
    { fragment: true },
  );
  const notes = [1, 2, 3].map((number) => ({
    note: { number, id: `note-${number}`, callIds: [`call-${number}`], content: [] },
    tree: fromHtml('<p>note</p>', { fragment: true }),
  }));
  tellNoteLanguages(body, notes);
  expect(notes.map(({ tree }) => (tree.children[0] as Element).properties)).toEqual([
    { lang: 'ar', dir: 'rtl' },
    { lang: 'fa', dir: 'rtl' },
    {},
  ]);
});
