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
    const { page, fonts } = readSettings(good, 'template.yml');
    expect(page.leading).toBe(16);
    expect(page).toMatchObject({ columns: 1, bleed: 0, 'balance-last-page': true });
    expect(fonts).toEqual([{ family: 'A', weight: 400, style: 'normal', file: 'a.ttf' }]);
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
