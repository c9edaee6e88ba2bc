import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { has, run } from './support/outside-tools.js';
import { copyOf, discard, hasReference, octavo, referenceFolder } from './support/publications.js';

interface Dump {
  notes: { number: number; position: string; text: string; html: string }[];
  bibliography: { text: string }[];
}

function dump(folder: string, ...more: string[]): Dump {
  const { status, stdout, stderr } = octavo(['build', folder, '--dump-citations', ...more]);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

const fullNote = '/usr/share/citation-style-language/styles/chicago-fullnote-bibliography.csl';

describe.runIf(hasReference())('citations of the reference publication', () => {
  const folder = referenceFolder as string;

  test('the notes read as they must, to the letter', () => {
    const expected = readFileSync(join(folder, 'notes.expected.txt'), 'utf8').trim().split('\n');
    const { notes } = dump(folder);
    expect(notes.map(({ number, text }) => `${number}\t${text}`)).toEqual(expected);
    expect(notes.map(({ position }) => position)).toEqual(
      expected.map((line) => (/\tIbid\.$/.test(line) ? 'ibid' : 'first')),
    );
  });

  const styles = [
    'iai',
    'apa',
    'vancouver',
    'harvard1',
    ...(existsSync(fullNote) ? [fullNote] : []),
  ];
  test.runIf(has('pdftotext')).each(styles)(
    'under %s the text reads as if written for it',
    (style) => {
      const copy = copyOf(folder);
      const built = octavo(['build', copy, '--style', style, '--to', 'pdf,epub,html']);
      expect(built, built.stderr).toMatchObject({ status: 0 });
      const { output } = run('pdftotext', ['-raw', join(copy, 'dist', 'manuscript.pdf'), '-']);
      const text = output.replace(/\s+/g, ' ');
      expect(text).not.toMatch(/\.\(\p{L}/u);
      expect(text).not.toMatch(/\p{L}\(\p{Lu}[^)]*\d{4}\)/u);
      expect(text).not.toMatch(/[^.]\.\.(?!\.)/);
      expect(text).not.toMatch(/\s\.(?=\s)/);
      discard(copy);
    },
  );
});
