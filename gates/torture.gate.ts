import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lettersOf } from '../tests/pages/printed-text.js';
import { elementsOf, type ReadPdf, readPdf, type TextRun } from '../tests/support/pdf.js';
import { has, run } from './support/outside-tools.js';
import { copyOf, discard, octavo } from './support/publications.js';

/** Pages as they were looked at and found good: 24 dots an inch, grey. */
const approved = 'gates/torture/pages';
const resolution = '24';

/** Share of a page's dots that may differ, by more than a third of the way from black to white. */
const tolerance = 0.002;

/** The text of an HTML part without its tags. */
function textIn(html: string): string {
  return html
    .replace(/<(script|style|svg|annotation)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/**
 * Text, quotations, call-outs and initials by their type: notes, tables, captions and folios are
 * set otherwise.
 */
const isText = ({ font, size }: TextRun) =>
  /Serif/.test(font) ? (size > 9 && size < 11) || size > 35 : Math.abs(size - 9.3) < 0.05;

describe('a publication that has everything at once', () => {
  let folder: string;
  let pdf: ReadPdf;
  let built: ReturnType<typeof octavo>;

  beforeAll(async () => {
    folder = copyOf('gates/torture/publication');
    built = octavo(['build', folder]);
    pdf = await readPdf(readFileSync(join(folder, 'dist/manuscript.pdf')));
  });
  afterAll(() => discard(folder));

  test('builds without a finding', () => {
    expect(built).toMatchObject({ status: 0, stderr: '' });
  });

  test('has every paragraph once, and in order', () => {
    const html = readFileSync(join(folder, 'dist/manuscript.html'), 'utf8');
    const body =
      /<div class="text"[^>]*>(.*?)<section[^>]*class="[^"]*(?:about|notes)/s.exec(html)?.[1] ?? '';
    const wanted = [...body.matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)]
      .map(([, inner = '']) => inner.replace(/<sup[^>]*><a[^>]*doc-noteref.*?<\/sup>/gs, ''))
      // Formulas, raised and lowered signs and code are of other type; pages are named on paper alone.
      .filter((inner) => !/<(math|su[bp]|code)\b|page-reference/.test(inner))
      .map((inner) => lettersOf(textIn(inner)));
    expect(wanted.length).toBeGreaterThan(40);
    const runs = pdf.pages.flatMap((page) => page.runs.filter(isText));
    const shown = lettersOf(runs.map(({ text }) => text).join(''));
    let from = 0;
    for (const paragraph of wanted) {
      const at = shown.indexOf(paragraph, from);
      expect(at, paragraph).toBeGreaterThanOrEqual(from);
      from = at + paragraph.length;
    }
  });

  test('has its notes, its cells and its captions', () => {
    const all = (role: string) => pdf.pages.flatMap(({ structure }) => elementsOf(structure, role));
    expect(all('Note').length).toBeGreaterThanOrEqual(23);
    expect(all('TR').length).toBeGreaterThanOrEqual(83);
    expect(all('Figure')).toHaveLength(1);
    expect(all('Formula').length).toBeGreaterThanOrEqual(3);
  });

  const canDraw = has('pdftoppm') && has('compare');

  test.runIf(canDraw)('looks as it did when it was found good', () => {
    const drawn = join(folder, 'drawn');
    mkdirSync(drawn);
    const file = join(folder, 'dist/manuscript.pdf');
    run('pdftoppm', ['-gray', '-png', '-r', resolution, file, join(drawn, 'page')]);
    const pages = readdirSync(drawn).sort();
    if (process.env.OCTAVO_APPROVE) {
      mkdirSync(approved, { recursive: true });
      for (const page of pages)
        writeFileSync(join(approved, page), readFileSync(join(drawn, page)));
    }
    expect(readdirSync(approved).sort()).toEqual(pages);
    const differing = pages.filter((page) =>
      differs(join(approved, page), join(drawn, page), page),
    );
    expect(differing, `see ${shown}`).toEqual([]);
  });
});

/** Where the differences are shown: approved, drawn and what differs, side by side. */
const shown = 'gates/torture/differences';

function differs(before: string, after: string, page: string): boolean {
  const difference = join(shown, page);
  if (!existsSync(shown)) mkdirSync(shown, { recursive: true });
  const { output } = run('compare', ['-metric', 'AE', '-fuzz', '33%', before, after, difference]);
  const dots = Number.parseFloat(output);
  const [width, height] = sizeOf(readFileSync(before));
  return !(dots <= tolerance * width * height);
}

/** Of a PNG file: its header says them (PNG 1.2, 4.1.1). */
function sizeOf(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
