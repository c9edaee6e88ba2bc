import fc from 'fast-check';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import {
  type Hyphenator,
  hyphenateText,
  hyphenateTree,
  loadHyphenator,
  stripMarkers,
} from '../../src/typography/index.js';

const english = (await loadHyphenator('en-GB')) as Hyphenator;

/** Markers made visible: `·` hyphenation, `|` a break that shows nothing, `~` no break. */
function visible(text: string): string {
  return text.replaceAll('\u00AD', '·').replaceAll('\u200B', '|').replaceAll('\u2060', '~');
}

describe('words', () => {
  it.each([
    ['en-GB', 'negotiations', 'ne·go·ti·ations'],
    ['en-GB', 'Administration', 'Ad·min·is·tra·tion'],
    ['en-US', 'record', 'record'],
    ['en-US', 'manuscripts', 'man·u·scripts'],
    ['it', 'internazionale', 'in·ter·na·zio·nale'],
    ['de', 'Wirtschaftspolitik', 'Wirt·schafts·po·li·tik'],
    ['fr', 'gouvernement', 'gou·ver·ne·ment'],
  ])('%s: %s', async (lang, word, marked) => {
    const hyphenate = await loadHyphenator(lang);
    expect(visible(hyphenate?.(word) ?? '')).toBe(marked);
  });

  it('falls back from a region to its language, and knows no patterns for others', async () => {
    expect(await loadHyphenator('fr-CA')).toBe(await loadHyphenator('fr'));
    expect(await loadHyphenator('en-AU-oxendict')).toBe(await loadHyphenator('en'));
    expect(await loadHyphenator('ja')).toBeUndefined();
    expect(await loadHyphenator('')).toBeUndefined();
  });

  it('leaves two letters before a hyphen and three after it', async () => {
    const words = 'negotiations internazionalmente Gesellschaften aproximadamente ministers'.split(
      ' ',
    );
    for (const lang of ['en-GB', 'en-US', 'it', 'fr', 'de', 'es', 'nl', 'pt', 'sv', 'pl']) {
      const hyphenate = await loadHyphenator(lang);
      for (const word of words) {
        expect(hyphenate?.(word)).toMatch(/^[^\u00AD]{2,}(\u00AD[^\u00AD]+)*(?<=[^\u00AD]{3})$/);
      }
    }
  });
});

describe('texts', () => {
  it.each([
    ['capitals are no language', 'UNESCO NATOs McDonaldson', 'UNESCO NATOs McDonaldson'],
    ['nor are words with digits', 'covid19related 2nd', 'covid19related 2nd'],
    [
      'a word with a hyphen breaks there only',
      'Euro-Atlantic re-definition',
      'Euro-Atlantic re-definition',
    ],
    [
      'punctuation is no part of a word',
      '“negotiations,” (ministers)',
      '“ne·go·ti·ations,” (min·is·ters)',
    ],
    ['a possessive is left alone', 'government’s', 'gov·ern·ment’s'],
    ['short words stay whole', 'under table ink', 'under table ink'],
    ['ranges hold together', '2020-2021, 1914–1918', '2020-~2021, 1914–~1918'],
    ['alternatives may part', 'and/or', 'and/|or'],
    [
      'addresses break before punctuation and never beside a hyphen',
      'https://www.example.org/a-long/path_to.html?q=1&r=2',
      'https://|www|.example|.org|/a-~long|/path|_to|.html|?q|=1|&r|=2',
    ],
    ['the stop after an address stays with it', '(https://a.eu/x).', '(https://|a|.eu|/x).'],
    ['so do identifiers', 'doi:10.1000/182', 'doi:10|.1000|/182'],
    ['and addresses of mail', 'l.goretti@iai.it', 'l.goretti|@iai|.it'],
    [
      'long runs without punctuation are cut',
      'https://a.eu/abcdefghijklmnopqrstuvwxyz0123',
      'https://|a|.eu|/abcdefgh|ijklmnop|qrstuvwx|yz0123',
    ],
  ])('%s', (_, text, marked) => {
    expect(visible(hyphenateText(text, english))).toBe(marked);
  });

  it('keeps a word whole that goes on in the next text', () => {
    expect(hyphenateText('negoti', english, { after: 'ations' })).toBe('negoti');
    expect(hyphenateText('ministers', english, { before: 'co' })).toBe('ministers');
    expect(visible(hyphenateText('ministers', english, { before: 'co ' }))).toBe('min·is·ters');
  });

  const words = fc.constantFrom(
    ...'negotiations Ministers a UN https://a.org/b-c.d e.g. 2020-21 and/or “government’s” naïve'.split(
      ' ',
    ),
    ...[
      'x@y.org',
      'www.example.com/?a=b',
      'Straße',
      '—',
      '\n',
      '\u00A0',
      '🙂',
      'e\u0301tage',
      'a/b/c-d',
    ],
  );
  const texts = fc
    .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 12 })))
    .map((parts) => stripMarkers(parts.join(' ')));

  it('are what they were, without the markers', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(stripMarkers(hyphenateText(text, english))).toBe(text);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('gain nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = hyphenateText(text, english);
        expect(hyphenateText(once, english)).toBe(once);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});

describe('trees', () => {
  it.each([
    [
      'headings, code and formulas are not hyphenated',
      '<h2>Negotiations</h2><p>negotiations <code>negotiations</code></p><pre>negotiations</pre>',
      '<h2>Negotiations</h2><p>ne·go·ti·ations <code>negotiations</code></p><pre>negotiations</pre>',
    ],
    [
      'each text by its own language',
      '<p>the <i lang="it">governo internazionale</i> of <i lang="ja">negotiations</i></p>',
      '<p>the <i lang="it">go·verno in·ter·na·zio·nale</i> of <i lang="ja">negotiations</i></p>',
    ],
    [
      'a note call does not join words',
      '<p>ministers<a class="note-call">1</a></p>',
      '<p>min·is·ters<a class="note-call">1</a></p>',
    ],
    [
      'a word over two elements stays whole',
      '<p>negoti<em>ations</em></p>',
      '<p>negoti<em>ations</em></p>',
    ],
    [
      'the text of a link breaks as an address, its target stays',
      '<p><a href="https://a.org/b">https://a.org/b</a></p>',
      '<p><a href="https://a.org/b">https://|a|.org|/b</a></p>',
    ],
  ])('%s', async (_, html, marked) => {
    const tree: Root = fromHtml(html, { fragment: true });
    const text = textOf(tree);
    await hyphenateTree(tree, 'en-GB');
    expect(visible(toHtml(tree))).toBe(marked);
    expect(stripMarkers(textOf(tree))).toBe(text);
  });
});
