import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import { buildDocument } from '../../src/document/build-document.js';
import { placedReferences } from '../../src/document/placed-references.js';
import { cite } from '../citations/setting.js';
import { works } from '../citations/works.js';

/** The Document of a manuscript, its lists of works in the text. */
async function documentOf(manuscript: string) {
  const { root, atEnd } = await cite(manuscript, works, {
    style: 'octavo-author-date',
    linkCitations: true,
    lists: { sectionLevel: 1, title: 'Works' },
  });
  const report = new Report();
  const document = buildDocument(
    {
      text: root,
      metadata: { title: 'T', authors: [], lang: 'en-GB', keywords: [] },
      references: atEnd,
      referencesTitle: 'Works',
      images: new Map(),
      toc: false,
      files: { manuscript: 'm.md' },
    },
    report,
  );
  return { document, findings: report.diagnostics };
}

function linksIn(tree: Nodes): string[] {
  const links: string[] = [];
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'a') links.push(String(properties.href));
  });
  return links;
}

test('citations lead to lists in the text, whatever ids the manuscript has', async () => {
  const { document, findings } = await documentOf(
    '## One {#ref-1}\n\nA [@book].\n\n## Two\n\nB [@book].',
  );
  expect(findings).toEqual([]);
  expect(linksIn(document.body)).toEqual(['#ref-1', '#ref-2']);
  expect(placedReferences(document.body).map(({ id, key, block }) => [id, key, block])).toEqual([
    ['ref-1', 'book', 3],
    ['ref-2', 'book', 7],
  ]);
  expect(document.contents.map(({ id, children }) => [id, children[0]?.id])).toEqual([
    ['s-ref-1', 'works'],
    ['two', 'works-2'],
  ]);
  expect([document.references, document.referencesTitle, document.referencesId]).toEqual([
    [],
    undefined,
    undefined,
  ]);
});
