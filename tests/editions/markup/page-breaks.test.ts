import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { markPageStarts, markPages, wordStart } from '../../../src/editions/markup/page-breaks.js';

/** `html` with `|` where the break of a page at `offset` of block 1 falls. */
function breakIn(html: string, offset: number): string {
  const tree = fromHtml(html, { fragment: true });
  markPageStarts([tree], [{ page: 1, label: '2', block: 1, offset }]);
  return toHtml(tree)
    .replace(/<span class="page-break"[^>]*><\/span>/g, '|')
    .replace(/ data-(block|note)="\d+"/g, '');
}

const call = '<a class="note-call" data-note="1">1</a>';

describe('markPageStarts', () => {
  it.each([
    ['at the start', '<p data-block="1">One two</p>', 0, '<p>|One two</p>'],
    ['between words', '<p data-block="1">One two</p>', 4, '<p>One |two</p>'],
    ['in a hyphenated word', '<p data-block="1">settlement of</p>', 6, '<p>|settlement of</p>'],
    ['after a hyphen of the text', '<p data-block="1">post-war</p>', 5, '<p>post-|war</p>'],
    ['in emphasis', '<p data-block="1">A <em>b c</em></p>', 4, '<p>A <em>b |c</em></p>'],
    ['at emphasis', '<p data-block="1">A <em>b</em></p>', 2, '<p>A <em>|b</em></p>'],
    [
      'after a call',
      `<p data-block="1">A.${call} B</p>`,
      4,
      '<p>A.<a class="note-call">1</a> |B</p>',
    ],
    ['in a call', `<p data-block="1">A.${call} B</p>`, 2, '<p>A.|<a class="note-call">1</a> B</p>'],
    ['past the end', '<p data-block="1">One</p>', 99, '<p>One|</p>'],
    ['in a heading', '<h2 data-block="1">One two</h2>', 4, '|<h2>One two</h2>'],
    ['at a figure', '<figure data-block="1"><img></figure>', 3, '|<figure><img></figure>'],
    ['at a rule', '<hr data-block="1">', 0, '|<hr>'],
    [
      'between rows',
      '<table data-block="1"><tbody><tr><td>a</td></tr>\n<tr><td>b</td></tr></tbody></table>',
      1,
      '<table><tbody><tr><td>a</td></tr>\n<tr><td>|b</td></tr></tbody></table>',
    ],
    [
      'past a table',
      '<table data-block="1"><tbody><tr><td>a</td></tr></tbody></table>',
      9,
      '<table><tbody><tr><td>a</td></tr></tbody></table>|',
    ],
    ['in a list item', '<ul><li data-block="1">a b</li></ul>', 2, '<ul><li>a |b</li></ul>'],
    ['where there is no such block', '<p data-block="7">a</p>', 0, '<p>a</p>'],
  ])('%s', (_, html, offset, expected) => {
    expect(breakIn(html, offset)).toBe(expected);
  });
});

describe('wordStart', () => {
  it.each([
    ['one two', 5, 4],
    ['one two', 3, 3],
    ['don’t', 4, 0],
    ['日本語', 2, 2],
    ['', 0, 0],
  ])('%s at %i', (text, offset, expected) => {
    expect(wordStart(text, offset)).toBe(expected);
  });
});

describe('markPages', () => {
  const text = '<p data-block="0">One two</p><p data-block="1">Three four</p>';
  const end = '<p data-block="2">The house</p>';

  /** Body and colophon with the folios of the pages that begin in them. */
  function paged(starts: Parameters<typeof markPages>[1]): string[] {
    const [body, colophon] = [text, end].map((html) => fromHtml(html, { fragment: true }));
    if (!body || !colophon) throw new Error('no trees');
    markPages({ body, references: { type: 'root', children: [] }, colophon }, starts);
    return [body, colophon].map((tree) =>
      toHtml(tree)
        .replace(/<span class="page-break"[^>]*aria-label="(.)"[^>]*><\/span>/g, '|$1|')
        .replace(/ data-block="\d+"/g, ''),
    );
  }

  const start = (page: number, block?: number, offset?: number) => ({
    page,
    label: String(page + 1),
    block,
    offset,
  });

  it.each([
    [
      'a text that opens its page',
      [start(0, 0, 0), start(1, 1, 6)],
      '|1|<p>One two</p><p>Three |2|four</p>',
    ],
    [
      'a text that begins under its contents',
      [start(0), start(1, 0, 4)],
      '|1|<p>One |2|two</p><p>Three four</p>',
    ],
    [
      'a text that opens a page after its contents',
      [start(0), start(1, 0, 0), start(2, 1, 0)],
      '|2|<p>One two</p><p>|3|Three four</p>',
    ],
    ['a text on one page', [start(0)], '|1|<p>One two</p><p>Three four</p>'],
    ['no pages', [], '<p>One two</p><p>Three four</p>'],
  ])('%s', (_, starts, expected) => expect(paged(starts)[0]).toBe(expected));

  it('the first page after the text opens with the colophon', () => {
    const [, colophon] = paged([start(0, 0, 0), start(1, 1, 6), start(2), start(3)]);
    expect(colophon).toBe('|3|<p>The house</p>');
    expect(paged([start(0, 0, 0)])[1]).toBe('<p>The house</p>');
  });
});
