import { PDFDict } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readCrossReferences } from '../../../src/editions/pdf-file/cross-references.js';
import {
  Dictionary,
  Name,
  PlainReader,
  type PlainValue,
  Reference,
} from '../../../src/editions/pdf-file/plain-values.js';
import { readPrinted } from '../../../src/editions/pdf-file/printed-objects.js';
import { samplerFile } from '../printed/sampler.js';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const dictionaryOf = (entries: readonly [key: string, value: PlainValue][]) =>
  entries.reduce((dict, [key, value]) => dict.set(key, value), new Dictionary());
const read = (text: string) => new PlainReader(bytesOf(text)).readAt(0);

describe('PlainReader', () => {
  it.each([
    ['a whole number', '12', 12],
    ['a fraction', '-.5', -0.5],
    ['a number before another', '12 0', 12],
    ['a word', 'true', true],
    ['nothing', 'null', null],
    ['a string', '(en-GB-x-p4)', 'en-GB-x-p4'],
    ['a string with parentheses and escapes', '(a \\(b\\) (c) \\101)', 'a (b) (c) A'],
    ['a string in UTF-16', '<FEFF00E9>', 'é'],
    ['a list', '[1 (a) [2]]', [1, 'a', [2]]],
    ['a list that never ends', '[1 2', [1, 2]],
    ['no value', ')', null],
  ])('reads %s', (_, written, expected) => {
    expect(read(written)).toEqual(expected);
  });

  it('tells names and references from all else', () => {
    expect(read('/A#20B')).toEqual(new Name('A B'));
    expect(read('12 0 R')).toEqual(new Reference(12));
    expect(read('[12 0 R 3]')).toEqual([new Reference(12), 3]);
    expect(read('<</S /P/P 3 0 R % parent\n/K [0 <</MCID 1>>]>>')).toEqual(
      dictionaryOf([
        ['S', new Name('P')],
        ['P', new Reference(3)],
        ['K', [0, dictionaryOf([['MCID', 1]])]],
      ]),
    );
  });
});

describe('a printed file', () => {
  const bytes = samplerFile();
  const withoutTable = () => {
    const text = Buffer.from(bytes).toString('latin1');
    return bytesOf(text.replace(/startxref\s+\d+/, 'startxref\n1'));
  };

  it('is read by its table of cross references', () => {
    expect(readCrossReferences(bytes)).toBeDefined();
    expect(readCrossReferences(withoutTable())).toBeUndefined();
    expect(readCrossReferences(bytesOf('no PDF'))).toBeUndefined();
  });

  it('is read alike where the table is of no use', async () => {
    const byTable = await readPrinted(bytes);
    const whole = await readPrinted(withoutTable());
    expect(whole.structure?.root.get('Type')).toEqual(new Name('StructTreeRoot'));
    const kid = byTable.structure?.root.get('K');
    expect(kid).toBeInstanceOf(Reference);
    const { number } = kid as Reference;
    expect(whole.structure?.at(number)).toEqual(byTable.structure?.at(number));
    for (const [reference, object] of byTable.context.enumerateIndirectObjects()) {
      expect(String(whole.context.lookup(reference))).toBe(String(object));
    }
  });

  it('leaves the structure out of its objects', async () => {
    const { context, catalog } = await readPrinted(bytes);
    expect(catalog.toString()).not.toContain('StructTreeRoot');
    const elements = context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) => object instanceof PDFDict && object.toString().includes('StructElem'),
      );
    expect(elements).toEqual([]);
  });
});
