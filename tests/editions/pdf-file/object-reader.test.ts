import { PDFContext, PDFObjectParser, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { ObjectReader, UnusualObject } from '../../../src/editions/pdf-file/object-reader.js';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (text: string, raisedBy = 0) =>
  new ObjectReader(bytesOf(text), PDFContext.create(), raisedBy).objectAt(0);

describe('an object of a printed file', () => {
  it.each([
    ['12'],
    ['-.5'],
    ['+3.50'],
    ['true'],
    ['null'],
    ['/A#20B'],
    ['(a \\(b\\) (c) \\101)'],
    ['(é)'],
    ['<FEFF00E9>'],
    ['[0 0 595.28 842]'],
    ['[12 0 R 3 4 0 R]'],
    ['[ /A/B(c)<<>>[ ] ]'],
    ['<</Type /Page % of two\n/Kids[1 0 R]/Rect [0 0\n1 1] /A <</S/URI/URI(x)>> >>'],
  ])('reads as the library reads it: %s', (text) => {
    const byLibrary = PDFObjectParser.forBytes(bytesOf(text), PDFContext.create()).parseObject();
    expect(read(text).toString()).toBe(byLibrary.toString());
    expect(read(text).constructor.name).toMatch(/^PDF/);
  });

  it('has the numbers of what it refers to raised', () => {
    expect(read('[12 0 R 3 <</A 4 0 R>>]', 100).toString()).toBe(
      '[ 112 0 R 3 <<\n/A 104 0 R\n>> ]',
    );
  });

  it.each([
    ['after a line feed', 'stream\nabc(\nendstream'],
    ['after both ends of a line', 'stream\r\nabc(\r\nendstream'],
  ])('has the bytes of its stream: %s', (_, written) => {
    const stream = read(`<</Length 4>>\n${written}\nendobj`);
    expect(stream).toBeInstanceOf(PDFRawStream);
    expect(Buffer.from((stream as PDFRawStream).contents).toString()).toBe('abc(');
  });

  it.each([
    ['nothing', ''],
    ['a word that is none', 'obj'],
    ['a list that never ends', '[1 2'],
    ['a dictionary that never ends', '<</A 1'],
    ['a string that never ends', '<00'],
    ['a stream whose length stands elsewhere', '<</Length 3 0 R>>\nstream\nabc\nendstream'],
    ['a stream of another length', '<</Length 2>>\nstream\nabcdef\nendstream'],
  ])('is left to the library where it is %s', (_, text) => {
    expect(() => read(text)).toThrow(UnusualObject);
  });
});
