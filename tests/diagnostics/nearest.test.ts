import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, nearNames } from '../../src/diagnostics/nearest.js';

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['style', 'style', 0],
    ['stile', 'style', 1],
    ['styl', 'style', 1],
    ['styles', 'style', 1],
    ['tilte', 'title', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['naïve', 'naive', 1],
    ['😀', '😁', 1],
  ])('%s to %s: %i', (from, to, distance) => expect(editDistance(from, to)).toBe(distance));

  it('is the same both ways, nought for the same alone, and no more than the longer word', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });

  it('of one edit is one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,9}$/), fc.nat(), (word, at) => {
        const index = at % (word.length - 1);
        const [left, right] = [word.slice(0, index), word.slice(index)];
        expect(editDistance(word, `${left}#${right}`)).toBe(1);
        expect(editDistance(word, `${left}#${right.slice(1)}`)).toBe(1);
        expect(editDistance(word, left + right.slice(1))).toBe(1);
        const swapped = `${left}${right[1]}${right[0]}${right.slice(2)}`;
        expect(editDistance(word, swapped)).toBe(swapped === word ? 0 : 1);
      }),
    );
  });
});

describe('near names', () => {
  const styles = ['apa', 'apa-6th-edition', 'chicago-note', 'chicago-author-date', 'vancouver'];
  it.each<[word: string, names: string[], near: string[]]>([
    ['vancuover', styles, ['vancouver']],
    ['APA', styles, ['apa', 'apa-6th-edition']],
    ['chicago', styles, ['chicago-note', 'chicago-author-date']],
    ['zzz', styles, []],
    ['', styles, []],
    ['b', ['c', 'a', 'd', 'e'], ['a', 'c', 'd']],
    ['smith-2020', ['smith-2021', 'smyth-2020', 'jones-2020'], ['smith-2021', 'smyth-2020']],
    ['cafe\u0301', ['café'], ['café']],
  ])('%s', (word, names, near) => expect(nearNames(word, names)).toEqual(near));

  it('do not hang on the order of the names', () => {
    const words = fc.array(fc.stringMatching(/^[ab]{1,4}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (names) => {
        expect(nearest('ab', [...names].reverse())).toBe(nearest('ab', names));
      }),
    );
  });
});
