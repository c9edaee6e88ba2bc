import { beforeAll, describe, expect, it } from 'vitest';
import type { OctavoDocument } from '../../../src/document/document.js';
import { copyOf, takesOf } from '../../../src/pages/copy/copy.js';
import { FlowingText } from '../../../src/pages/copy/flowing-text.js';
import { Slips } from '../../../src/pages/copy/slips.js';
import type { Template } from '../../../src/template/index.js';
import { loadTemplate } from '../../../src/template/index.js';
import { stripMarkers } from '../../../src/typography/index.js';
import { documentFrom } from '../document.js';

let template: Template;
beforeAll(async () => {
  template = await loadTemplate('commentary', '/');
});

/** All of a text as one take. */
async function whole(document: OctavoDocument, endOfText: string) {
  const fixed = { opening: '', openingFoot: '', closing: '', endOfText };
  const parts = { document, template, fixed, idleFamilies: [] };
  const text = new FlowingText().of(document, endOfText);
  const slips = new Slips(document.metadata.lang, document.images);
  return copyOf(parts, takesOf(parts, text), 0, slips);
}

const sources = async (...parts: Parameters<typeof documentFrom>) =>
  whole(documentFrom(...parts), '');

describe('galleys', () => {
  it('number notes, with a way back to the call', async () => {
    const { notes } = await sources('<p>x<note>A <em>note</em></note></p>');
    expect(stripMarkers(notes)).toBe(
      '<div class="notes" lang="en-GB"><div class="note" id="note-1"><p><a class="note-number" href="#call-1">1</a>A <em>note</em></p></div></div>',
    );
  });

  it('have no list of contents where no heading is listed', async () => {
    const { text } = await sources('<p>x</p>', { toc: true });
    expect(text).not.toContain('contents');
  });

  it('give a note that begins with no paragraph a line for its number', async () => {
    const document = documentFrom('<p>x<note>y</note></p>');
    const [note] = document.notes;
    if (note) {
      note.content = [{ type: 'element', tagName: 'ul', properties: {}, children: [] }];
    }
    const { notes } = await whole(document, '');
    expect(notes).toContain('<p><a class="note-number" href="#call-1">1</a></p><ul></ul>');
  });

  it('run entries of the contents as their headings run', async () => {
    const document = documentFrom('<p>x</p>', { toc: true });
    const entry = { level: 2, text: 'x', content: [], children: [] };
    document.contents = [
      { ...entry, id: 'a' },
      { ...entry, id: 'b', lang: 'he', dir: 'rtl' },
    ];
    const { text } = await whole(document, '');
    expect(text.match(/<a href="#[ab]"[^>]*>/g)).toEqual([
      '<a href="#a">',
      '<a href="#b" lang="he" dir="rtl">',
    ]);
  });

  it('number the items of lists, so that a list that is cut counts on', async () => {
    const { text } = await sources('<ol start="4"><li>a</li><li value="9">b</li><li>c</li></ol>');
    expect(text.match(/value="\d+"/g)).toEqual(['value="4"', 'value="9"', 'value="10"']);
  });

  it('end with the date, then the references', async () => {
    const document = documentFrom('<p>x</p>', {
      referencesTitle: 'References',
      referencesId: 'references-2',
      references: [
        {
          key: 'a',
          id: 'ref-1',
          block: 1,
          content: [{ type: 'text', value: 'Work' }],
          text: 'Work',
        },
      ],
    });
    const { text } = await whole(document, '<p class="date">today</p>');
    expect(text).toMatch(
      /<p data-block="0">x<\/p><div class="end-of-text"><p class="date">today<\/p><\/div><section class="references"><h2 id="references-2">References<\/h2><p class="reference" id="ref-1" data-block="1">Work<\/p><\/section><\/div>$/,
    );
  });

  it('hold no heading for references that there are none of', async () => {
    const { text } = await sources('<p>x</p>', { referencesTitle: 'References' });
    expect(text).not.toContain('References');
  });

  it('say the size of images, and where they are', async () => {
    const image = {
      source: 'a b.png',
      bytes: new Uint8Array(),
      mediaType: 'image/png' as const,
      width: 30,
      height: 20,
    };
    const { text } = await sources('<p><img src="a b.png" alt="A"></p>', {
      images: new Map([['a b.png', image]]),
    });
    expect(text).toContain('<img src="images/0" alt="A" width="30" height="20">');
  });
});
