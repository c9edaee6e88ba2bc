import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

test.each([
  ['words', 'a [b]{lang="not a tag!"} c', '<p>a <span>b</span> c</p>', '1:3'],
  ['a heading', '## A {lang=german}', '<h2>A</h2>', '1:1'],
  ['a container', '::: {lang=x-ours}\na\n:::', '<div><p>a</p></div>', '1:1'],
  ['a box', ':::box{lang="d e"}\na\n:::', '<aside class="box"><p>a</p></aside>', '1:1'],
  ['raw HTML', 'a\n\n<div lang="??">\n\nb\n\n</div>', '<p>a</p>\n<div><p>b</p></div>', '3:1'],
  ['words of a note', 'a^[b [c]{lang=1}]', '<p>a<note><p>b <span>c</span></p></note></p>', '1:6'],
])('a language that is none is told of and left out: of %s', (_, written, expected, place) => {
  const { root, findings } = parse(written);
  expect(findings).toEqual([`markdown/language ${place}`]);
  expect(html(root).replaceAll(/>\s+</g, '><')).toBe(expected.replaceAll(/>\s+</g, '><'));
});

test('a language is written as programs compare it', () => {
  const { root, findings } = parse('[a]{lang=pt_br} <span lang="ZH-yue">b</span>');
  expect(findings).toEqual([]);
  expect(html(root)).toBe('<p><span lang="pt-BR">a</span> <span lang="yue">b</span></p>');
});

test('a direction that is none is told of and left out', () => {
  const { root, findings } = parse('a [b]{dir=up} [c]{dir=rtl}');
  expect(findings).toEqual(['markdown/direction 1:3']);
  expect(html(root)).toBe('<p>a <span>b</span> <span dir="rtl">c</span></p>');
});
