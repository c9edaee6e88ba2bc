import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drawConsent } from '../../manuscript/figures/consent.js';
import { scanManuscript } from '../support/scan-manuscript.js';

const folder = join(process.cwd(), 'manuscript');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const manuscript = read('manuscript.md');
const metadata = parse(/^---\n([\s\S]*?)\n---\n/.exec(manuscript)?.[1] ?? '');
const scan = scanManuscript(manuscript);

describe('the sample publication', () => {
  test('is a commentary of 1,200 to 1,600 words', () => {
    expect(scan.words).toBeGreaterThanOrEqual(1200);
    expect(scan.words).toBeLessThanOrEqual(1600);
  });

  test('says what a commentary says of itself, and names files that are there', () => {
    expect(metadata).toMatchObject({
      title: expect.any(String),
      author: [{ name: expect.any(String), bio: expect.any(String) }],
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      lang: 'en-GB',
      series: { number: expect.stringMatching(/^\d\d\|\d\d$/), editor: expect.any(String) },
      publisher: expect.any(String),
      rights: expect.any(String),
    });
    for (const file of [...metadata.bibliography, metadata.series.issues, metadata.colophon]) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
  });

  test('has an ISSN with a true check digit', () => {
    const digits = [...metadata.series.issn.replace('-', '')].map((d) =>
      d === 'X' ? 10 : Number(d),
    );
    expect(digits).toHaveLength(8);
    const sum = digits.reduce((total, digit, index) => total + digit * (8 - index), 0);
    expect(sum % 11).toBe(0);
  });

  test('has eleven citations, two of them Ibid., an inline note and a note by label', () => {
    const kinds = scan.notes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'citation')).toHaveLength(11);
    expect(kinds.filter((kind) => kind === 'inline')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'label')).toHaveLength(1);
    const ibid = scan.notes.filter(
      ({ kind, text }, index) => kind === 'citation' && text === scan.notes[index - 1]?.text,
    );
    expect(ibid).toHaveLength(2);
    expect(scan.strayLabels).toEqual([]);
  });

  test('cites every source it has, from either file, and no other', () => {
    const json = JSON.parse(read('references.json')).map(({ id }: { id: string }) => id);
    const bibtex = [...read('reports.bib').matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    expect(bibtex.length).toBeGreaterThan(0);
    expect(new Set(scan.keys)).toEqual(new Set([...json, ...bibtex]));
  });

  test('has a figure with words for those who cannot see it, and a table with a caption', () => {
    const figures = [...manuscript.matchAll(/^!\[([^\]]*)\]\((\S+) "([^"]*)"\)$/gm)];
    expect(figures).toHaveLength(1);
    const [, alternative = '', file = '', caption = ''] = figures[0] ?? [];
    expect(alternative.length).toBeGreaterThan(100);
    expect(caption).toMatch(/^Figure 1\. /);
    expect(existsSync(join(folder, file))).toBe(true);
    expect(manuscript).toMatch(/\|\n\n: Table 1\. /);
  });

  test('shows the figure that its script draws', () => {
    expect(read('figures/consent.svg') === drawConsent()).toBe(true);
  });

  test('says of the figure what arithmetic says', () => {
    const chances = [0.01, 0.02, 0.05].map((refusal) =>
      [6, 27, 36].map((members) => Math.round(100 * (1 - refusal) ** members)),
    );
    expect(chances).toEqual([
      [94, 76, 70],
      [89, 58, 48],
      [74, 25, 16],
    ]);
    const told = /chance falls from.*per cent\./
      .exec(manuscript)?.[0]
      .match(/\b\d+ (?=per|to|and)/g);
    for (const chance of chances.flat()) expect(told?.map(Number)).toContain(chance);
  });

  test('lists ten issues, itself first', () => {
    const issues = JSON.parse(read('issues.json'));
    expect(issues).toHaveLength(10);
    expect(issues[0]).toEqual({
      number: metadata.series.number,
      author: metadata.author[0].name,
      title: metadata.title,
    });
    const numbers = issues.map(({ number }: { number: string }) => number);
    expect(numbers).toEqual(numbers.toSorted().reverse());
  });
});
