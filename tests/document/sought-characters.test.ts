import { expect, test } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { soughtCharacters } from '../../src/document/sought-characters.js';
import { build } from './build.js';

const files = { manuscript: 'manuscript.md', colophon: 'colophon.md' };

test.each([
  ['in a paragraph', 'a\n\nb ☂', 'c', 'manuscript.md:3:1 ☂'],
  ['on a later line', 'a\nb\nc *d* e ☂', 'c', 'manuscript.md:3:6 ☂'],
  ['below the beginning of its text', 'a\nb ☂ 𒀀', 'c', 'manuscript.md:2:1 ☂𒀀'],
  ['in a note', 'a^[b]\n\nc^[d ☂]', 'c', 'manuscript.md:3:4 ☂'],
  ['in the colophon alone', 'a', 'b\n\n☂ ☂', 'colophon.md:3:1 ☂'],
])('%s', (_, text, colophon, expected) => {
  const { document } = build(text, colophon);
  const { characters, place } = soughtCharacters(document, files, (each) => /[☂𒀀]/u.test(each));
  expect(`${formatPlace(place ?? { file: '?' })} ${[...characters].join('')}`).toBe(expected);
});
