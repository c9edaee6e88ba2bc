import { expect, it } from 'vitest';
import { codesIn } from '../../../src/editions/print/slug-line.js';

it('reads which code shows which character', () => {
  const cmap = `2 beginbfchar
<0003> <0041>
<0004> <00660069>
endbfchar
1 beginbfrange
<0010> <0012> <0061>
endbfrange`;
  expect([...codesIn(cmap)]).toEqual([
    ['A', 3],
    ['fi', 4],
    ['a', 16],
    ['b', 17],
    ['c', 18],
  ]);
});

it('takes the first of several codes that show one character', () => {
  expect([...codesIn('beginbfchar\n<0001> <0041>\n<0002> <0041>\nendbfchar')]).toEqual([['A', 1]]);
});
