import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Widths } from '../../../src/editions/pdf-file/font-widths.js';
import { packText } from '../../../src/editions/pdf-file/pack-text.js';
import { type Operand, operationsOf } from '../../checkers/operators.js';

const advances = Float64Array.from({ length: 0x10000 }, (_, code) => 300 + (code % 7) * 50);
const widths = new Widths(advances, 0);
const packed = (content: string) =>
  packText(Buffer.from(content, 'latin1'), (font) => (font === 'F1' ? widths : undefined));
const pack = (content: string) => Buffer.from(packed(content).bytes).toString('latin1');

interface Glyph {
  font: string;
  code: number;
  x: number;
  y: number;
}

/** Where each glyph stands, read by the rules of ISO 32000-1, 9.4. */
function glyphsOf(content: string): Glyph[] {
  const glyphs: Glyph[] = [];
  let [font, size] = ['', 0];
  let [lineX, lineY, x] = [0, 0, 0];
  let spacing = 0;
  const start = (left: number, bottom: number) => {
    [lineX, lineY, x] = [left, bottom, left];
  };
  const show = (item: Operand) => {
    if (typeof item === 'number') x -= (item / 1000) * size;
    else if (item instanceof Uint8Array) {
      for (let at = 0; at + 1 < item.length; at += 2) {
        const code = ((item[at] as number) << 8) | (item[at + 1] as number);
        glyphs.push({ font, code, x, y: lineY });
        x += (widths.of(code) / 1000) * size + spacing;
      }
    }
  };
  for (const { operator, operands } of operationsOf(Buffer.from(content, 'latin1'))) {
    const [first, second] = operands as number[];
    if (operator === 'BT') start(0, 0);
    else if (operator === 'Tf') [font, size] = [String(operands[0]), second ?? 0];
    else if (operator === 'Tc') spacing = first ?? 0;
    else if (operator === 'Tm') start(operands[4] as number, operands[5] as number);
    else if (operator === 'Td') start(lineX + (first ?? 0), lineY + (second ?? 0));
    else if (operator === 'Tj') show(operands[0] as Operand);
    else if (operator === 'TJ') for (const item of operands[0] as Operand[]) show(item);
  }
  return glyphs;
}

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');
const glyph = fc.integer({ min: 1, max: 0xffff });
const distance = fc.double({ min: -30, max: 60, noNaN: true }).map((x) => x.toFixed(6));
/** A justified line: glyphs a little further apart than they naturally stand, some of them more. */
const spacedLine = fc
  .tuple(
    fc.double({ min: -1, max: 2, noNaN: true }),
    fc.array(fc.tuple(glyph, fc.constantFrom(0, 0, 0, 0, 2.5)), { minLength: 2, maxLength: 40 }),
  )
  .map(([space, glyphs]) => {
    let before = 0;
    return glyphs.map(([code, more]) => {
      const moved = before.toFixed(6);
      before = (widths.of(code) / 1000) * 12 + space + more;
      return `${moved} 0 Td <${hex(code)}> Tj`;
    });
  })
  .map((lines) => ['1 0 0 -1 20 30 Tm', ...lines].join('\n'));
const line = fc.oneof(
  { weight: 2, arbitrary: spacedLine },
  {
    weight: 12,
    arbitrary: fc.tuple(distance, glyph).map(([x, code]) => `${x} 0 Td <${hex(code)}> Tj`),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(glyph, { minLength: 1, maxLength: 4 })
      .map((codes) => `<${codes.map(hex).join('')}> Tj`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(distance, distance, glyph)
      .map(([x, y, code]) => `${x} ${y} Td <${hex(code)}> Tj`),
  },
  { weight: 1, arbitrary: fc.tuple(distance, distance).map(([x, y]) => `${x} ${y} Td`) },
  { weight: 1, arbitrary: fc.tuple(distance, distance).map(([x, y]) => `1 0 0 -1 ${x} ${y} Tm`) },
  { weight: 1, arbitrary: glyph.map((code) => `[<${hex(code)}> 120 <${hex(code)}>] TJ`) },
  fc.constantFrom('/F1 10.5 Tf', '/F2 9 Tf', 'ET\nBT', '/P <</MCID 3>> BDC', 'EMC', '.4 .4 .4 rg'),
);

describe('glyphs that are shown one by one', () => {
  it('become lines', () => {
    const content =
      'BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n<0001> Tj\n3.5 0 Td <0002> Tj\n5 0 Td <0003> Tj\nET\n';
    expect(pack(content)).toBe('BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n[<00010002>-100<0003>] TJ\nET\n');
  });

  it('have the space between them said once where most have the same', () => {
    const glyphs = Array.from({ length: 12 }, (_, index) => `${index ? 3.7 : 5} 0 Td <0001> Tj`);
    const content = `BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n${glyphs.join('\n')}\nET\n`;
    const line = `5 0 Td\n0.2 Tc\n<${'0001'.repeat(12)}> Tj\n0 Tc`;
    expect(pack(content)).toBe(`BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n${line}\nET\n`);
  });

  it('are known for sequences of nothing but text', () => {
    const text = 'BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n<0001> Tj\nET';
    const said = `BT\n/F1 10 Tf\n/Span<</ActualText (fi) >> BDC\n5 0 Td <0002> Tj\nEMC\nET`;
    const marked = (mcid: number, inside: string) => `/P <</MCID ${mcid} >>BDC\n${inside}\nEMC\n`;
    const rule = '0 0 9 1 re\nf';
    const content = [
      marked(0, text),
      marked(1, `${text}\n${rule}`),
      marked(2, said),
      marked(3, rule),
      marked(4, `/P <</MCID 5 >>BDC\n${text}\nEMC`),
    ].join('');
    const { bytes, texts } = packed(content);
    const written = Buffer.from(bytes).toString('latin1');
    expect(texts.map(({ mcid }) => mcid)).toEqual([0, 2, 5]);
    for (const { mcid, start, body, end } of texts) {
      expect(written.slice(start, body)).toBe(`/P <</MCID ${mcid} >>BDC\n`);
      expect(written.slice(body, end)).toMatch(/^BT\n[\s\S]*ET\nEMC$/);
    }
  });

  it('are left alone in a font whose widths are not known', () => {
    const content = 'BT\n/F2 10 Tf\n<0001> Tj\n3.5 0 Td <0002> Tj\nET\n';
    expect(pack(content)).toBe(content);
  });

  it('stay where they were, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const content = `BT\n/F1 12 Tf\n${lines.join('\n')}\nET\n`;
        const before = glyphsOf(content);
        const after = glyphsOf(pack(content));
        expect(after.map(({ font, code }) => [font, code])).toEqual(
          before.map(({ font, code }) => [font, code]),
        );
        after.forEach(({ x, y }, index) => {
          const known = before[index] as Glyph;
          // A thousandth of the size, and half of one for a string that follows on from the last.
          expect(Math.abs(x - known.x)).toBeLessThan(0.012 + 0.006 + 0.001);
          expect(Math.abs(y - known.y)).toBeLessThan(0.01);
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['among others', '<00010000> Tj', true],
    ['moved to', '<0001> Tj\n3 0 Td <0000> Tj', true],
    ['in a list', '[<0001> 20 <0000>] TJ', true],
    ['in a font whose widths are not known', '/F2 10 Tf\n<0000> Tj', true],
    ['nowhere, though noughts follow on each other', '<00100001> Tj', false],
  ])('are looked at for glyph 0: %s', (_, shown, expected) => {
    expect(packed(`BT\n/F1 10 Tf\n${shown}\nET\n`).hasEmptyGlyphs).toBe(expected);
  });
});
