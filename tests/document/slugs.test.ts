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
      ids.forHeading(undefined, 'Outlook', 1),
      ids.forHeading(undefined, 'Outlook', 2),
      ids.forHeading(undefined, '展望', 3),
      ids.forHeading('Own ID', 'Outlook', 4),
    ]).toEqual(['outlook', 'outlook-2', 'section-3', 'own-id']);
  });
});
