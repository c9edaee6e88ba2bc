import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateBook, wholeBook, writeBook } from '../../bench/book.js';
import { scanManuscript } from '../support/scan-manuscript.js';

const sizes = [
  { words: 1000, notes: 12, sources: 8 },
  { words: 3000, notes: 150, sources: 150 },
  { words: 4000, notes: 40, sources: 60 },
  { words: 5000, notes: 0, sources: 0 },
  { words: 20_000, notes: 200, sources: 60 },
  wholeBook,
];

describe('a generated book', () => {
  test.each(sizes)('of $words words has $notes notes and $sources sources', (size) => {
    const { manuscript, references } = generateBook(size);
    const { words, tableWords, notes, keys, strayLabels } = scanManuscript(manuscript);
    expect(Math.abs(words + tableWords - size.words)).toBeLessThanOrEqual(size.words / 100);
    expect(notes).toHaveLength(size.notes);
    expect(strayLabels).toEqual([]);
    expect(references).toHaveLength(size.sources);
    const known = new Set(references.map(({ id }) => id));
    expect(known.size).toBe(size.sources);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
    if (size.notes >= size.sources) expect(new Set(keys).size).toBe(size.sources);
  });

  test('keeps its counts whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1000, max: 2500 }),
        fc.integer({ min: 1, max: 30 }),
        (seed, words, notes) => {
          const book = generateBook({ seed, words, notes, sources: notes });
          const scan = scanManuscript(book.manuscript);
          // A short book cannot come closer than a sentence.
          const allowed = Math.max(words / 100, 40);
          expect(Math.abs(scan.words + scan.tableWords - words)).toBeLessThanOrEqual(allowed);
          expect(scan.notes).toHaveLength(notes);
          expect(new Set(scan.keys)).toEqual(new Set(book.references.map(({ id }) => id)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is the same for the same seed, and another for another', () => {
    const size = { words: 3000, notes: 30, sources: 20 };
    expect(generateBook(size)).toEqual(generateBook(size));
    expect(generateBook({ ...size, seed: 1 })).not.toEqual(generateBook({ ...size, seed: 2 }));
  });

  test('refuses more notes than its text has room for', () => {
    expect(() => generateBook({ words: 200, notes: 500, sources: 1 })).toThrow(RangeError);
  });

  test('is written as a publication', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'octavo-book-'));
    try {
      const options = { words: 1000, notes: 10, sources: 5 };
      const paths = await writeBook(join(folder, 'deep', 'book'), options);
      const book = generateBook(options);
      expect(await readFile(paths.manuscript, 'utf8')).toBe(book.manuscript);
      expect(JSON.parse(await readFile(paths.references, 'utf8'))).toEqual(book.references);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the text of the whole book', () => {
  const { manuscript, references } = generateBook();
  const blocks = manuscript.replace(/^---\n[\s\S]*?\n---\n/, '').split('\n\n');
  const paragraphs = blocks
    .filter((block) => /^\p{Lu}/u.test(block))
    .map((block) => scanManuscript(block).words);

  test('has words as long as English ones', () => {
    const letters = blocks
      .filter((block) => /^\p{Lu}/u.test(block))
      .flatMap((block) => block.replace(/\[[^\]]*\]/g, '').match(/[\p{L}'’-]+/gu) ?? []);
    const mean = letters.reduce((sum, word) => sum + word.length, 0) / letters.length;
    expect(mean).toBeGreaterThan(4.5);
    expect(mean).toBeLessThan(5.4);
    expect(new Set(letters.map((word) => word.toLowerCase())).size).toBeGreaterThan(800);
  });

  test('has paragraphs of 40 to 180 words, give or take a sentence', () => {
    const sorted = paragraphs.toSorted((a, b) => a - b);
    expect(sorted.length).toBeGreaterThan(600);
    expect(sorted.at(-1)).toBeLessThan(230);
    expect(sorted.filter((words) => words < 40).length).toBeLessThanOrEqual(1);
  });

  test('has chapters, sections, quotations, lists and tables with captions', () => {
    const number = (pattern: RegExp) => blocks.filter((block) => pattern.test(block)).length;
    expect(number(/^## /)).toBeGreaterThanOrEqual(15);
    expect(number(/^### /)).toBeGreaterThan(40);
    expect(number(/^> /)).toBeGreaterThan(20);
    expect(number(/^(- |1\. )/)).toBeGreaterThan(20);
    expect(number(/^\| Goods/)).toBeGreaterThan(5);
    expect(number(/^: Table /)).toBe(number(/^\| Goods/));
  });

  test('has no trace of the grammar, and articles that fit', () => {
    const traces = blocks
      .join('\n')
      .match(/.{0,20}([{}‖_]|undefined| {2}|men' |\b[Aa] "?[aeiou]).{0,20}/g);
    expect(traces ?? []).toEqual([]);
  });

  test('has notes of every kind', () => {
    const { notes } = scanManuscript(manuscript);
    const number = (pattern: RegExp) => notes.filter(({ text }) => pattern.test(text)).length;
    expect(notes.filter(({ kind }) => kind === 'label').length).toBeGreaterThan(40);
    expect(notes.filter(({ kind }) => kind === 'inline').length).toBeGreaterThan(25);
    expect(number(/, pp?\. \d/)).toBeGreaterThan(100);
    expect(number(/@.*; @/)).toBeGreaterThan(30);
    expect(number(/^(see|cf\.|compare) /)).toBeGreaterThan(20);
    const repeated = notes.filter(
      ({ kind, text }, index) => kind === 'citation' && text === notes[index - 1]?.text,
    );
    expect(repeated.length).toBeGreaterThan(10);
  });

  test('cites many kinds of source, some at long addresses', () => {
    expect(new Set(references.map(({ type }) => type)).size).toBeGreaterThanOrEqual(20);
    const long = references.filter(({ URL }) => typeof URL === 'string' && URL.length > 100);
    expect(long.length).toBeGreaterThan(10);
    for (const { URL } of references) {
      if (URL !== undefined)
        expect(URL).toMatch(/^https:\/\/www\.[a-z0-9-]+\.example\/[\w/?=&:-]*$/);
    }
  });
});
