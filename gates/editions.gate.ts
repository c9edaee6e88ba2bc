import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ebookFaults } from '../tests/checkers/ebook.js';
import { checkPdfA } from '../tests/checkers/pdf-a.js';
import { checkPdfA4 } from '../tests/checkers/pdf-a-4.js';
import { checkPdfUa } from '../tests/checkers/pdf-ua.js';
import { checkPdfUa2 } from '../tests/checkers/pdf-ua-2.js';
import { checkPdfX } from '../tests/checkers/pdf-x.js';
import { epubCheckJar, has, hasEpubCheck, run } from './support/outside-tools.js';
import { colouredPages, platesOf } from './support/plates.js';
import { copyOf, discard, everyPublication, octavo, prepare } from './support/publications.js';

/** Parts of each page that cyan, magenta, yellow and black cover, as Ghostscript makes the plates. */
function plates(file: string, ...options: string[]): number[][] {
  const { output } = run('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', ...options, file]);
  const lines = output.trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
}

describe.each(everyPublication())('every edition of %s', (source) => {
  let folder: string;
  let built: ReturnType<typeof octavo>;
  const edition = (name: string) => join(folder, 'dist', name);

  beforeAll(async () => {
    folder = await prepare(source);
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

  test.runIf(has('qpdf'))(
    'the screen PDF says that it is PDF/UA-1 and PDF/A-2a, and is',
    async () => {
      const screen = readFileSync(edition('manuscript.pdf'));
      expect(screen.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
      expect(await checkPdfUa(screen)).toEqual([]);
      expect(checkPdfA(screen)).toEqual([]);
    },
  );

  test.runIf(has('qpdf'))(
    'the screen PDF that is to be PDF/UA-2 and PDF/A-4 says so, and is',
    async () => {
      const modern = join(folder, 'modern');
      appendFileSync(join(folder, 'octavo.yml'), '\nscreen: { conformance: UA-2 }\n');
      const made = octavo(['build', folder, '--to', 'pdf', '--out', modern]);
      expect(made).toMatchObject({ status: 0, stderr: expect.not.stringMatching(/warning|error/) });
      const screen = readFileSync(join(modern, 'manuscript.pdf'));
      expect(screen.includes('<pdfuaid:part>2</pdfuaid:part>')).toBe(true);
      expect(screen.includes('<pdfaid:part>4</pdfaid:part>')).toBe(true);
      expect(await checkPdfUa2(screen)).toEqual([]);
      expect(checkPdfA4(screen)).toEqual([]);
    },
  );

  test.runIf(has('qpdf'))('the press PDF says that it is PDF/X-4, and is', () => {
    expect(checkPdfX(readFileSync(edition('manuscript-print.pdf')))).toEqual([]);
  });

  test.runIf(has('gs'))('press pages of text alone need the black plate alone', () => {
    const pages = platesOf(edition('manuscript-print.pdf'));
    expect(pages.length).toBeGreaterThan(2);
    // The first holds the masthead, the second may hold a figure.
    expect(colouredPages(pages).filter((page) => page > 2)).toEqual([]);
    for (const plates of pages) expect(plates.get('Black')).toBeGreaterThan(0.01);
  });

  test.runIf(has('gs'))('crop marks are on every plate', () => {
    for (const page of plates(edition('manuscript-print.pdf'))) {
      for (const plate of page) expect(plate).toBeGreaterThan(0);
    }
  });
});

describe('a template with an ink of its own', () => {
  test.runIf(has('gs'))('prints with it, and leaves the others free', () => {
    const folder = copyOf('manuscript');
    const template = join(folder, 'spot');
    mkdirSync(template);
    const colour = '{ screen: "#173a63", cmyk: [100, 75, 20, 30], spot: House Blue }';
    writeFileSync(
      join(template, 'template.yml'),
      `press:\n  marks: false\n  colours: [${colour}]\n`,
    );
    expect(octavo(['build', folder, '--to', 'print', '--template', template]).status).toBe(0);
    const press = join(folder, 'dist/manuscript-print.pdf');
    expect(checkPdfX(readFileSync(press))).toEqual([]);
    const separated = ['-sDEVICE=tiffsep1', '-r72', '-o', join(folder, 'plate-%d.tif'), press];
    expect(run('gs', ['-q', ...separated])).toMatchObject({ status: 0 });
    const names = readdirSync(folder).filter((name) => name.startsWith('plate-1'));
    expect(names).toContain('plate-1(House Blue).tif');
    const [first] = plates(press, '-dUseTrimBox');
    expect(first?.[3]).toBeGreaterThan(0.01);
    discard(folder);
  });
});
