import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editBetween, lineEndings } from '../../../src/markdown/stretch/edit.js';

const text = fc
  .array(fc.constantFrom('a', 'b', '\r', '\n', '\r\n'), { maxLength: 12 })
  .map((parts) => parts.join(''));

const isParted = (written: string, at: number) => written[at - 1] === '\r' && written[at] === '\n';

test('an edit holds all that differs, and parts no ending of a line', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween(before, after);
      expect(edit === undefined).toBe(before === after);
      if (!edit) return;
      const { start, oldEnd, newEnd } = edit;
      const put = after.slice(start, newEnd);
      expect(before.slice(0, start) + put + before.slice(oldEnd)).toBe(after);
      expect(start).toBeLessThanOrEqual(Math.min(oldEnd, newEnd));
      for (const at of [start, oldEnd]) expect(isParted(before, at)).toBe(false);
      for (const at of [start, newEnd]) expect(isParted(after, at)).toBe(false);
    }),
    { numRuns: 500, seed: 7 },
  );
});

test.each([
  ['a word', 'one two', 'one new two', { start: 4, oldEnd: 4, newEnd: 8 }],
  ['what is taken out', 'one new two', 'one two', { start: 4, oldEnd: 8, newEnd: 4 }],
  ['an ending made another', 'a\r\nb', 'a\nb', { start: 1, oldEnd: 3, newEnd: 2 }],
])('an edit is no longer than it must be: %s', (_, before, after, edit) => {
  expect(editBetween(before, after)).toEqual(edit);
});

test('lines end in three ways', () => {
  expect(lineEndings('a\nb\rc\r\nd')).toBe(3);
});
