import { describe, expect, it } from 'vitest';
import { openPrinted } from '../../../src/editions/pdf-file/file.js';
import { ObjectTexts } from '../../../src/editions/pdf-file/object-texts.js';
import { renumber } from '../../../src/editions/pdf-file/renumber.js';
import { serialise } from '../../../src/editions/pdf-file/serialise.js';
import { readPdf } from '../../support/pdf.js';
import { samplerFile } from '../printed/sampler.js';

const textsOf = async (bytes: Uint8Array) => (await readPdf(bytes)).pages.map(({ text }) => text);

describe('objects numbered anew', () => {
  it('have no gaps, and lead where they led', async () => {
    const { context } = await openPrinted([samplerFile()]);
    renumber(context);
    const numbers = context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const written = await serialise(context, new ObjectTexts(), [1, 6]);
    expect(await textsOf(written)).toEqual(await textsOf(samplerFile()));
  });
});

describe('a file of version 1.4', () => {
  it('has each object by itself, and a table in letters', async () => {
    const { context } = await openPrinted([samplerFile()]);
    const written = await serialise(context, new ObjectTexts(), [1, 4]);
    const plain = Buffer.from(written).toString('latin1');
    expect(plain).not.toMatch(/\/Type \/(ObjStm|XRef)/);
    expect(plain).toMatch(/\nxref\n0 \d+\n0000000000 65535 f\r\n/);
    expect(await textsOf(written)).toEqual(await textsOf(samplerFile()));
  });
});
