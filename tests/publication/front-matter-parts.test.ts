import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../src/publication/decode.js';
import { readDate } from '../../src/publication/front-matter/date.js';
import {
  readDoi,
  readIsbn,
  readIssn,
  readOrcid,
} from '../../src/publication/front-matter/identifiers.js';
import { splitFrontMatter } from '../../src/publication/front-matter/split.js';

describe('front matter and body', () => {
  it.each<[what: string, text: string, yaml: string | undefined, bodyLine: number]>([
    ['as usual', '---\na: 1\n---\nText', 'a: 1\n', 4],
    ['ended by dots', '---\na: 1\n...\nText', 'a: 1\n', 4],
    ['blank lines before', '\n\n---\na: 1\n---\nText', 'a: 1\n', 6],
    ['blanks after the fences', '---  \na: 1\n--- \nText', 'a: 1\n', 4],
    ['empty', '---\n---\nText', '', 3],
    ['a thematic break', '---\n\nText\n\n---\n', undefined, 1],
    ['text first', 'Text\n\n---\na: 1\n---\n', undefined, 1],
    ['four dashes', '----\na: 1\n----\n', undefined, 1],
    ['an indented fence', ' ---\na: 1\n---\n', undefined, 1],
    ['nothing', '', undefined, 1],
  ])('%s', (_what, text, yaml, bodyLine) => {
    const split = splitFrontMatter(text);
    expect(split.yaml?.text).toBe(yaml);
    expect(split.bodyLine).toBe(bodyLine);
  });

  it('the body begins at its line and its offset alike', () => {
    const line = fc.constantFrom('---', '...', 'a: b', '', 'Text');
    const ending = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, ending)), (lines) => {
        const text = lines.map((pair) => pair.join('')).join('');
        const { bodyLine, bodyOffset } = splitFrontMatter(text);
        const before = text.slice(0, bodyOffset);
        expect(before.split(/\r\n|\n|\r/).length).toBe(bodyLine);
      }),
    );
  });
});

describe('dates', () => {
  it.each<[written: string, lang: string, iso: string]>([
    ['2025', 'en', '2025'],
    ['2025-02', 'en', '2025-02'],
    ['2025-02-14', 'en', '2025-02-14'],
    ['2025-2-4', 'en', '2025-02-04'],
    ['2025-02-14T23:30:00-10:00', 'en', '2025-02-14'],
    ['2024-02-29', 'en', '2024-02-29'],
    ['14 February 2025', 'en-GB', '2025-02-14'],
    ['Friday, 14 February 2025', 'en-GB', '2025-02-14'],
    ['14th Feb 2025', 'en-GB', '2025-02-14'],
    ['1 Sept. 2025', 'en-US', '2025-09-01'],
    ['February 14, 2025', 'en-US', '2025-02-14'],
    ['February 2025', 'en', '2025-02'],
    ['14. Februar 2025', 'de', '2025-02-14'],
    ['14. März 2025', 'de-AT', '2025-03-14'],
    ['1er juillet 2025', 'fr', '2025-07-01'],
    ['14 febbraio 2025', 'it', '2025-02-14'],
    ['14 de febrero de 2025', 'es', '2025-02-14'],
    ['febrero de 2025', 'es', '2025-02'],
    ['14 lutego 2025', 'pl', '2025-02-14'],
    ['14 February 2025', 'it', '2025-02-14'],
  ])('%s (%s) is %s', (written, lang, iso) => {
    expect(readDate(written, lang)).toEqual({ iso });
  });

  it.each(['2025-02-29', '2025-00', '2025-04-31', '0 May 2025', '32 May 2025', '1900-02-29'])(
    '%s is on no calendar',
    (written) => expect(readDate(written, 'en')).toEqual({ fault: 'impossible' }),
  );

  it.each([
    '3/4/2025',
    'Spring 2025',
    'forthcoming',
    '14 Foo 2025',
    '20250214',
    '25-02-14',
    'n.d.',
  ])('%s stays as it stands', (written) => expect(readDate(written, 'en')).toBeUndefined());
});

describe('identifiers', () => {
  it.each([
    [readIsbn, '978-0-306-40615-7', '978-0-306-40615-7'],
    [readIsbn, 'ISBN 978 0 306 40615 7', '978 0 306 40615 7'],
    [readIsbn, '0-8044-2957-x', '0-8044-2957-X'],
    [readIssn, '2434-561x', '2434-561X'],
    [readIssn, 'ISSN 20493630', '2049-3630'],
    [readOrcid, 'https://orcid.org/0000-0002-1825-0097/', '0000-0002-1825-0097'],
    [readOrcid, '000000021694233x', '0000-0002-1694-233X'],
    [readDoi, 'https://doi.org/10.1000/182', '10.1000/182'],
    [readDoi, 'doi: 10.1000/a<b>', '10.1000/a<b>'],
  ])('%o %s', (readIdentifier, written, value) => {
    expect(readIdentifier(written)).toEqual({ value });
  });

  it('a digit that is wrong never passes', () => {
    const place = fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(place, ([index, change]) => {
        const wrong = (digits: string) => {
          const at = index % digits.length;
          const digit = (Number(digits[at]) + change) % 10;
          return digits.slice(0, at) + digit + digits.slice(at + 1);
        };
        expect(readIsbn(wrong('9780306406157'))).toHaveProperty('wrong');
        expect(readIssn(wrong('20493630'))).toHaveProperty('wrong');
        expect(readOrcid(wrong('0000000218250097'))).toHaveProperty('wrong');
      }),
    );
  });

  it.each([
    [readIsbn, '12345'],
    [readIssn, '1234'],
    [readOrcid, 'ada'],
    [readDoi, '11.1000/182'],
    [readDoi, 'https://example.org/10.1000/182'],
  ])('%o %s is none', (readIdentifier, written) => {
    expect(readIdentifier(written)).toHaveProperty('wrong');
  });
});

describe('UTF-8', () => {
  it('what is valid is read back, and a bad byte is found where it was put', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF')),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(0x80, 0xbf, 0xc0, 0xc1, 0xf5, 0xff),
        (before, after, bad) => {
          const good = new TextEncoder().encode(before);
          expect(decodeUtf8(good)).toEqual({ text: before });
          const bytes = Buffer.concat([good, Buffer.from([bad]), Buffer.from(after)]);
          const lines = before.split(/\r\n|\n|\r/);
          expect(decodeUtf8(bytes)).toMatchObject({
            line: lines.length,
            column: (lines.at(-1) ?? '').length + 1,
            byte: bad,
          });
        },
      ),
    );
  });

  it('a character cut short at the end is found at its first byte', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]*$/),
        fc.constantFrom('é', '–', '😀'),
        (before, last) => {
          const bytes = Buffer.from(before + last).subarray(0, -1);
          expect(decodeUtf8(bytes)).toMatchObject({ line: 1, column: before.length + 1 });
        },
      ),
    );
  });
});
