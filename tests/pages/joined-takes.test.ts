import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { writeScreenPdf } from '../../src/editions/pdf/index.js';
import { checkPdfA } from '../checkers/pdf-a.js';
import { checkPdfUa } from '../checkers/pdf-ua.js';
import { readPdf } from '../support/pdf.js';
import { documentFrom, prose } from './document.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

/** Roles as they stand in one another, each with how many pieces of content it has itself. */
function rolesIn(value: PDFObject | undefined): string[] {
  if (value instanceof PDFArray)
    return value.asArray().flatMap((_, at) => rolesIn(value.lookup(at)));
  if (value instanceof PDFNumber) return ['#'];
  if (!(value instanceof PDFDict)) return [];
  const role = value.lookup(PDFName.of('S'));
  if (!role) return value.has(PDFName.of('Obj')) ? ['@'] : ['#'];
  const lang = value.lookup(PDFName.of('Lang'));
  return [`${role}${lang ?? ''}(${rolesIn(value.lookup(PDFName.of('K'))).join(' ')})`];
}

/** Names of elements, which tell them apart in the whole file. */
function namesIn(value: PDFObject | undefined): string[] {
  if (value instanceof PDFArray)
    return value.asArray().flatMap((_, at) => namesIn(value.lookup(at)));
  if (!(value instanceof PDFDict) || !value.has(PDFName.of('S'))) return [];
  const id = value.lookup(PDFName.of('ID'));
  return [...(id ? [String(id)] : []), ...namesIn(value.lookup(PDFName.of('K')))];
}

async function screen(document: OctavoDocument, largestTake?: number) {
  const { pages } = await tiny.lay(document, largestTake);
  const report = new Report();
  const bytes = await writeScreenPdf(pages, document, { report, place: { file: 'm.md' } });
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const { pages: read, fonts, outline } = await readPdf(bytes);
  const names = namesIn(root.lookup(PDFName.of('K')));
  expect(new Set(names).size).toBe(names.length);
  return {
    bytes,
    parts: pages.parts.length,
    fonts: fonts.map(({ name }) => name),
    seen: {
      roles: rolesIn(root.lookup(PDFName.of('K'))),
      text: read.map(({ text }) => text),
      links: read.map(({ links }) => links.map(({ target, contents }) => ({ target, contents }))),
      outline,
      findings: report.diagnostics,
    },
  };
}

const rows = Array.from({ length: 12 }, (_, row) => `<tr><td>${row}</td><td>word</td></tr>`);

const everything = [
  `<h2 id="one">One</h2><p>${prose(40, 1)} <em>${prose(60, 2)}</em> <a href="#two">${prose(4, 3)}</a></p>`,
  `<p>${prose(20, 4)}<note>${prose(160, 5)} <i>${prose(30, 6)}</i></note> ${prose(40, 7)}</p>`,
  `<ul><li><p>${prose(60, 8)}</p></li><li><p>${prose(60, 9)}</p></li></ul>`,
  `<table><caption>Rows</caption><thead><tr><th scope="col">N</th><th scope="col">W</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  `<h2 id="two">Two</h2><blockquote lang="fr"><p>${prose(120, 10)}</p></blockquote>`,
  `<p>${prose(70, 11)} <a href="#one">one</a><note>${prose(20, 12)}</note></p>`,
];

it.each([0, 2, 4])('pages printed apart are one file, from block %i on', async (turn) => {
  const html = [...everything.slice(turn), ...everything.slice(0, turn)].join('');
  const whole = await screen(documentFrom(html));
  const joined = await screen(documentFrom(html), 900);
  expect(joined.parts).toBeGreaterThan(2);
  expect(joined.seen).toEqual(whole.seen);
  expect(joined.seen.findings).toEqual([]);
  expect(new Set(joined.fonts).size).toBe(joined.fonts.length);
  expect(await checkPdfUa(joined.bytes)).toEqual([]);
  expect(checkPdfA(joined.bytes)).toEqual([]);
});
