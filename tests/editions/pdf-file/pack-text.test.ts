import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText } from '../../../src/editions/pdf-file/pack-text.js';
import { type Operand, operationsOf } from '../../checkers/operators.js';

const widths = Float64Array.from({ length: 0x10000 }, (_, code) => 300 + (code % 7) * 50);
const pack = (content: string) =>
  Buffer.from(
    packText(Buffer.from(content, 'latin1'), (font) => (font === 'F1' ? widths : undefined)),
  ).toString('latin1');

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
  const start = (left: number, bottom: number) => {
    [lineX, lineY, x] = [left, bottom, left];
  };
  const show = (item: Operand) => {
    if (typeof item === 'number') x -= (item / 1000) * size;
    else if (item instanceof Uint8Array) {
      for (let at = 0; at + 1 < item.length; at += 2) {
        const code = ((item[at] as number) << 8) | (item[at + 1] as number);
        glyphs.push({ font, code, x, y: lineY });
        x += ((widths[code] as number) / 1000) * size;
      }
    }
  };
  for (const { operator, operands } of operationsOf(Buffer.from(content, 'latin1'))) {
    const [first, second] = operands as number[];
    if (operator === 'BT') start(0, 0);
    else if (operator === 'Tf') [font, size] = [String(operands[0]), second ?? 0];
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
const line = fc.oneof(
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
          // Strings that are not moved to follow on from the last: roundings add up along a line.
          expect(Math.abs(x - known.x)).toBeLessThan(0.01);
          expect(Math.abs(y - known.y)).toBeLessThan(0.01);
        });
      }),
      { numRuns: 300 },
    );
  });
});
