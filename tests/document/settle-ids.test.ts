import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import { build } from './build.js';

function idsOf({ body, notes, colophon }: OctavoDocument): [string, string][] {
  const ids: [string, string][] = [];
  const trees = [body, ...notes.flatMap(({ content }) => content), ...(colophon ? [colophon] : [])];
  for (const tree of trees) {
    visit(tree, 'element', (element: Element) => {
      const { id } = element.properties;
      if (id !== undefined) ids.push([String(id), textOf(element).trim()]);
    });
  }
  return ids;
}

test('a heading named like the reference list leaves the list its id', () => {
  const { document } = build('## References\n\nText.');
  expect(document.referencesId).toBe('references');
  expect(document.contents.map(({ id }) => id)).toEqual(['references-2']);
});

test('without a reference list the id is free', () => {
  const { document } = build('## References\n\nText.', undefined, []);
  expect(document.referencesId).toBeUndefined();
  expect(document.contents.map(({ id }) => id)).toEqual(['references']);
});

test('ids of raw HTML never meet those that Octavo gives out', () => {
  const { document } = build(
    'a^[n] <b id="note-1">b</b> <i id="call-1">c</i> <u id="ref-1">d</u> <s id="references">e</s>\n\n## Two\n\n<div id="two">\n\nf\n\n</div>',
    '<div id="two">\n\ng\n\n</div>\n\n# Two',
  );
  const ids = idsOf(document);
  expect(ids).toEqual([
    ['call-1', '1'],
    ['s-note-1', 'b'],
    ['s-call-1', 'c'],
    ['s-ref-1', 'd'],
    ['references-2', 'e'],
    ['two-3', 'Two'],
    ['two', 'f'],
    ['two-2', 'g'],
    ['two-4', 'Two'],
  ]);
});

test('cells follow the header cells that they name', () => {
  const { document } = build(
    '<table><tr><th id="note-1">h</th></tr><tr><td headers="note-1">d</td></tr></table>',
  );
  const headers: unknown[] = [];
  visit(document.body, { type: 'element', tagName: 'td' }, (cell: Element) => {
    headers.push(cell.properties.headers);
  });
  expect(headers).toEqual([['s-note-1']]);
});
