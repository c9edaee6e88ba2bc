import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { type PrintedPage, pageListFaults } from '../tests/checkers/page-list.js';
import { type Element, readPdf } from '../tests/support/pdf.js';
import { discard, everyPublication, octavo, prepare } from './support/publications.js';

/** Text of the body: notes are at the foot of the page, contents before it, and elsewhere in a book. */
function bodyText(element: Element | string | undefined): string {
  if (element === undefined) return '';
  if (typeof element === 'string') return element;
  if (element.role === 'Note' || element.role === 'TOC') return '';
  const text = element.children.map(bodyText).join('');
  // Markers of lists are the reader's to set in a book.
  return element.role === 'LI' ? text.replace(/^\s*(?:\d+\.|[a-z]+\.|[•–▪◦])\s/, '') : text;
}

/** References to pages, which are printed on paper alone. */
const onPaper = /,\s?p\.\s\d+|\s?\(p\.\s\d+\)/g;

async function printedPages(file: string): Promise<PrintedPage[]> {
  const { pages } = await readPdf(readFileSync(file));
  return pages.map(({ label, structure }) => ({
    label,
    text: bodyText(structure).replace(onPaper, ''),
  }));
}

/** The text's files in the order that they are read. */
async function filesOf(file: string): Promise<string[]> {
  const zip = await JSZip.loadAsync(readFileSync(file));
  const names = Object.keys(zip.files)
    .filter((name) => /text\/(text|chapter-\d+|references|colophon)\.xhtml$/.test(name))
    .sort((one, other) => order(one) - order(other) || one.localeCompare(other));
  return Promise.all(names.map((name) => zip.file(name)?.async('string') ?? ''));
}

const order = (name: string) => ['references', 'colophon'].findIndex((end) => name.includes(end));

async function faultsOf(folder: string): Promise<string[]> {
  const built = octavo(['build', folder, '--to', 'pdf,epub', '--quiet', '--out', `${folder}/out`]);
  expect(built.status, built.stderr).toBe(0);
  return pageListFaults(
    await filesOf(`${folder}/out/manuscript.epub`),
    await printedPages(`${folder}/out/manuscript.pdf`),
  );
}

describe('the page list agrees with the pages of the PDF, to the word', () => {
  test.each(everyPublication())('in %s', async (source) => {
    const folder = await prepare(source);
    try {
      expect(await faultsOf(folder)).toEqual([]);
    } finally {
      discard(folder);
    }
  });
});
