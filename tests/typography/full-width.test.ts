import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { fullWidthSigns } from '../../src/typography/full-width/signs.js';
import { markFullWidth } from '../../src/typography/index.js';

/** The signs of a text in full width, in braces. */
function shown(text: string): string {
  let out = '';
  let at = 0;
  for (const { from, to } of fullWidthSigns(text)) {
    out += `${text.slice(at, from)}{${text.slice(from, to)}}`;
    at = to;
  }
  return out + text.slice(at);
}

describe('signs in full width', () => {
  it.each([
    ['他说：“纸张——旧纸——会说话……”', '他说：{“}纸张{——}旧纸{——}会说话{……”}'],
    ['约翰·史密斯 and 3·4', '约翰{·}史密斯 and 3·4'],
    ['读到“peace”二字', '读到{“}peace{”}二字'],
    ['“Long peace”这个词', '{“}Long peace{”}这个词'],
    ['用 John’s “long — peace” 一词', '用 John’s “long — peace” 一词'],
    ['他写道：“John’s”。', '他写道：{“}John’s{”}。'],
    ['紙は――語る‥‥', '紙は{――}語る{‥‥}'],
    ['𠀀—𠀀', '𠀀{—}𠀀'],
    ['“”', '“”'],
  ])('%s', (text, wanted) => {
    expect(shown(text)).toBe(wanted);
  });

  it('are found in any text, in order and apart', () => {
    const unit = fc.constantFrom(...'“”‘’—…·中a 。𠀀');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        let end = 0;
        for (const { from, to } of fullWidthSigns(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('a tree with signs in full width', () => {
  const marked = (html: string, lang: string) => {
    const tree = fromHtml(html, { fragment: true });
    const text = textOf(tree);
    markFullWidth(tree, lang);
    expect(textOf(tree)).toBe(text);
    return toHtml(tree).replaceAll('<span class="full-width">', '{').replaceAll('</span>', '}');
  };

  it.each([
    ['zh-Hans', '<p>他说：“好。”</p>', '<p>他说{：“}好{。”}</p>'],
    ['ja', '<p>紙は——<em>“紙”</em>。</p>', '<p>紙は{——}<em>{“}紙{”}</em>。</p>'],
    ['zh', '<p>“A<br>”好</p>', '<p>{“}A<br>{”}好</p>'],
    ['zh', '<p>中<code>——</code>中</p>', '<p>中<code>——</code>中</p>'],
    ['ko', '<p>글 “字” 글</p>', '<p>글 “字” 글</p>'],
    ['en', '<p>“紙”</p>', '<p>“紙”</p>'],
    ['zh', '<p>“好”“好”</p>', '<p>{“}好{”“}好{”}</p>'],
  ])('in %s: %s', (lang, html, wanted) => {
    expect(marked(html, lang)).toBe(wanted);
  });

  it('has them where a stretch alone is Chinese or Japanese', () => {
    expect(marked('<p>“A” <i lang="zh">“好”</i></p>', 'en')).toBe(
      '<p>“A” <i lang="zh">{“}好{”}</i></p>',
    );
    expect(marked('<p>好<i lang="en">“A”</i></p>', 'zh')).toBe('<p>好<i lang="en">“A”</i></p>');
  });
});
