import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import { type Folio, forPaper, namesPages } from '../../src/document/paper.js';
import { paperOffsets } from '../../src/document/paper-offsets.js';
import { build } from './build.js';

const signs = { list: ', ', comma: ', ', colon: ': ', stop: '.', open: ' (', close: ')' };
const settings = { onPage: 'p. {}', signs, numbersByPage: false };
const on =
  (pages: Record<string, number>) =>
  (id: string): Folio => {
    const page = pages[id] ?? 0;
    return { page, label: String(page + 1) };
  };
const htmlOf = ({ body }: OctavoDocument) => toHtml(body).replace(/ data-block="\d+"/g, '');

describe('a link that asks for its page', () => {
  const { document } = build('## Two {#two}\n\nSee [it](#two){.page} (and [here](#two){.page}).\n');

  test('is a link like others where there are no pages', () => {
    expect(htmlOf(document)).toContain('See <a href="#two" class="page-reference">it</a> (and');
    expect(namesPages(document, settings)).toBe(true);
  });

  test('names its page on paper, after a comma in parentheses', () => {
    const paper = forPaper(document, on({ two: 11 }), settings);
    expect(textOf(paper.body)).toContain('See it (p. 12) (and here, p. 12).');
    expect(textOf(document.body)).toContain('See it (and here).');
  });

  test('stands in the signs of the language, and sees parentheses of either width', () => {
    const wide = build('## 二 {#two}\n\n见[它](#two){.page}（及[此](#two){.page}）。\n').document;
    const paper = forPaper(wide, on({ two: 11 }), {
      ...settings,
      onPage: '第{}页',
      signs: { list: '、', comma: '，', colon: '：', stop: '。', open: '（', close: '）' },
    });
    expect(textOf(paper.body)).toContain('见它（第12页）（及此，第12页）。');
  });

  test('is no other link, nor one whose attributes say something else', () => {
    const other = build(
      '## Two {#two}\n\n[a](#two){.big} [b](https://a.example){.page} [c](#two)\n',
    );
    expect(textOf(other.document.body)).toContain('a{.big} b{.page} c');
    expect(namesPages(other.document, settings)).toBe(false);
  });
});

describe('numbers of notes by page', () => {
  const { document } = build('a^[A] b^[B] c[^*] d[^*] e^[C]\n\n[^*]: M\n');
  const calls = (shown: OctavoDocument) => {
    const found: string[] = [];
    visit(shown.body, 'element', (element: Element) => {
      if (element.properties.dataNote !== undefined) found.push(textOf(element));
    });
    return found.join(' ');
  };

  test('begin again on each page', () => {
    const paper = forPaper(document, on({ 'note-2': 1, 'note-3': 1, 'note-4': 1 }), {
      ...settings,
      numbersByPage: true,
    });
    expect(calls(paper)).toBe('1 1 2 2 3');
    expect(paper.notes.map(({ number }) => number)).toEqual([1, 1, 2, 3]);
    expect(calls(document)).toBe('1 2 3 3 4');
  });
});

test('places on paper are found again in the Document', () => {
  const many = Array.from({ length: 12 }, (_, index) => `w${index}^[N]`).join(' ');
  const { document } = build(
    `## Two {#two}\n\n${many} see [it](#two){.page} and *so on* to the end.\n`,
  );
  const paper = forPaper(document, on({ 'note-11': 1, 'note-12': 1 }), {
    ...settings,
    numbersByPage: true,
  });
  const textIn = ({ body }: OctavoDocument) => textOf(body.children[2] as Element);
  const [shown, text] = [textIn(paper), textIn(document)];
  const offsetOf = paperOffsets(paper, document);
  for (const words of ['w0', 'w10', 'w11', 'see', 'it', 'and', 'on', 'end']) {
    expect(offsetOf(1, shown.indexOf(words)), words).toBe(text.indexOf(words));
  }
  expect(offsetOf(1, shown.indexOf('(p.'))).toBe(text.indexOf(' and'));
});
