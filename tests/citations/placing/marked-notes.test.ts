import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { noteMark } from '../../../src/markdown/notes/note-marks.js';
import { cite, type Setting } from '../setting.js';
import { works } from '../works.js';

/** What each note is called by, in order. */
async function labels(manuscript: string, setting?: Setting): Promise<string[]> {
  const { root } = await cite(manuscript, works, setting);
  const found: string[] = [];
  visit(root, 'note', ({ data }) => {
    found.push(`${data?.ordinal} ${data?.mark ?? data?.number}`);
  });
  return found;
}

test('marks follow one another, and come doubled after the last', () => {
  const marks = Array.from({ length: 8 }, (_, index) => noteMark(index));
  expect(marks.join(' ')).toBe('* † ‡ § ‖ ¶ ** ††');
});

const notes = '\n\n[^*]: A\n\n[^*b]: B\n\n[^c]: C\n';

test('marked notes leave the numbers alone', async () => {
  expect(await labels(`a[^c] b[^*] c[@book] d[^*b] e[^*]${notes}`)).toEqual([
    '1 1',
    '2 *',
    '3 2',
    '4 †',
    '2 *',
  ]);
});

test('marks begin again where numbers do', async () => {
  const chapters = `# One\n\na[^*] b[^c]\n\n# Two\n\nc[^*b] d[@book]${notes}`;
  expect(await labels(chapters, { restartNotes: true })).toEqual(['1 *', '2 1', '3 *', '4 1']);
});

test('no ibid leads into a marked note or out of it', async () => {
  const text =
    'a[@book, p. 1] b[^*] c[@book, p. 2]\n\n[^*]: See [@news, p. 1]; then [@news, p. 1].\n';
  const { citations } = await cite(text, works);
  expect(citations.map(({ note, position }) => `${note} ${position}`)).toEqual([
    '1 first',
    '0 first',
    '0 ibid',
    '2 ibid-with-locator',
  ]);
});
