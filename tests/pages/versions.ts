import { afterEach, expect } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { KeptPages, type SetPages } from '../../src/pages/index.js';
import { documentFrom, prose } from './document.js';
import { composingRoom, useTinyPages } from './tiny.js';

const findingsOf = (report: Report) =>
  report.diagnostics.map(({ rule, message }) => `${rule} ${message}`);

/** The names that parts of one element are joined by tell which take they were cut from. */
const withoutNames = (sheet: string) =>
  sheet
    .replace(/ (?:aria-owns|data-octavo-whole)="[^"]*"/g, '')
    .replace(/ id="octavo-[^"]*"/g, '')
    .replace(/ role="presentation"/g, '')
    .replace(/>\n+</g, '><');

function seen({ sheets, pageCount, starts, outline, targets }: SetPages, report: Report) {
  const findings = findingsOf(report);
  return { sheets: sheets.map(withoutNames), pageCount, starts, outline, targets, findings };
}

/** For a file's tests: pages that are kept from version to version, closed after each test. */
export function useVersions() {
  const tiny = useTinyPages();
  const opened: KeptPages[] = [];
  afterEach(() => {
    for (const pages of opened.splice(0)) pages.close();
  });

  /** Pages that are kept, of takes so small that a few paragraphs fill them. */
  function keep(): KeptPages {
    const room = composingRoom(tiny.browser, tiny.template, 'kept');
    const pages = new KeptPages(tiny.template, room, 600);
    opened.push(pages);
    return pages;
  }

  async function lay(pages: KeptPages, document: OctavoDocument) {
    const report = new Report();
    const set = await pages.layOut(document, report, { manuscript: 'manuscript.md' });
    expect(await set.lookOver(report)).toBe(true);
    return { set, report };
  }

  /** Lays out each version in turn, and holds it against pages that know of none before. */
  async function follow(versions: readonly OctavoDocument[]): Promise<SetPages[]> {
    const kept = keep();
    const laid: SetPages[] = [];
    for (const document of versions) {
      const { set, report } = await lay(kept, document);
      const fresh = await lay(keep(), document);
      expect(seen(set, report)).toEqual(seen(fresh.set, fresh.report));
      const printed = await tiny.lay(document);
      const { pageCount, starts, outline, targets } = printed.pages;
      const pageAlone = <T extends { target: { page: number } }>(entry: T) => ({
        ...entry,
        target: { page: entry.target.page },
      });
      expect(set).toMatchObject({ pageCount, starts, outline: outline.map(pageAlone) });
      const pages = Object.entries(targets).map(([id, { page }]) => [id, { page }]);
      expect(set.targets).toEqual(Object.fromEntries(pages));
      expect(findingsOf(report)).toEqual(findingsOf(printed.report));
      laid.push(set);
    }
    return laid;
  }

  return { keep, lay, follow };
}

export const paragraph = (seed: number, words = 40) =>
  `<p>${prose(words, seed)}<note>${prose(8 + (seed % 5) * 6, seed + 50)}</note> ${prose(12, seed + 90)}</p>`;

const rows = Array.from({ length: 7 }, (_, row) => `<tr><td>${row}</td><td>word</td></tr>`);
const table = `<table><thead><tr><th>N</th><th>W</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

/** Blocks of all kinds, told apart by a number. */
const kinds: ((seed: number) => string)[] = [
  (seed) => paragraph(seed),
  (seed) => paragraph(seed, 15 + (seed % 60)),
  (seed) => `<h2 id="heading-${seed}">${prose(4, seed)}</h2>`,
  (seed) => `<ul><li><p>${prose(30, seed)}</p></li><li><p>${prose(9, seed + 1)}</p></li></ul>`,
  (seed) => `<blockquote><p>${prose(30, seed)}</p></blockquote>`,
  () => table,
  (seed) => `<p>${prose(30, seed)}<note>${prose(160, seed)}</note></p>`,
];

const blockOf = (seed: number) => (kinds[seed % kinds.length] as (seed: number) => string)(seed);

/** Versions of a text, each with a block changed, added, taken away or moved. */
export function editedVersions(seed: number, count: number): OctavoDocument[] {
  let state = seed;
  const pick = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const blocks = Array.from({ length: 12 }, (_, index) => blockOf(seed * 31 + index * 5));
  return Array.from({ length: count }, (_, version) => {
    if (version > 0) {
      const at = pick(blocks.length);
      const edit = pick(4);
      const fresh = blockOf(1000 + version * 17 + pick(500));
      if (edit === 0) blocks.splice(at, 1, fresh);
      else if (edit === 1) blocks.splice(at, 0, fresh);
      else if (edit === 2) blocks.splice(at, 1);
      else blocks.push(...blocks.splice(at, 1));
    }
    return documentFrom(blocks.join('\n'), { toc: seed % 2 === 0 });
  });
}
