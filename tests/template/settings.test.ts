import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.js';
import { readSettings } from '../../src/template/settings.js';

const good = `style: iai
page:
  width: 100mm
  height: 150mm
  margins: { top: 10mm, bottom: 10mm, inside: 10mm, outside: 10mm }
  leading: 12pt
fonts:
  - { family: A, file: a.ttf }
`;

function failure(text: string): Failure {
  try {
    readSettings(text, 'template.yml');
  } catch (caught) {
    if (caught instanceof Failure) return caught;
    throw caught;
  }
  throw new Error('it was taken');
}

describe('template.yml', () => {
  it('is read, with what it leaves out', () => {
    const { page, fonts } = readSettings(good, 'template.yml').settings;
    expect(page.leading).toBe(16);
    expect(page).toMatchObject({ columns: 1, bleed: 0, 'balance-last-page': true });
    expect(fonts).toEqual([{ family: 'A', weight: 400, style: 'normal', file: 'a.ttf' }]);
  });

  it('says what a font is for: formulas, or a script', () => {
    const use = (code: string) => good.replace('family: A,', `family: A, use: ${code},`);
    for (const code of ['formulas', 'Arab', 'Hebr', 'Jpan']) {
      expect(readSettings(use(code), 'template.yml').settings.fonts[0]?.use).toBe(code);
    }
    expect(failure(use('Klingon')).diagnostic.message).toContain('ISO 15924');
  });

  it('has pages one by one as PDF/X-4 unless it says otherwise', () => {
    const { press } = readSettings(good, 'template.yml').settings;
    expect(press).toMatchObject({ conformance: 'X-4', imposition: { scheme: 'none' } });
  });

  it('says how pages come together on sheets, in a word or in full', () => {
    const pressOf = (text: string) =>
      readSettings(`${good}press:\n${text}`, 'template.yml').settings.press;
    const { imposition } = pressOf('  imposition: saddle-stitch\n');
    expect(imposition.scheme).toBe('saddle-stitch');
    expect(imposition.paper).toBeCloseTo(0.378, 3);
    const fields = '{ scheme: n-up, sheet: 320mm x 450mm, paper: 96px, grid: 3x2 }';
    const full = pressOf(`  imposition: ${fields}\n`).imposition;
    expect(full).toMatchObject({ scheme: 'n-up', paper: 96, grid: { columns: 3, rows: 2 } });
    expect(full.sheet?.width).toBeCloseTo(1209.45, 2);
  });

  const bad: [string, string, RegExp, number, number][] = [
    ['a slip of a key', good.replace('leading', 'leeding'), /leeding.*leading/, 6, 3],
    ['a key that is missing', good.replace('  leading: 12pt\n', ''), /lack `page\.leading`/, 2, 1],
    ['a length that is none', good.replace('100mm', '100'), /page\.width.*18mm/, 3, 3],
    ['no fonts', good.replace(/fonts:[\s\S]*/, 'fonts: []\n'), /fonts/, 7, 1],
    ['a font without a file', good.replace(', file: a.ttf', ''), /fonts\.0\.file/, 8, 5],
    [
      'a colour that is none',
      `${good}press:\n  colours:\n    - { screen: red, cmyk: [0, 0, 0, 1] }\n`,
      /"#b5121b"/,
      11,
      9,
    ],
    [
      'an ink that all share',
      `${good}press:\n  colours:\n    - { screen: "#b5121b", cmyk: [0, 0, 0, 1], spot: All }\n`,
      /all inks share/,
      11,
      48,
    ],
    ['more ink than there is', `${good}press:\n  ink-limit: 900\n`, /press\.ink-limit/, 10, 3],
    ['a slip in the settings of the press', `${good}press:\n  profil: x\n`, /profile/, 10, 3],
    [
      'a drop cap of a line',
      good.replace('fonts:', '  drop-caps: { lines: 1 }\nfonts:'),
      /page\.drop-caps\.lines/,
      7,
      16,
    ],
    [
      'a slip in the settings of drop caps',
      good.replace('fonts:', '  drop-caps: { line: 3 }\nfonts:'),
      /`line`.*`lines`/,
      7,
      16,
    ],
    ['no such standard', `${good}press:\n  conformance: X-9\n`, /press\.conformance/, 10, 3],
    ['no such imposition', `${good}press:\n  imposition: perfect\n`, /press\.imposition/, 10, 3],
    [
      'paper that is none',
      `${good}press:\n  imposition: { scheme: n-up, sheet: A99 }\n`,
      /SRA3/,
      10,
      31,
    ],
    [
      'a slip in the imposition',
      `${good}press:\n  imposition: { scheme: n-up, shet: A3 }\n`,
      /`sheet`/,
      10,
      31,
    ],
    ['broken YAML', good.replace('outside: 10mm }', 'outside: 10mm'), /./, 6, 1],
  ];
  it.each(bad)('tells the place of %s', (_, text, said, line, column) => {
    const { diagnostic, status } = failure(text);
    expect(`${diagnostic.message} ${diagnostic.remedy}`).toMatch(said);
    expect(diagnostic).toMatchObject({ rule: 'template/invalid', place: { file: 'template.yml' } });
    expect([diagnostic.place.line, status]).toEqual([line, 1]);
    if (_ !== 'broken YAML') expect(diagnostic.place.column).toBe(column);
  });
});

it('tells of all faults, each at its place', () => {
  const bad = good.replace(/^ {2}width:.*$/m, '  widht: 9mm\n  columns: 9');
  try {
    readSettings(`${bad}colour: red\n`, 'template.yml');
    expect.unreachable();
  } catch (error) {
    const { diagnostic, others } = error as Failure;
    const told = [diagnostic, ...others].map(({ message }) => message);
    expect(told).toHaveLength(3);
    expect(told.join()).toMatch(/`widht`/);
    expect(told.join()).toMatch(/`page.columns`/);
    expect(told.join()).toMatch(/`colour`/);
    expect(told.join()).not.toMatch(/lack/);
    for (const { place } of [diagnostic, ...others]) expect(place.line).toBeGreaterThan(1);
  }
});
