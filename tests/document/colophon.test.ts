import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { build } from './build.js';

function colophonOf(text: string) {
  const { document, findings } = build('a', text);
  return {
    html: document.colophon && toHtml(document.colophon).replace(/ data-block="\d+"/g, ''),
    findings,
  };
}

test('a note in the colophon is set in parentheses', () => {
  expect(colophonOf('Set^[in *X*].')).toEqual({
    html: '<p>Set (in <em>X</em>).</p>',
    findings: ['document/colophon-note colophon.md:1:4'],
  });
  expect(colophonOf('A[^n] b[^n]\n\n[^n]: c').html).toBe('<p>A (c) b (c)</p>');
});

test.each(['[@key]', '[see @key, p. 3; -@b]', '@key', '@key [p. 4]', '[@{a b}]'])(
  'the citation %s in the colophon stays as typed',
  (citation) => {
    expect(colophonOf(`x ${citation}`)).toEqual({
      html: `<p>x ${citation.replace('p. ', 'p.\u00A0')}</p>`,
      findings: ['document/colophon-citation colophon.md:1:3'],
    });
  },
);

test('contents repeat neither images nor links', () => {
  const { document } = build('# H ![*i* j](x.svg) [l **m**](https://x.org)^[n]');
  expect(document.contents.map(({ content }) => toHtml(content))).toEqual([
    'H i j l <strong>m</strong>',
  ]);
});

test('a link that shows its address shows it as typed', () => {
  const { document } = build('"a" <https://x.org/?a="b"> ^[<https://x.org/?c="d">]');
  expect(toHtml(document.body)).toContain('?a="b"</a>');
  expect(toHtml(document.body)).toContain('“a”');
  expect(toHtml(document.notes[0]?.content ?? [])).toContain('?c="d"</a>');
});
