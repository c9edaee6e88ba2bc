import { describe, expect, it } from 'vitest';
import { hangingShare } from '../../src/typography/hanging.js';

describe('signs at the ends of lines', () => {
  it.each([',', '.', '-', '’', '–'])('%s hangs out at the end, in part', (sign) => {
    expect(hangingShare(sign, 'end')).toBeGreaterThan(0);
    expect(hangingShare(sign, 'end')).toBeLessThan(1);
  });

  it.each(['‘', '“'])('%s hangs out at the start alone', (sign) => {
    expect(hangingShare(sign, 'start')).toBeGreaterThan(0);
    expect(hangingShare(sign, 'end')).toBe(0);
  });

  it.each(['a', '1', ')', ' ', '', 'constructor'])('%j stays inside', (sign) => {
    expect(hangingShare(sign, 'start')).toBe(0);
    expect(hangingShare(sign, 'end')).toBe(0);
  });
});
