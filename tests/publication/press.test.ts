import { describe, expect, it } from 'vitest';
import { gridIn, sheetIn } from '../../src/publication/press-wishes.js';
import { pressAsWished } from '../../src/template/press.js';
import { samplerPress } from '../editions/printed/press.js';
import { manuscript, read } from './publication-on-disk.js';

const wished = (press: string) => read(manuscript('title: T', `press: ${press}`));

describe('what a publication asks of the press', () => {
  it('is read, in a word or in full', async () => {
    const short = await wished('{ conformance: x-1a, imposition: saddle-stitch }');
    expect(short.findings).toEqual([]);
    expect(short.publication?.press).toMatchObject({
      conformance: 'X-1a',
      imposition: { scheme: 'saddle-stitch', columns: 2, rows: 1 },
    });
    const full = await wished(
      '{ imposition: { scheme: n-up, sheet: sra3, paper: 1px, grid: 2x3 } }',
    );
    expect(full.findings).toEqual([]);
    expect(full.publication?.press.imposition).toMatchObject({
      scheme: 'n-up',
      sheet: { name: 'SRA3' },
      paper: 1,
      columns: 2,
      rows: 3,
    });
  });

  it.each([
    ['{ conformance: X-2 }', '`press.conformance` takes `X-4` or `X-1a`'],
    ['{ imposition: saddle }', '`press.imposition` takes `none` or `saddle-stitch` or `n-up`'],
    ['{ imposition: { scheme: n-up, sheet: A99 } }', '`press.imposition.sheet` takes a size'],
    ['{ imposition: { scheme: n-up, grid: 0x2 } }', '`press.imposition.grid` takes columns'],
    ['{ imposition: { scheme: n-up, paper: thin } }', '`press.imposition.paper` takes a length'],
    ['X-1a', '`press` takes a group of fields'],
    ['{ paper: thin }', '`press.paper` is no field'],
  ])('%s is told of', async (press, said) => {
    const { messages } = await wished(press);
    expect(messages.join()).toContain(said);
  });

  it('wins over the template, field by field', () => {
    const { settings } = samplerPress({
      imposition: { scheme: 'n-up', paper: 1, columns: 2, rows: 1 },
    });
    const place = { file: 'manuscript.md', line: 3 };
    expect(pressAsWished(settings, {}, place)).toEqual(settings);
    expect(pressAsWished(settings, { conformance: 'X-1a' }, place)).toMatchObject({
      conformance: 'X-1a',
      imposition: { scheme: 'n-up' },
      impositionPlace: settings.impositionPlace,
    });
    const apart = pressAsWished(settings, { imposition: 'none' }, place);
    expect([apart.conformance, apart.imposition]).toEqual(['X-4', undefined]);
    expect(apart.impositionPlace).toBe(place);
  });
});

describe('paper', () => {
  it.each([
    ['A4', 210, 297],
    [' sra3 ', 320, 450],
    ['10cm x 200mm', 100, 200],
    ['1in×2in', 25.4, 50.8],
  ])('%j is known', (written, width, height) => {
    const found = sheetIn(written);
    expect((found?.width ?? 0) * (25.4 / 96)).toBeCloseTo(width, 6);
    expect((found?.height ?? 0) * (25.4 / 96)).toBeCloseTo(height, 6);
  });

  it.each(['', 'A', '100 x 200', '100mm', '1mm x 2mm x 3mm', '0mm x 2mm', 'constructor'])(
    '%j is not',
    (written) => expect(sheetIn(written)).toBeUndefined(),
  );

  it.each([
    ['2x2', { columns: 2, rows: 2 }],
    ['3 × 1', { columns: 3, rows: 1 }],
    ['0x1', undefined],
    ['10x1', undefined],
    ['2', undefined],
  ])('holds %s pages', (written, grid) => expect(gridIn(written)).toEqual(grid));
});
