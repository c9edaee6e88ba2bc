import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex, positionAt } from '../../src/diagnostics/position.js';

describe('positions', () => {
  it.each([
    ['abc', 0, 1, 1],
    ['abc', 3, 1, 4],
    ['abc', 99, 1, 4],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n\nb', 3, 3, 1],
    ['a\n', 2, 2, 1],
    ['😀b', 2, 1, 3],
    ['', 0, 1, 1],
  ])('%j at %i is %i:%i', (text, offset, line, column) => {
    expect(positionAt(text, offset)).toEqual({ line, column });
  });

  const text = fc
    .array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', ' '))
    .map((pieces) => pieces.join(''));

  it('lead back to the offset they were made from', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (written, at) => {
        const lines = new LineIndex(written);
        const offset = Math.min(at, written.length);
        const amidLineEnd = written[offset - 1] === '\r' && written[offset] === '\n';
        fc.pre(!amidLineEnd);
        expect(lines.offset(lines.position(offset))).toBe(offset);
      }),
    );
  });

  it('lines are those a text is split into', () => {
    fc.assert(
      fc.property(text, (written) => {
        const lines = new LineIndex(written);
        const expected = written.split(/\r\n|\n|\r/);
        expect(lines.lineCount).toBe(expected.length);
        expect(expected.map((_, index) => lines.line(index + 1))).toEqual(expected);
        expect(lines.line(0) + lines.line(expected.length + 1)).toBe('');
      }),
    );
  });
});
