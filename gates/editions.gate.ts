import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ebookFaults } from '../tests/checkers/ebook.js';
import { epubCheckJar, has, hasEpubCheck, run } from './support/outside-tools.js';
import { copyOf, discard, hasReference, octavo, referenceFolder } from './support/publications.js';

const folders = ['manuscript', ...(hasReference() ? [referenceFolder as string] : [])];

describe.each(folders)('every edition of %s', (source) => {
  let folder: string;
  let built: ReturnType<typeof octavo>;
  const edition = (name: string) => join(folder, 'dist', name);

  beforeAll(() => {
    folder = copyOf(source);
    built = octavo(['build', folder], { TZ: 'UTC' });
  });
  afterAll(() => discard(folder));

  test('builds without a word of complaint', () => {
    expect(built).toMatchObject({ status: 0 });
    expect(built.stderr).not.toMatch(/\b(error|warning)\b/);
  });

  test('is the same, byte for byte, in another time zone', () => {
    const again = join(folder, 'again');
    expect(octavo(['build', folder, '--out', again], { TZ: 'Pacific/Auckland' }).status).toBe(0);
    for (const name of [
      'manuscript.html',
      'manuscript.pdf',
      'manuscript-print.pdf',
      'manuscript.epub',
    ]) {
      expect(readFileSync(join(again, name)).equals(readFileSync(edition(name))), name).toBe(true);
    }
  });

  test.runIf(hasEpubCheck())('EPUBCheck finds nothing', () => {
    const checked = run('java', [
      '-jar',
      epubCheckJar,
      '--failonwarnings',
      edition('manuscript.epub'),
    ]);
    expect(checked.output).toMatch(/No errors or warnings detected/);
    expect(checked.status).toBe(0);
  });

  test('nothing is wrong in the ebook that validators miss', async () => {
    const zip = await JSZip.loadAsync(readFileSync(edition('manuscript.epub')));
    const texts = Object.values(zip.files).map(
      async (file) => [file.name, await file.async('string')] as const,
    );
    expect(ebookFaults(new Map(await Promise.all(texts)))).toEqual([]);
  });

  test('epubcheck-ts finds nothing', () => {
    const checked = run('npx', [
      '--no-install',
      'epubcheck-ts',
      edition('manuscript.epub'),
      '--quiet',
      '--fail-on-warnings',
    ]);
    expect(checked).toMatchObject({ status: 0 });
  });

  describe.each(['manuscript.pdf', 'manuscript-print.pdf'])('%s', (name) => {
    test.runIf(has('qpdf'))('is a sound file', () => {
      expect(run('qpdf', ['--check', edition(name)])).toMatchObject({ status: 0 });
    });

    test.runIf(has('pdffonts'))('embeds subsets of TrueType fonts alone', () => {
      const [, , ...lines] = run('pdffonts', [edition(name)])
        .output.trim()
        .split('\n');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
      }
    });
  });

  test.runIf(has('gs'))('press pages of text alone need the black plate alone', () => {
    const { output } = run('gs', [
      '-q',
      '-o',
      '-',
      '-sDEVICE=inkcov',
      edition('manuscript-print.pdf'),
    ]);
    const plates = output
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
    const [, , ...textAlone] = plates;
    expect(textAlone.length).toBeGreaterThan(0);
    for (const [cyan, magenta, yellow, black] of textAlone) {
      expect(black).toBeGreaterThan(0.01);
      // Crop marks are on every plate, and nothing else.
      for (const plate of [cyan, magenta, yellow]) expect(plate).toBeLessThan(0.0004);
    }
  });
});
