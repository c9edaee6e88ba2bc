import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/editions/pdf-file/content.js';
import { ContentEdits } from '../../../src/editions/pdf-file/content-edits.js';

const bytesOf = (content: string) => Buffer.from(content, 'latin1');

function instructions(content: string): string[] {
  const found: string[] = [];
  readContent(bytesOf(content), ({ operator, operands, start, end }) => {
    const all = Array.from({ length: operands.count }, (_, index) => operands.source(index));
    found.push([operator, ...all].join('|'));
    expect(start).toBeLessThan(end);
  });
  return found;
}

describe('readContent', () => {
  it.each([
    ['numbers and names', '1 0 0 -1.5 .25 +7 cm /F4 12 Tf', ['cm|1|0|0|-1.5|.25|+7', 'Tf|/F4|12']],
    [
      'words without spaces',
      '/Pattern CS/Pattern cs/P19 SCN/P19 scn',
      ['CS|/Pattern', 'cs|/Pattern', 'SCN|/P19', 'scn|/P19'],
    ],
    ['strings with brackets and operators', '(a (b) \\) rg 0 0 0) Tj', ['Tj|(a (b) \\) rg 0 0 0)']],
    ['an escaped backslash before the end', '(a\\\\) Tj 1 g', ['Tj|(a\\\\)', 'g|1']],
    ['hexadecimal strings', '<00 3E> Tj', ['Tj|<00 3E>']],
    ['arrays of strings', '[(a]) -20 <5D> [1]] TJ', ['TJ|[(a]) -20 <5D> [1]]']],
    ['arrays of glyphs', '[<0041>-20<5D00>/A]TJ 1 g', ['TJ|[<0041>-20<5D00>/A]', 'g|1']],
    ['arrays with a comment', '[<0041> % ]\n 7] TJ', ['TJ|[<0041> % ]\n 7]']],
    ['an array that never ends', '[<0041> 7', []],
    ['dictionaries', '/P <</MCID 0 /A <</B (>>)>> >>BDC', ['BDC|/P|<</MCID 0 /A <</B (>>)>> >>']],
    ['comments', '1 % rg (\n0 % no\r0 rg', ['rg|1|0|0']],
    ['words for values', 'true false null x', ['x|true|false|null']],
    ['quotes', '(a) \' 1 2 (b) "', ["'|(a)", '"|1|2|(b)']],
    ['an inline image whose data hold an end', 'BI /W 2 /H 2 ID a EI\x00\x01 b EI Q', ['BI', 'Q']],
    [
      'an inline image with brackets in its dictionary',
      'BI /F [/Fl] /D <</K 1>> ID xxx EI q',
      ['BI', 'q'],
    ],
    ['nothing', '  \n', []],
    ['a string that never ends', '(abc', []],
  ])('reads %s', (_, content, expected) => {
    expect(instructions(content)).toEqual(expected);
  });

  it('decodes names', () => {
    let name: string | undefined;
    readContent(bytesOf('/A#20B gs'), ({ operands }) => {
      name = operands.name(0);
    });
    expect(name).toBe('A B');
  });

  it('ends on any bytes, with ranges in rising order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        let last = 0;
        readContent(bytes, ({ start, end }) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        });
        expect(last).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('ContentEdits', () => {
  it('changes nothing where nothing is asked', () => {
    const bytes = bytesOf('q Q');
    expect(new ContentEdits(bytes).apply()).toBe(bytes);
  });

  it('replaces, inserts and deletes', () => {
    const edits = new ContentEdits(bytesOf('one two three'));
    edits.insert(0, '>');
    edits.replace(0, 3, '1');
    edits.replace(4, 8, '');
    edits.insert(13, '<');
    expect(Buffer.from(edits.apply()).toString()).toBe('>1 three<');
  });

  it('leaves the rest as it was, whatever is rewritten to itself', () => {
    const number = fc.integer({ min: -99, max: 99 }).map(String);
    const operator = fc.constantFrom('rg', 'Tj', 'cm', 'q', 'Q', 'BDC');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(number, { maxLength: 6 }), operator)), (lines) => {
        const content = lines.map(([operands, name]) => [...operands, name].join(' ')).join('\n');
        const edits = new ContentEdits(bytesOf(content));
        readContent(bytesOf(content), ({ start, end }) =>
          edits.replace(start, end, content.slice(start, end)),
        );
        expect(Buffer.from(edits.apply()).toString('latin1')).toBe(content);
      }),
    );
  });
});
