import { expect, it } from 'vitest';
import { dropLooseReferences } from '../../../src/editions/epub/loose-references.js';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>\n`;

it.each([
  ['<g id="a"></g><use href="#a"></use>', '<g id="a"></g><use href="#a"></use>'],
  ['<use href="#b"></use><use xlink:href="#b"></use>', '<use></use><use></use>'],
  ['<rect fill="url(#b)"></rect>', '<rect fill="none"></rect>'],
  ['<g id="b"></g><rect fill="url(#b)"></rect>', '<g id="b"></g><rect fill="url(#b)"></rect>'],
  ['<rect style="fill:url(&quot;#b&quot;)"></rect>', '<rect style="fill:none"></rect>'],
  ["<style>.c{mask:url( '#b' )}</style>", '<style>.c{mask:none}</style>'],
  ['<text>url(#b) href="#b"</text>', '<text>url(#b) href="#b"</text>'],
])('%s', (before, after) => {
  expect(dropLooseReferences(svg(before))).toBe(svg(after));
});
