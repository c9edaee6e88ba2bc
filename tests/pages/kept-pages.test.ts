import { afterEach, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { KeptPages, type SetPages } from '../../src/pages/index.js';
import { documentFrom, prose } from './document.js';
import { composingRoom, useTinyPages } from './tiny.js';

const tiny = useTinyPages();

const files = { manuscript: 'manuscript.md' };
const opened: KeptPages[] = [];
afterEach(() => {
  for (const pages of opened.splice(0)) pages.close();
});

/** Pages that are kept, of takes so small that a few paragraphs fill them. */
function keptPages(takeLength = 600): KeptPages {
  const room = composingRoom(tiny.browser, tiny.template, 'kept');
  const pages = new KeptPages(tiny.template, room, takeLength);
  opened.push(pages);
  return pages;
}

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

async function lay(pages: KeptPages, document: OctavoDocument) {
  const report = new Report();
  const set = await pages.layOut(document, report, files);
  expect(await set.lookOver(report)).toBe(true);
  return { set, report };
}

/** Lays out each version in turn, and holds it against pages that know of none before. */
async function followVersions(versions: readonly OctavoDocument[]): Promise<SetPages[]> {
  const kept = keptPages();
  const laid: SetPages[] = [];
  for (const document of versions) {
    const { set, report } = await lay(kept, document);
    const fresh = await lay(keptPages(), document);
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

const paragraph = (seed: number, words = 40) =>
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
function editedVersions(seed: number, count: number): OctavoDocument[] {
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

describe('pages that are kept', () => {
  for (const seed of [2, 5]) {
    it(`are, version after version, those that are laid out afresh (${seed})`, async () => {
      await followVersions(editedVersions(seed, 6));
    });
  }

  it('set what has changed and nothing else', async () => {
    const text = Array.from({ length: 24 }, (_, index) => paragraph(index + 1));
    const other = text.with(20, paragraph(21).replace('measure', 'pleasure'));
    const [first, again, edited] = await followVersions([
      documentFrom(text.join('')),
      documentFrom(text.join('')),
      documentFrom(other.join('')),
    ]);
    expect(first?.setAnew).toBeGreaterThan(6);
    expect(again?.setAnew).toBe(0);
    expect(again?.sheets).toEqual(first?.sheets);
    // The block may stand before the next take, which is then measured against it.
    expect(edited?.setAnew).toBeLessThanOrEqual(2);
    const changed = edited?.sheets.filter((sheet, page) => sheet !== first?.sheets[page]) ?? [];
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan((first?.pageCount ?? 0) / 3);
  });

  it('show other images once they are other', async () => {
    const dot = (shade: number) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="${shade}"><rect width="9" height="9"/></svg>`,
      );
    const version = (shade: number) =>
      documentFrom(`${paragraph(1)}<p><img src="a.svg" alt="A"></p>${paragraph(2)}`, {
        images: new Map([
          [
            'a.svg',
            {
              source: 'a.svg',
              bytes: dot(shade),
              mediaType: 'image/svg+xml' as const,
              width: 9,
              height: shade,
            },
          ],
        ]),
      });
    await followVersions([version(9), version(9), version(60)]);
  });

  it('are laid out anew after one could not be', async () => {
    const kept = keptPages();
    const document = documentFrom(paragraph(1));
    await lay(kept, document);
    const broken = {
      ...document,
      get notes(): never {
        throw new Error('no notes');
      },
    };
    await expect(lay(kept, broken)).rejects.toThrow('no notes');
    const { set } = await lay(kept, document);
    expect(set.sheets.length).toBe(set.pageCount);
  });
});
