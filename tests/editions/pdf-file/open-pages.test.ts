import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { openPrinted, type PdfFile } from '../../../src/editions/pdf-file/file.js';
import { openPages } from '../../../src/editions/pdf-file/open-pages.js';
import { renumber } from '../../../src/editions/pdf-file/renumber.js';
import { serialise } from '../../../src/editions/pdf-file/serialise.js';
import { pageContent } from '../../../src/editions/pdf-file/streams.js';
import { readPdf } from '../../support/pdf.js';
import { samplerFile } from '../printed/sampler.js';

const bytes = samplerFile();
const has = ({ context }: PdfFile, key: string) =>
  context
    .enumerateIndirectObjects()
    .some(([, object]) => object instanceof PDFDict && object.has(PDFName.of(key)));
const contents = ({ sheets }: PdfFile) => sheets.map(({ dict }) => pageContent(dict));

describe('pages opened without what leads away from them', () => {
  it('hold what they show, and no tags', async () => {
    const [whole, alone] = [await openPrinted(bytes), await openPages(bytes)];
    expect(contents(alone)).toEqual(contents(whole));
    expect([has(whole, 'Alt'), has(alone, 'Alt')]).toEqual([true, false]);
    const count = ({ context }: PdfFile) => context.enumerateIndirectObjects().length;
    expect(count(alone)).toBeLessThan(count(whole) / 2);
  });

  const text = Buffer.from(bytes).toString('latin1');
  it.each([
    ['has its objects in streams', async () => (await PDFDocument.load(bytes)).save()],
    ['says wrongly where its table is', () => text.replace(/startxref\s+\d+/, 'startxref\n12')],
    [
      'says wrongly where its objects are',
      () => text.replace(/\n\d{10} 00000 n/g, '\n0000000099 00000 n'),
    ],
    [
      'has more than one table',
      () => text.replace(/^xref\s0 \d+/m, (head) => `${head.slice(0, -1)}1`),
    ],
  ])('are all of a file that %s', async (_, spoil) => {
    const spoilt = await spoil();
    const file = typeof spoilt === 'string' ? Buffer.from(spoilt, 'latin1') : spoilt;
    expect(contents(await openPages(file))).toEqual(contents(await openPrinted(bytes)));
  });
});

describe('objects numbered anew', () => {
  it('have no gaps, and lead where they led', async () => {
    const file = await openPages(bytes);
    renumber(file.context);
    const numbers = file.context
      .enumerateIndirectObjects()
      .map(([{ objectNumber }]) => objectNumber);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    file.context.trailerInfo.Info = undefined;
    const read = await readPdf(serialise(file.context, [1, 6]));
    const printed = await readPdf(bytes);
    expect(read.pages.map(({ text }) => text)).toEqual(printed.pages.map(({ text }) => text));
  });
});

describe('a file of version 1.4', () => {
  it('has each object by itself, and a table in letters', async () => {
    const { context } = await openPages(bytes);
    const written = serialise(context, [1, 4]);
    const plain = Buffer.from(written).toString('latin1');
    expect(plain).not.toMatch(/\/Type \/(ObjStm|XRef)/);
    expect(plain).toMatch(/\nxref\n0 \d+\n0000000000 65535 f\r\n/);
    const printed = await readPdf(bytes);
    const read = await readPdf(written);
    expect(read.pages.map(({ text }) => text)).toEqual(printed.pages.map(({ text }) => text));
  });
});
