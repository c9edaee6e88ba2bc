import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ids, slug } from '../../src/document/slugs.js';

describe('slug', () => {
  test.each([
    ['Europe at a crossroads', 'europe-at-a-crossroads'],
    ['Reasons to despair?', 'reasons-to-despair'],
    ['Il «fait accompli»: perché', 'il-fait-accompli-perche'],
    ['Łódź, Ærø and Straße', 'lodz-aero-and-strasse'],
    ["Trump's call", 'trumps-call'],
    ['1991 borders', 's-1991-borders'],
    ['Note 3', 's-note-3'],
    ['国际', ''],
    ['', ''],
  ])('%s → %s', (text, expected) => expect(slug(text)).toBe(expected));

  test('is a plain CSS identifier or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slug(text)).toMatch(/^([a-z][a-z0-9-]*)?$/);
      }),
    );
  });
});

describe('Ids', () => {
  test('gives every heading an id of its own', () => {
    const ids = new Ids();
    expect([
      ids.forHeading('Outlook', 1),
      ids.forHeading('Outlook', 2),
      ids.forHeading('展望', 3),
    ]).toEqual(['outlook', 'outlook-2', 'section-3']);
  });

  test.each([
    ['Method', 'Method'],
    ['Own ID', 'own-id'],
    ['été', 'ete'],
    ['1st', 's-1st'],
    ['note-1', 's-note-1'],
    ['page-3b', 's-page-3b'],
    ['展望', 'element-7'],
  ])('makes of the manuscript’s own %s %s, and knows that', (written, expected) => {
    const ids = new Ids();
    expect(ids.forOwn(written, 7)).toBe(expected);
    expect(ids.meant(written)).toBe(expected);
  });

  test('gives every id once, however they come', () => {
    const wanted = fc.oneof(
      fc.constantFrom('a', 'A b', 'note-1', 's-note-1', '', '#'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), wanted)), (calls) => {
        const ids = new Ids();
        const given = calls.map(([own, text], index) =>
          own ? ids.forOwn(text, index) : ids.forHeading(text, index),
        );
        expect(new Set(given).size).toBe(given.length);
        for (const id of given) expect(id).toMatch(/^[A-Za-z][\w-]*$/);
      }),
    );
  });
});
