import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { markCaptionLabels } from '../../../src/pages/copy/caption-labels.js';

const marked = (caption: ReturnType<typeof h>) => {
  const tree = h('div', caption);
  markCaptionLabels(tree);
  return toHtml(tree.children)
    .replaceAll('span class="caption-label"', 'b')
    .replaceAll('/span', '/b');
};

describe('the label of a caption', () => {
  it.each([
    ['Figure 1. Chances.', '<b>Figure 1.</b> Chances.'],
    ['Table 2: Ways.', '<b>Table 2:</b> Ways.'],
    ['Abb. 3.1. Ein Bild.', '<b>Abb. 3.1.</b> Ein Bild.'],
    ['Tabella\u00A04. Le vie.', '<b>Tabella\u00A04.</b> Le vie.'],
    ['Figure 1 shows much.', 'Figure 1 shows much.'],
    ['No label at all.', 'No label at all.'],
    ['Version 1.5 of all.', 'Version 1.5 of all.'],
  ])('%s', (text, expected) => {
    expect(marked(h('figcaption', text))).toBe(`<figcaption>${expected}</figcaption>`);
    expect(marked(h('caption', [h('p', text)]))).toBe(`<caption><p>${expected}</p></caption>`);
  });

  it('is none where a caption begins with something else than text', () => {
    expect(marked(h('caption', [h('em', 'Figure 1. A')]))).toBe(
      '<caption><em>Figure 1. A</em></caption>',
    );
    expect(marked(h('p', 'Figure 1. A'))).toBe('<p>Figure 1. A</p>');
  });
});
