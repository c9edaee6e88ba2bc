import fc from 'fast-check';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { Identifiers } from '../../../src/editions/markup/identifiers.js';
import { breakableAddress } from '../../../src/editions/markup/links.js';
import { textOf } from '../../../src/editions/markup/tree.js';

describe('breakableAddress', () => {
  it('may break after the double slash and before what divides', () => {
    const link = breakableAddress(h('a', 'https://www.example.org/a-b'));
    const parts = link.children.map((child) => (child.type === 'text' ? child.value : '|'));
    expect(parts.join('')).toBe('https://|www|.example|.org|/a|-b');
  });

  it('leaves the text as it is', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(textOf(breakableAddress(h('a', url)))).toBe(url);
      }),
    );
  });
});

describe('Identifiers', () => {
  it('makes plain CSS identifiers, each once, the same for the same id', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (ids) => {
        const identifiers = new Identifiers(['title']);
        const names = new Map(ids.map((id) => [id, identifiers.of(id)]));
        for (const name of names.values()) expect(name).toMatch(/^[A-Za-z_][\w-]*$/);
        expect(new Set([...names.values(), 'title']).size).toBe(names.size + 1);
        for (const [id, name] of names) expect(identifiers.of(id)).toBe(name);
      }),
    );
  });

  it.each([
    ['plain-id', 'plain-id'],
    ['1-first', 's-1-first'],
    ['été', 'ete'],
    ['الفصل', 's'],
    ['title', 'title-2'],
  ])('%s', (id, expected) => {
    expect(new Identifiers(['title']).of(id)).toBe(expected);
  });
});
