import { describe, expect, it, test } from 'vitest';
import { insideTarget } from '../../src/document/addresses.js';
import { outsideAddress, refusalOf } from '../../src/markdown/outside-addresses.js';

describe('outsideAddress', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['https://example.org/a b|c', 'https://example.org/a%20b%7Cc'],
    ['https://example.org/x?q=[1]&r={2}', 'https://example.org/x?q=%5B1%5D&r=%7B2%7D'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org/%C3%A9#a', 'https://example.org/%C3%A9#a'],
    ['https://[::1]/x', 'https://[::1]/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['data.csv', undefined],
    ['../x', undefined],
    ['javascript:x()', undefined],
    ['file:///etc/passwd', undefined],
    ['https://', undefined],
  ])('%s', (href, expected) => {
    expect(outsideAddress(href)).toBe(expected);
  });
});

describe('insideTarget', () => {
  it.each([
    ['#a', 'a'],
    ['#d%C3%A9', 'dé'],
    ['#%', '%'],
    ['a#b', undefined],
  ])('%s', (href, expected) => {
    expect(insideTarget(href)).toBe(expected);
  });
});

test.each([
  ['javascript:alert(1)', 'leads to a script'],
  ['Java\nScript:x', 'leads to a script'],
  ['other.md', 'leads to a file that no edition holds'],
  ['file:///etc/passwd', 'leads to a file of this machine'],
  ['mailto:', 'is no whole address'],
  ['http://%zz', 'is no whole address'],
])('the address %j %s', (href, refusal) => {
  expect(outsideAddress(href)).toBeUndefined();
  expect(refusalOf(href)).toBe(refusal);
});
