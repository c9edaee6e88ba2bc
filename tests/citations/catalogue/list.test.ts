import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listStyles, SampleRoom } from '../../../src/citations/catalogue/index.js';
import { Failure } from '../../../src/diagnostics/failure.js';
import { type Files, onDisk } from '../../publication/publication-on-disk.js';
import { category, dependent, independent } from './styles.js';

/** Folders `publication`, `user` and `system`, and the search that looks in them. */
async function machine(files: Files) {
  const folder = await onDisk(files);
  const search = {
    folder: join(folder, 'publication'),
    shelves: [
      { folder: join(folder, 'user'), origin: 'user' as const },
      { folder: join(folder, 'system'), origin: 'system' as const },
    ],
    localeFolders: [],
  };
  return { folder, search, styles: await listStyles(search) };
}

describe('the styles that are here', () => {
  it('come from the publication, Octavo, its packages, the user and the system', async () => {
    const { styles } = await machine({
      'publication/own.csl': independent('Own'),
      'publication/styles/shelved.csl': independent('Shelved'),
      'user/mine.csl': independent('Mine'),
      'system/theirs.csl': independent('Theirs'),
      'system/dependent/journal.csl': dependent('Journal', 'theirs', { head: category('label') }),
    });
    const found = styles.map(({ name, origin }) => `${origin} ${name}`);
    expect(found.slice(0, 3)).toEqual(['publication own', 'publication shelved', 'octavo iai']);
    expect(found).toContain('citation-js apa');
    expect(found.slice(-3)).toEqual(['user mine', 'system theirs', 'system journal']);
    expect(styles.at(-1)).toMatchObject({ title: 'Journal', format: 'label' });
  });

  it('are each named once: the first of a name is the one that is used', async () => {
    const { styles } = await machine({
      'user/house.csl': independent('Newer'),
      'system/house.csl': independent('Older'),
      'system/apa.csl': independent('Not used'),
    });
    expect(styles.filter(({ name }) => name === 'house').map(({ title }) => title)).toEqual([
      'Newer',
    ]);
    expect(styles.find(({ name }) => name === 'apa')?.origin).toBe('citation-js');
  });

  it('are read by their heads alone, however long', async () => {
    // A letter of two bytes lies across every boundary of what is read at once.
    const authors = `<author><name>x${'é'.repeat(9000)}</name></author>`;
    const { styles } = await machine({
      'user/long.csl': independent('Long', { head: `${authors}${category('label')}` }),
      'user/cut.csl': `${independent('Cut').split('<citation>')[0]}<citation`,
    });
    expect(styles.find(({ name }) => name === 'long')?.format).toBe('label');
    expect(styles.find(({ name }) => name === 'cut')?.title).toBe('Cut');
  });

  it('leave out what is no style', async () => {
    const { styles } = await machine({
      'user/empty.csl': '',
      'user/page.csl': '<html><body/></html>',
      'user/endless.csl': `<style><info>${' '.repeat(300_000)}`,
      'user/bytes.csl': new Uint8Array([0xff, 0xfe, 0x00]),
      'user/folder.csl/inside.txt': '',
      'user/notes.txt': independent('Notes'),
    });
    expect(styles.filter(({ origin }) => origin === 'user')).toEqual([]);
  });
});

describe('a sample', () => {
  async function sample(files: Files, name: string) {
    const { search, styles } = await machine(files);
    const style = styles.find((each) => each.name === name);
    if (!style) throw new Error(`no style ${name}`);
    return new SampleRoom(search, 'en-GB').sampleOf(style);
  }

  it('is a citation, and a reference where the style lists any', async () => {
    expect(await sample({}, 'apa')).toMatchObject({
      class: 'in-text',
      citation: { text: '(Ellison & Reyes, 2021, p. 47)' },
      reference: { text: expect.stringMatching(/^Ellison, M\. J\., & Reyes, T\. \(2021\)/) },
    });
    const note = await sample({ 'user/n.csl': independent('N', { kind: 'note' }) }, 'n');
    expect(note).toMatchObject({ class: 'note' });
    expect(note).not.toHaveProperty('reference');
  });

  it('of a dependent style is its parent’s, in its own language', async () => {
    const files = {
      'system/parent.csl': independent('P', { prints: '<text term="and"/>' }),
      'system/dependent/child.csl': dependent('C', 'parent', {
        attributes: ' default-locale="de-DE"',
      }),
    };
    expect(await sample(files, 'parent')).toMatchObject({ citation: { text: 'and.' } });
    expect(await sample(files, 'child')).toMatchObject({ citation: { text: 'und.' } });
  });

  it.each<[what: string, files: Files, message: RegExp]>([
    ['a missing parent', { 'user/x.csl': dependent('X', 'gone') }, /not here: “gone”/],
    [
      'a missing macro',
      { 'user/x.csl': independent('X', { prints: '<text macro="gone"/>' }) },
      /no macro “gone”/,
    ],
    ['a body that is cut', { 'user/x.csl': independent('X').slice(0, -20) }, /no well-formed XML/],
  ])('for %s there is a reason why not', async (_what, files, message) => {
    const failure = await sample(files, 'x');
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toMatch(message);
  });
});
