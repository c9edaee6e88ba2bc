import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { type DropCaps, markDropCaps } from '../../src/document/drop-caps.js';

function marked(html: string, at: DropCaps): string {
  const body = fromHtml(html, { fragment: true });
  markDropCaps(body, at);
  const found: string[] = [];
  visit(body, 'element', (element) => {
    const names = element.properties.className;
    if (Array.isArray(names) && names.includes('drop-cap')) found.push(textOf(element));
  });
  return found.join(' ');
}

const text =
  '<p>a</p><p>b</p><h2>1</h2><blockquote><p>c</p></blockquote><p class="x">d</p><h3>2</h3><p>e</p><h2>3</h2><ul><li>f</li></ul><h2>4</h2><p>g</p>';

test('the text, or each chapter, begins with an initial', () => {
  expect(marked(text, 'text')).toBe('a');
  expect(marked(text, 'chapters')).toBe('a d g');
});

test.each([
  '<ul><li>a</li></ul>',
  '<div class="formula"><math><mi>x</mi></math></div>',
  '<pre>a</pre>',
])('text that begins with %s has none', (before) => {
  expect(marked(`<h2>1</h2>${before}<p>b</p>`, 'chapters')).toBe('');
  expect(marked(`${before}<p>b</p><p>c</p>`, 'text')).toBe('');
});

test.each([
  '<figure>a</figure>',
  '<aside>a</aside>',
  '<blockquote>a</blockquote>',
  '<div class="page-break"></div>',
  '<h3>a</h3>',
])('what stands apart, as %s, takes none away', (before) => {
  expect(marked(`<h2>1</h2>${before}<p>b</p>`, 'chapters')).toBe('b');
});
