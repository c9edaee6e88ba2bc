import { describe, expect, it } from 'vitest';
import { parseLength, snap } from '../../src/template/length.js';

describe('lengths', () => {
  it.each([
    ['96px', 96],
    ['72pt', 96],
    ['6pc', 96],
    ['1in', 96],
    ['2.54cm', 96],
    ['25.4mm', 96],
    [' 1.5 in ', 144],
    [0, 0],
    ['0', 0],
    ['13.75pt', snap(18.3333)],
  ])('%s', (written, px) => {
    expect(parseLength(written)).toBe(px);
  });

  it.each([['12'], [12], ['1em'], ['-1mm'], ['1.2.3mm'], ['mm'], ['']])('not %s', (written) => {
    expect(parseLength(written)).toBeUndefined();
  });

  it('are whole steps of the engine', () => {
    expect(snap(1 / 3) * 64).toBe(21);
  });
});
