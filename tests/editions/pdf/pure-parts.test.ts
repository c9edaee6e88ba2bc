import { describe, expect, it } from 'vitest';
import { isoMoment, momentOf, pdfDate } from '../../../src/editions/markup/dates.js';
import { mendGlyphText } from '../../../src/editions/pdf/glyph-text.js';
import { labelRanges } from '../../../src/editions/pdf/page-labels.js';
import { layoutArtifact, tagContent } from '../../../src/editions/pdf/tag-content.js';

describe('tagContent', () => {
  const tag = (content: string, forms: Record<string, 'inside' | { mcid: number }> = {}) => {
    const fates = new Map([
      [1, { role: 'P' }],
      [2, { artifact: layoutArtifact }],
    ]);
    const done = tagContent(
      Buffer.from(content, 'latin1'),
      (mcid) => fates.get(mcid),
      (name) => forms[name] ?? 'none',
    );
    return Buffer.from(done).toString('latin1').replace(/\s+/g, ' ').trim();
  };

  it.each([
    ['gives content its role', '/X <</MCID 1>>BDC (a) Tj EMC', '/P <</MCID 1>> BDC (a) Tj EMC'],
    ['makes ornament an artifact', '/X <</MCID 2>>BDC f EMC', '/Artifact BMC f EMC'],
    ['makes what nobody owns an artifact', '/X <</MCID 9>>BDC f EMC', '/Artifact BMC f EMC'],
    [
      'wraps text outside of all tags, within its text object',
      'BT /F 1 Tf (7) Tj ET',
      'BT /F 1 Tf /Artifact <</Type /Pagination>> BDC (7) Tj EMC ET',
    ],
    [
      'wraps paths whole, never between a path and its painting',
      '1 g 0 0 m 1 1 l S /X <</MCID 1>>BDC (a) Tj EMC',
      '1 g /Artifact BMC 0 0 m 1 1 l S EMC /P <</MCID 1>> BDC (a) Tj EMC',
    ],
    ['leaves clipping alone', '0 0 1 1 re W n', '0 0 1 1 re W n'],
    [
      'joins graphics in a row',
      '0 0 1 1 re f 2 2 1 1 re f',
      '/Artifact BMC 0 0 1 1 re f 2 2 1 1 re f EMC',
    ],
    [
      'keeps what says how glyphs read inside the artifact around it',
      'BT (a) Tj /Span <</ActualText (fi)>> BDC (b) Tj EMC (c) Tj ET',
      'BT /Artifact <</Type /Pagination>> BDC (a) Tj /Span <</ActualText (fi)>> BDC (b) Tj EMC (c) Tj EMC ET',
    ],
    ['wraps images', '/I Do', '/Artifact BMC /I Do EMC'],
  ])('%s', (_, before, after) => {
    expect(tag(before)).toBe(after);
  });

  it('leaves a form with tags outside of artifacts', () => {
    expect(tag('0 0 1 1 re f /F Do', { F: 'inside' })).toBe('/Artifact BMC 0 0 1 1 re f EMC /F Do');
  });

  it('tags a form from outside where one element owns it', () => {
    expect(tag('/F Do', { F: { mcid: 1 } })).toBe('/P <</MCID 1>> BDC /F Do EMC');
  });
});

describe('mendGlyphText', () => {
  it.each([
    ['a ligature', '<01A1> <FB01>', '', '<01A1> <00660069>'],
    ['a ligature that the manuscript holds', '<01A1> <FB01>', 'ﬁ', '<01A1> <FB01>'],
    ['letters', '<01A1> <0041>', '', '<01A1> <0041>'],
    ['glyphs whose numbers look like ligatures', '<FB01> <0041>', '', '<FB01> <0041>'],
    ['the hyphen', '<0010> <00AD>', '', '<0010> <002D>'],
    ['the hyphen, whatever the manuscript holds', '<0010> <00AD>', '-', '<0010> <002D>'],
    ['the apostrophe', '<0010> <02BC>', 'Trump’s', '<0010> <2019>'],
    ['the letter that looks like one', '<0010> <02BC>', 'Hawaiʼi', '<0010> <02BC>'],
    ['a space', '<0001> <00A0>', 'a b', '<0001> <0020>'],
    ['ranges', '<0001> <0003> <FB01>', '', '<0001> <0003> [<00660069> <0066006C> <006600660069>]'],
    ['ranges of letters', '<0001> <0003> <0041>', '', '<0001> <0003> <0041>'],
  ])('reads %s', (_, before, written, after) => {
    expect(mendGlyphText(before, new Set(written))).toBe(after);
  });
});

describe('labelRanges', () => {
  it.each([
    [['1', '2', '3'], [{ page: 0, style: 'D', start: 1 }]],
    [
      ['i', 'ii', '1', '2'],
      [
        { page: 0, style: 'r', start: 1 },
        { page: 2, style: 'D', start: 1 },
      ],
    ],
    [['iv', 'v', 'vi'], [{ page: 0, style: 'r', start: 4 }]],
    [['5', undefined, '7'], [{ page: 0, style: 'D', start: 5 }]],
    [
      ['A', '1'],
      [
        { page: 0, prefix: 'A' },
        { page: 1, style: 'D', start: 1 },
      ],
    ],
    [
      ['', '1'],
      [
        { page: 0, prefix: '' },
        { page: 1, style: 'D', start: 1 },
      ],
    ],
    [
      ['1', '1'],
      [
        { page: 0, style: 'D', start: 1 },
        { page: 1, style: 'D', start: 1 },
      ],
    ],
    [[], []],
  ])('%j', (labels, ranges) => {
    expect(labelRanges(labels)).toEqual(ranges);
  });
});

describe('dates', () => {
  it.each([
    ['2025-02-14', 'D:20250214000000Z', '2025-02-14T00:00:00Z'],
    ['2025-02', undefined, undefined],
    ['spring 2025', undefined, undefined],
    ['2025-02-31x', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s', (date, pdf, xmp) => {
    const moment = momentOf(undefined, date);
    expect(moment && pdfDate(moment)).toBe(pdf);
    expect(moment && isoMoment(moment)).toBe(xmp);
  });
});
