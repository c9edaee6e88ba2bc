import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { parseManuscript } from '../../src/markdown/index.js';
import { citedKeys } from '../../src/publication/citation-key.js';
import { manuscript, read } from './publication-on-disk.js';

const decomposed = 'mu\u0308ller';

describe('keys that a text cites', () => {
  it.each<[text: string, keys: string[]]>([
    ['@one, @two', ['one', 'two']],
    ['@one;@two.', ['one', 'two']],
    ['@*', ['*']],
    ['@{odd key}, @{a.}', ['odd key', 'a.']],
    ['@a.b:c-d, @a..b', ['a.b:c-d', 'a']],
    ['@doi:10.1000/182', ['doi:10.1000/182']],
    ['@https://example.org/a', ['https://example.org/a']],
    ['ada@example.org', []],
    ['@müller, @été', ['müller', 'été']],
    [`@${decomposed}`, ['müller']],
    ['@', []],
  ])('%s', (text, keys) => {
    expect(citedKeys(text)).toEqual(keys);
  });

  /** The keys that a manuscript of this text cites. */
  function keysInManuscript(text: string): string[] {
    const file = { path: '/m.md', shown: 'm.md', text };
    const keys: string[] = [];
    visit(parseManuscript(file, 1, new Report()) as Root, (node) => {
      const { items } = node as unknown as { items?: { key: string }[] };
      for (const { key } of items ?? []) keys.push(key);
    });
    return keys;
  }

  it.each([
    '@one',
    '@a.b:c-d',
    '@a..b',
    '@doi:10.1000/182.',
    '@https://example.org/a',
    '@{odd key}',
    '@müller',
    `@${decomposed}`,
    '@_1',
    '@a-',
  ])('%s is the key that the text itself would cite', (text) => {
    expect(keysInManuscript(`[${text}]`)).toEqual(citedKeys(text));
  });
});

describe('nocite', () => {
  it.each([
    [`nocite: "@${decomposed}"`],
    [`nocite: ["@${decomposed}"]`],
    [`nocite: [${decomposed}]`],
  ])('%s lists the key composed', async (line) => {
    const { publication, findings } = await read(manuscript('title: T', line));
    expect(findings).toEqual([]);
    expect(publication?.citations.nocite).toEqual(['müller']);
  });
});
