import { expect, it } from 'vitest';
import { definitionsIn } from '../../src/markdown/blocks/definition-lists.js';

const table = '| a |\n|---|\n| 1 |\n';

it.each([
  ['text without any', 'a\nb: c\n', undefined],
  ['a caption above its table', `a\n\n: Caption\n\n${table}`, undefined],
  ['a caption below its table', `${table}\n: Caption\n`, undefined],
  ['a definition', 'Term\n: what it means\n', { captions: [] }],
  [
    'a definition before a line that only looks like a row',
    'Term\n\n: d\n\n| no table\n',
    { captions: [] },
  ],
  ['both', `Term\n:   what\n\n: Caption\n\n${table}`, { captions: [4] }],
  ['a definition right before a table', `Term\n: d\n\n${table}`, { captions: [] }],
])('definitions are looked for in %s', (_, text, found) => {
  expect(definitionsIn(text)).toEqual(found);
});
