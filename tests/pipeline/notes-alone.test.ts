import { describe, expect, it } from 'vitest';
import { type CitationStyle, resolveStyle } from '../../src/citations/index.js';
import { Report } from '../../src/diagnostics/report.js';
import { buildPublication } from '../../src/pipeline/build-publication.js';
import { withoutIbid } from '../../src/pipeline/notes-alone.js';
import { onDisk } from '../publication/publication-on-disk.js';

const bibliography = JSON.stringify([
  {
    id: 'roth',
    type: 'book',
    author: [{ family: 'Roth', given: 'Eva' }],
    title: 'On Notes',
    publisher: 'The House',
    issued: { 'date-parts': [[2020]] },
  },
  {
    id: 'keller',
    type: 'book',
    author: [{ family: 'Keller', given: 'Max' }],
    title: 'On Pages',
    publisher: 'The House',
    issued: { 'date-parts': [[2019]] },
  },
]);

const text =
  'One.[@roth, p. 3] Two.[@roth, p. 3] Three.[@roth, p. 9] Four.[@keller] Five.^[See also @keller.]';

/** The notes of the web edition as they are read. */
async function notesOf(front: string, style = 'iai'): Promise<string[]> {
  const folder = await onDisk({
    'manuscript.md': `---\ntitle: T\nbibliography: b.json\n${front}---\n\n${text}\n`,
    'b.json': bibliography,
  });
  const report = new Report();
  const { editions } = await buildPublication(
    '.',
    { workingFolder: folder, editions: ['html'], style },
    report,
  );
  expect(report.diagnostics).toEqual([]);
  const html = new TextDecoder().decode(editions.get('html'));
  return [...html.matchAll(/<li id="note-\d+"[^>]*>(.*?)<\/li>/gs)].map(([, note = '']) =>
    note
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00A0', ' ')
      .replace(/\s*\u21A9.*$/s, '')
      .trim(),
  );
}

describe('notes that open alone', () => {
  it('say “Ibid.” where nothing else is wanted', async () => {
    const notes = await notesOf('');
    expect(notes[1]).toBe('Ibid.');
    expect(notes[2]).toBe('Ibid., p. 9.');
  });

  it('name the work again where that is wanted, and only in place of “Ibid.”', async () => {
    const [before, after] = [await notesOf(''), await notesOf('expand-ibid: true\n')];
    expect(after[1]).toMatch(/Roth.*On Notes.*p\. 3/);
    expect(after[2]).toMatch(/Roth.*On Notes.*p\. 9/);
    expect(after.join(' ')).not.toMatch(/ibid/i);
    expect([after[0], after[3]]).toEqual([before[0], before[3]]);
    expect(after).toHaveLength(before.length);
  });

  it('are as they were under a style that has no “Ibid.”', async () => {
    const style = 'octavo-author-date';
    expect(await notesOf('expand-ibid: true\n', style)).toEqual(await notesOf('', style));
  });
});

describe('withoutIbid', () => {
  const of = (xml: string) => withoutIbid({ xml } as CitationStyle)?.xml;

  it.each([
    ['<if position="ibid"/>', '<if variable="octavo-never"/>'],
    [
      '<if position=\'ibid-with-locator ibid\' match="any"/>',
      '<if variable="octavo-never" match="any"/>',
    ],
    ['<if position="ibid subsequent"/>', '<if position="subsequent"/>'],
    ['<if position="subsequent"/>', undefined],
    ['<text term="ibid"/>', undefined],
  ])('%s', (xml, expected) => expect(of(xml)).toBe(expected));

  it('leaves a style one that can be read', async () => {
    const style = await resolveStyle('iai', { folder: '.', from: 'command' }, { file: 'x' });
    expect(withoutIbid(style)?.xml).not.toMatch(/position="ibid/);
  });
});
