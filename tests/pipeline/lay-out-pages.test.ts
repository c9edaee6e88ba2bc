import { fileURLToPath } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument, Reference } from '../../src/document/document.js';
import { EarlyBrowser } from '../../src/pipeline/early-browser.js';
import { layOutPages, printing } from '../../src/pipeline/lay-out-pages.js';
import type { Publication } from '../../src/publication/publication.js';
import { loadTemplate, type Template } from '../../src/template/index.js';
import { documentFrom, prose } from '../pages/document.js';
import { printedText } from '../pages/printed-text.js';

const browser = new EarlyBrowser();
let template: Template;
beforeAll(async () => {
  template = await loadTemplate(fileURLToPath(new URL('../pages/tiny', import.meta.url)), '/');
});
afterAll(() => browser.close());

function entry(number: number, targets: string[]): Reference {
  const links = targets.map((id) => `<a href="#${id}">x</a>`).join(', ');
  const { children } = fromHtml(
    `Work ${number}. <span class="back-references" data-keys="k">Cited in n. ${links}.</span>`,
    { fragment: true },
  );
  const content = children as Reference['content'];
  return { key: 'k', id: `ref-${number}`, block: 100 + number, content, text: 'Work.' };
}

const cited = documentFrom(
  `<p>${prose(90)}<note>One</note> ${prose(5)}<note>Two</note> ${prose(200)}<note>Three</note></p><p>${prose(300)} <span id="cite-4">here</span></p>`,
  {
    referencesTitle: 'Works',
    referencesId: 'works',
    references: [entry(1, ['call-1', 'call-2', 'call-3', 'cite-4']), entry(2, ['call-2'])],
  },
);

async function lay(
  document: OctavoDocument,
  backReferences: boolean,
  restartNotes: 'page' | false = false,
) {
  const report = new Report();
  const publication = {
    citations: { backReferences, restartNotes },
    manuscript: { shown: 'm.md' },
    metadata: document.metadata,
    placeOf: () => ({ file: 'm.md', line: 1, column: 1 }),
  };
  const laidOut = await layOutPages({
    publication: publication as unknown as Publication,
    document,
    report,
    layOut: printing(template, await browser.composingRoom(template, 1_000_000)),
  });
  return { ...laidOut, report };
}

test('works say on which pages they are cited, each page once', async () => {
  const before = structuredClone(cited.references);
  const { pages, document, report } = await lay(cited, true);
  const folios = ['call-1', 'call-2', 'call-3', 'cite-4'].map(
    (id) => pages.starts[pages.targets[id]?.page ?? -1]?.label,
  );
  expect(new Set(folios).size).toBeGreaterThan(2);
  expect(
    document.references.map(({ content }) => textOf({ type: 'root', children: content })),
  ).toEqual([
    `Work 1. Cited on p.\u00a0${[...new Set(folios)].join(', ')}.`,
    `Work 2. Cited on p.\u00a0${folios[1]}.`,
  ]);
  const printed = (await printedText(pages.parts)).flat().map(({ text }) => text);
  expect(printed.join('').replace(/\s/g, '')).toContain([...new Set(folios)].join(','));
  expect(report.diagnostics.filter(({ rule }) => rule === 'pages/missing-glyph').length).toBe(0);
  expect(cited.references).toEqual(before);
});

test('pages are laid out once, as they are, where nobody asks', async () => {
  const { document } = await lay(cited, false);
  expect(document).toBe(cited);
});

test('notes have the numbers of their pages, and other editions know where those begin', async () => {
  const notes = Array.from({ length: 14 }, (_, at) => `${prose(30, at)}<note>N</note>`).join(' ');
  const numbered = documentFrom(`<p>${notes}</p>`);
  const { pages, document } = await lay(numbered, false, 'page');
  const pagesOf = document.notes.map(({ id }) => pages.targets[id]?.page);
  expect(new Set(pagesOf).size).toBeGreaterThan(2);
  const seen = new Map<number | undefined, number>();
  for (const [index, { number }] of document.notes.entries()) {
    const page = pagesOf[index];
    seen.set(page, (seen.get(page) ?? 0) + 1);
    expect(number).toBe(seen.get(page));
  }
  const words = textOf(numbered.body);
  const printed = await printedText(pages.parts);
  for (const { page, offset } of pages.starts.slice(1)) {
    const first = printed[page]?.find(({ text }) => /^[a-z]{2}/.test(text))?.text ?? '';
    const begun = first.replace(/-$/, '').trim().slice(0, 12);
    expect(words.slice(offset).trimStart().slice(0, begun.length)).toBe(begun);
  }
});
