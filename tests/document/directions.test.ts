import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { directionOfText, tellDirections } from '../../src/document/directions.js';

function told(html: string, lang = 'en'): string {
  const tree = fromHtml(html, { fragment: true });
  tellDirections(tree, lang);
  return toHtml(tree);
}

const arabic = 'كانت الطباعة صناعة جديدة';
const hebrew = 'הדפוס היה מלאכה חדשה';

describe('the direction of text', () => {
  it.each([
    [
      'a phrase in a language',
      `<p>The <span lang="ar">${arabic}</span></p>`,
      '<span lang="ar" dir="rtl">',
    ],
    [
      'a container in a language',
      `<div lang="he"><p>${hebrew}</p></div>`,
      '<div lang="he" dir="rtl"><p>',
    ],
    ['a paragraph by its letters', `<p>${hebrew} (Gutenberg)</p>`, '<p dir="rtl">'],
    [
      'a heading and a cell',
      `<h2>${arabic}</h2><table><tbody><tr><td>${arabic}</td></tr></tbody></table>`,
      '<h2 dir="rtl">',
    ],
    [
      'a cell',
      `<table><tbody><tr><td>${arabic}</td><td>2</td></tr></tbody></table>`,
      '<td dir="rtl">',
    ],
    [
      'an item among others',
      `<ul><li>${arabic}</li><li>Many more words in English than there</li></ul>`,
      '<ul><li dir="rtl">',
    ],
    [
      'a list as a whole',
      `<ul><li>${arabic}</li><li><p>${arabic}</p></li></ul>`,
      '<ul dir="rtl"><li>',
    ],
    [
      'a caption',
      `<table><caption>${hebrew}</caption><tbody><tr><td>1</td></tr></tbody></table>`,
      '<caption dir="rtl">',
    ],
    ['a heading that is marked', `<h2><span lang="he">${hebrew}</span></h2>`, '<h2 dir="rtl">'],
    [
      'code within it',
      `<p dir="rtl">${hebrew} <code>a.b/-x(1);</code></p>`,
      '<code dir="ltr">a.b/-x(1);</code>',
    ],
    [
      'blocks of code within it',
      `<div lang="he"><pre><code>-x {}</code></pre></div>`,
      '<pre dir="ltr"><code>-x {}</code></pre>',
    ],
    [
      'code that somebody has told of',
      `<p dir="rtl"><kbd dir="rtl">a</kbd></p>`,
      '<kbd dir="rtl">',
    ],
    ['English within it', `<div lang="he"><p lang="en">Words</p></div>`, '<p lang="en" dir="ltr">'],
    [
      'a language with its script',
      `<p lang="az-Arab">${arabic}</p>`,
      '<p lang="az-Arab" dir="rtl">',
    ],
  ])('is told of %s', (_, html, expected) => {
    expect(told(html)).toContain(expected);
  });

  it.each([
    ['a paragraph', '<p>Printing was a craft.</p>', '<p dir="ltr">'],
    ['a list', '<ul><li>One was a craft,</li><li>two.</li></ul>', '<ul dir="ltr"><li>'],
    ['a heading', '<h2>Printing, a craft</h2>', '<h2 dir="ltr">'],
  ])('is told of English %s in Hebrew', (_, html, expected) => {
    expect(told(html, 'he')).toContain(expected);
  });

  it.each([
    ['it is that of the text around', `<p>Plain <em lang="it">testo</em></p>`, 'en'],
    [
      'most letters of a paragraph run the other way',
      `<p>القاعدة, or al-Qaeda, the base</p>`,
      'en',
    ],
    ['somebody has said it', `<p dir="ltr">${arabic}</p>`, 'en'],
    ['it is left to the reader', `<p dir="auto">${arabic}</p>`, 'en'],
    ['the publication runs that way', `<p>${arabic}</p><p lang="fa">${arabic}</p>`, 'ar'],
    ['a Latin name stands among such text', '<p>IBM</p><p>Aldus Manutius</p>', 'ar'],
    ['most letters run that way', `<p>${arabic} and so on</p>`, 'ar'],
    ['there are no letters', '<p>1, 2, 3</p>', 'en'],
    ['it is code', `<pre><code>${arabic}</code></pre>`, 'en'],
  ])('is left alone where %s', (_, html, lang) => {
    expect(told(html, lang)).toBe(html);
  });
});

it.each([
  ['its letters', hebrew, 'en', 'rtl'],
  ['few of its letters', `A word of Hebrew: ${hebrew.slice(0, 5)}`, 'en', undefined],
  ['no letter', '', 'en', undefined],
  ['the publication', hebrew, 'he', undefined],
  ['its letters', 'Printing was a craft.', 'he', 'ltr'],
  ['the publication where they are few', 'Aldus Manutius', 'he', undefined],
])('plain text runs as %s say', (_, text, lang, expected) => {
  expect(directionOfText(text, lang)).toBe(expected);
});
