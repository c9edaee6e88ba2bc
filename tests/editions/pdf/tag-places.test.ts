import { expect, it } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/diagnostic.js';
import { TagPlaces } from '../../../src/editions/pdf/structure/tag-places.js';
import { newTag, type Tag } from '../../../src/editions/pdf/structure/tags.js';
import { build } from '../../document/build.js';

const text = `> a

# One

> b

a^[c]

:::box
d
:::

:::box
e
:::

# Two

- a

f[^g]

[^g]: h

    > i

    > j
`;
const { document } = build(text, '# Who\n\n- k\n');
const named = (role: string, id: string, kids: Tag[] = []) => ({ ...newTag(role, kids), id });
const [words, inNote, inFirst, secondBox, item, line, inColophon] = Array.from({ length: 7 }, () =>
  newTag('P'),
) as [Tag, Tag, Tag, Tag, Tag, Tag, Tag];
const structure = newTag('Document', [
  newTag('H1'),
  newTag('BlockQuote'),
  named('H2', 'one'),
  newTag('BlockQuote', [words]),
  newTag('P', [named('Note', 'note-1', [newTag('BlockQuote'), newTag('BlockQuote'), inFirst])]),
  newTag('Aside'),
  newTag('Aside', [secondBox]),
  named('H2', 'two'),
  newTag('L', [newTag('LI', [item])]),
  line,
  named('FENote', 'note-2', [newTag('BlockQuote'), newTag('BlockQuote', [inNote])]),
  named('H2', 'who'),
  newTag('L', [inColophon]),
]);
const places = new TagPlaces(structure, document, {
  manuscript: 'manuscript.md',
  colophon: 'colophon.md',
});

it.each([
  ['words of a quotation', words, 'manuscript.md:5:1'],
  ['words of a note without anything else', inFirst, 'manuscript.md:7:2'],
  ['the second box', secondBox, 'manuscript.md:13:1'],
  ['an item of a list', item, 'manuscript.md:19:1'],
  ['a paragraph, by what stands before it', line, 'manuscript.md:19:1'],
  ['the second quotation of a note', inNote, 'manuscript.md:27:5'],
  ['the colophon', inColophon, 'colophon.md:3:1'],
])('%s has a place', (_, tag, place) => {
  expect(formatPlace(places.of(tag) ?? { file: '?' })).toBe(place);
});

it('what stands before all else has none', () => {
  expect(places.of(newTag('P'))).toBeUndefined();
});
