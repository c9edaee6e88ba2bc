import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import { readPdf } from '../support/pdf.js';
import { documentFrom, prose } from './document.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

/** A document of which notes (from 0) have marks in the place of numbers. */
function marked(html: string, marks: Record<number, string>): OctavoDocument {
  const document = documentFrom(html);
  let number = 0;
  document.notes.forEach((note, index) => {
    note.mark = marks[index];
    number += note.mark === undefined ? 1 : 0;
    note.number = note.mark === undefined ? number : 0;
  });
  return document;
}

/** Calls as the Document has them: with their marks. */
function markCalls(tree: Nodes, marks: Record<number, string>): void {
  visit(tree, 'element', ({ properties, children }: Element) => {
    const mark = marks[Number(properties.dataNote) - 1];
    if (mark === undefined) return;
    properties.className = ['note-call', 'marked'];
    children.splice(0, children.length, { type: 'text', value: mark });
  });
}

/** The notes as they stand at the feet of columns, by their first words. */
async function feet(document: OctavoDocument): Promise<string[]> {
  const { pages, report } = await tiny.lay(document);
  expect(report.diagnostics).toEqual([]);
  const printed = await printedText(pages.parts);
  return printed.flat().flatMap(({ text }) => /note [a-d]/.exec(text)?.[0] ?? []);
}

const note = (name: string) => `<note>note ${name}</note>`;

describe('marked notes', () => {
  it('stand before the numbered ones of their column', async () => {
    const html = `<p>${note('a')} x ${note('b')} y ${note('c')}</p>`;
    expect(await feet(marked(html, {}))).toEqual(['note a', 'note b', 'note c']);
    expect(await feet(marked(html, { 1: '*', 2: '†' }))).toEqual(['note b', 'note c', 'note a']);
  });

  it('stay behind what goes on from the column before', async () => {
    const long = `<note>note a ${prose(150)}</note>`;
    const html = `<p>x${long} ${prose(40)} y${note('b')} z${note('c')}</p>`;
    expect(await feet(marked(html, { 2: '*' }))).toEqual(['note a', 'note c', 'note b']);
  });

  it('are as far from the next as others, whatever they end with', async () => {
    const html = `<p>${note('a')} x ${note('b')} y</p><p>${prose(20)}</p>`;
    const document = marked(html, { 1: '*' });
    const quotation = fromHtml('<blockquote style="margin: 20px 0"><p>Said so</p></blockquote>', {
      fragment: true,
    });
    document.notes[1]?.content.push(...(quotation.children as ElementContent[]));
    expect(await feet(document)).toEqual(['note b', 'note a']);
  });

  it('are called by the opening in the first column', async () => {
    const html = `<p>one ${note('b')}</p><p>${prose(300)}</p>`;
    const document = marked(`<p>${note('a')}</p>${html}`, { 0: '*' });
    const [first] = document.body.children;
    document.body.children.shift();
    const call = first?.type === 'element' ? first.children[0] : undefined;
    if (call?.type !== 'element') throw new Error('no call');
    document.openingCalls = [{ of: 'title', call }];
    expect(await feet(document)).toEqual(['note a', 'note b']);
    const { pages } = await tiny.lay(document);
    expect(pages.targets['call-1']).toMatchObject({ page: 0 });
    expect(pages.targets['note-1']).toMatchObject({ page: 0 });
  });
});

it('marks stand close to their words, however wide a line is set', async () => {
  const words = Array.from({ length: 12 }, (_, at) => `${prose(4, at + 1)} end.${note('a')}`);
  const marks = Object.fromEntries(words.map((_, at) => [at, '†‡*'[at % 3] as string]));
  const document = marked(`<p>${words.join(' ')}</p>`, marks);
  markCalls(document.body, marks);
  const { pages } = await tiny.lay(document);
  const { pages: read } = await readPdf(pages.parts[0] as Uint8Array);
  const runs = read.flatMap((page) => page.runs.filter(({ text }) => text.trim() !== ''));
  const calls = runs.filter(({ text, size }) => /^[†‡*]/.test(text) && size > 4);
  expect(calls.length).toBeGreaterThanOrEqual(12);
  for (const call of calls) {
    const at = runs.indexOf(call);
    const before = runs[at - 1];
    if (!before || Math.abs(before.y - call.y) > 4 || !before.text.endsWith('.')) continue;
    expect(call.x - before.x - before.width, call.text).toBeLessThan(1);
  }
});
