import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { build } from './build.js';

function bodyOf(text: string) {
  const { document, findings } = build(text);
  return { html: toHtml(document.body).replace(/ data-block="\d+"/g, ''), findings };
}

describe('a link out of the publication', () => {
  test.each([
    ['[x](https://example.org/a)', 'https://example.org/a'],
    ['[x](https://example.org/a|b)', 'https://example.org/a%7Cb'],
    ['[x](mailto:a@example.org)', 'mailto:a@example.org'],
    ['[x](tel:+390612345)', 'tel:+390612345'],
    ['[x](doi:10.1000/182)', 'doi:10.1000/182'],
  ])('%s stays', (text, href) => {
    expect(bodyOf(text)).toEqual({ html: `<p><a href="${href}">x</a></p>`, findings: [] });
  });

  test.each([
    'other.md',
    '../up.html#part',
    '/root',
    '//example.org/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:https://example.org/1',
  ])('to %s keeps its words alone, and is told of once', (href) => {
    expect(bodyOf(`See *it*: [the **words**](${href}).`)).toEqual({
      html: '<p>See <em>it</em>: the <strong>words</strong>.</p>',
      findings: ['document/outside-link manuscript.md:1:11'],
    });
  });

  test('is looked at in notes, captions and the colophon, each in its file', () => {
    const { findings } = build(
      'a^[[n](n.md)]\n\n![c [i](i.md)](x.png)\n\n| a |\n|---|\n| b |\n\nTable: [t](t.md)',
      'One.\n\n[c](c.md)',
    );
    expect(findings.sort()).toEqual([
      'document/outside-link colophon.md:3:1',
      'document/outside-link manuscript.md:1:4',
      'document/outside-link manuscript.md:3:5',
      'document/outside-link manuscript.md:9:8',
    ]);
  });
});

describe('a link inside the publication', () => {
  test.each([
    ['to a heading by its text', '[x](#one-two)\n\n## One two', 'one-two'],
    ['to a heading by its own id', '[x](#Own_id)\n\n## One {#Own_id}', 'Own_id'],
    ['to an id that is spelt anew', '[x](#d%C3%A9but)\n\n## One {#début}', 'debut'],
    ['to raw HTML', '[x](#here)\n\n<div id="here">\n\na\n\n</div>', 'here'],
    ['to raw HTML named like a note', '[x](#note-1)^[n]\n\n<b id="note-1">a</b>', 's-note-1'],
    ['to a note', '[x](#note-1)^[n]', 'note-1'],
    ['to the reference list', '[x](#references)\n\n## References', 'references'],
    ['to a heading named like a property', '[x](#constructor)\n\n## Constructor', 'constructor'],
  ])('%s', (_, text, id) => {
    const { html, findings } = bodyOf(text);
    expect(html).toContain(`<a href="#${id}">x</a>`);
    expect(findings).toEqual([]);
  });

  test.each(['#gone', '#', '#toString', '#note-2'])('to %s is dead', (href) => {
    expect(bodyOf(`a^[n]\n\n[x](${href})`)).toMatchObject({
      html: expect.stringContaining('<p>x</p>'),
      findings: ['document/dead-link manuscript.md:3:1'],
    });
  });
});
