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

// Read amiss, the end of such a range is a code beyond three thousand million.
it('reads ranges of characters beyond 16 bits, and ranges told one by one', () => {
  const codes = codesIn(`3 beginbfrange
<0536> <0538> <D835DC4E>
<0540> <0541> <0061>
<0550> <0551> [<0041> <00660069>]
endbfrange`);
  expect(Object.fromEntries(codes)).toEqual({
    '\u{1D44E}': 0x536,
    '\u{1D44F}': 0x537,
    '\u{1D450}': 0x538,
    a: 0x540,
    b: 0x541,
    A: 0x550,
    fi: 0x551,
  });
});
