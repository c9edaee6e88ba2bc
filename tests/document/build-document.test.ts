import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { build } from './build.js';

const documentOf = (text: string, colophon?: string) => build(text, colophon).document;

function blocksOf(tree: Nodes): [number, string][] {
  const found: [number, string][] = [];
  visit(tree, 'element', (element: Element) => {
    const { dataBlock } = element.properties;
    if (typeof dataBlock === 'number') found.push([dataBlock, element.tagName]);
  });
  return found;
}

describe('notes', () => {
  test('are numbered by their first call, wherever it stands', () => {
    const { body, notes } = documentOf(
      '# Power[^b]\n\nOne.^[Inline *note*.] Two.[^a]\n\n| x[^c] |\n|---|\n| y |\n\n[^a]: A.\n[^b]: B.\n\n    Second paragraph.\n[^c]: C.\n',
    );
    expect(notes.map(({ number, id, callIds }) => [number, id, callIds])).toEqual([
      [1, 'note-1', ['call-1']],
      [2, 'note-2', ['call-2']],
      [3, 'note-3', ['call-3']],
      [4, 'note-4', ['call-4']],
    ]);
    expect(notes.map(({ content }) => textOf({ type: 'root', children: content }).trim())).toEqual([
      'B.\nSecond paragraph.',
      'Inline note.',
      'A.',
      'C.',
    ]);
    expect(toHtml(body)).toContain(
      '<a class="note-call" id="call-2" href="#note-2" data-note="2">2</a>',
    );
  });

  test('a note called twice stays one note with two calls', () => {
    const { notes, body } = documentOf('One.[^a] Two.[^a]\n\n[^a]: A.\n');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.callIds).toEqual(['call-1', 'call-1-2']);
    expect(toHtml(body)).toContain('id="call-1-2" href="#note-1"');
  });
});

describe('headings', () => {
  test('sink where the text uses the level of the title', () => {
    const { body } = documentOf('# A\n\n## B\n\n###### C\n');
    expect(toHtml(body)).toMatch(/<h2[^>]*>A.*<h3[^>]*>B.*<h6[^>]*>C/s);
  });

  test('say their language and direction in the contents, where these are others', () => {
    const { contents } = documentOf(
      '## One\n\n## Zwei {lang=de}\n\n## הדפוס\n\n::: {lang=ar}\n## الطباعة\n:::\n\n## شيء {dir=ltr}\n',
    );
    expect(contents.map(({ lang, dir }) => [lang, dir])).toEqual([
      [undefined, undefined],
      ['de', undefined],
      [undefined, 'rtl'],
      ['ar', 'rtl'],
      [undefined, undefined],
    ]);
  });

  test('make the contents, without note calls', () => {
    const { contents } = documentOf('## One *two*[^a]\n\n### Three\n\n## Four\n\n[^a]: A.\n');
    expect(
      contents.map(({ text, children }) => [text, children.map((child) => child.text)]),
    ).toEqual([
      ['One two', ['Three']],
      ['Four', []],
    ]);
    expect(contents[0]?.id).toBe('one-two');
  });
});

describe('leaf blocks', () => {
  test('are numbered through body, references and colophon', () => {
    const { body, references, colophon } = documentOf(
      'Text.\n\n> Quote.\n\n- tight\n- list\n\n1. loose\n\n2. list\n\n---\n\n| a |\n|---|\n| b |\n',
      '# Institute\n\nAddress.\n',
    );
    expect(blocksOf(body)).toEqual(
      ['p', 'p', 'li', 'li', 'p', 'p', 'hr', 'table'].map((name, index) => [index, name]),
    );
    expect(references.map(({ block }) => block)).toEqual([8, 9]);
    expect(colophon && blocksOf(colophon)).toEqual([
      [10, 'h2'],
      [11, 'p'],
    ]);
  });
});

test('quotation marks are set in text, notes and metadata', () => {
  const { metadata, body, notes } = documentOf('It\'s "so".[^a]\n\n[^a]: "A".\n');
  expect(metadata.title).toBe('Europe’s “turn”');
  expect(textOf(body)).toContain('It’s “so”.');
  expect(textOf({ type: 'root', children: notes[0]?.content ?? [] })).toContain('“A”');
});

test('nodes know their place in the manuscript', () => {
  const { body } = documentOf('One.\n\nTwo *three*.\n');
  const places: string[] = [];
  visit(body, 'element', (element: Element) => {
    const start = element.position?.start;
    places.push(`${element.tagName} ${start?.line}:${start?.column}`);
  });
  expect(places).toEqual(['p 1:1', 'p 3:1', 'em 3:5']);
});
