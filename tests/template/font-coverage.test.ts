import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { coverageOf } from '../../src/template/font-coverage.js';

const serif = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
);

it.each([
  ['A', true],
  ['đ', true],
  ['“', true],
  ['中', false],
  ['ע', false],
  ['😀', false],
])('tells whether a font has %s', (character, has) => {
  expect(coverageOf(readFileSync(serif)).has(character.codePointAt(0) ?? 0)).toBe(has);
});

it('finds nothing in what is no font, or is cut off', () => {
  expect(coverageOf(Buffer.from('no font at all')).size).toBe(0);
  expect(coverageOf(new Uint8Array()).size).toBe(0);
  expect(() => coverageOf(readFileSync(serif).subarray(0, 900))).not.toThrow();
});
