import { describe, expect, it } from 'vitest';
import { runList } from '../../../src/cli/styles/list/list.runner.js';
import type { ListRequest } from '../../../src/cli/styles/styles.parser.js';
import { Failure } from '../../../src/diagnostics/failure.js';
import { category, dependent, independent } from '../../citations/catalogue/styles.js';
import { onDisk } from '../../publication/publication-on-disk.js';
import { surroundings } from '../pretend.js';

const styles = {
  'user/reeds.csl': independent('House of Reeds', {
    kind: 'note',
    head: `<title-short>HR</title-short>${category('note', 'history', 'political_science')}`,
  }),
  'user/dependent/reed-letters.csl': dependent('Reed Letters', 'reeds', { head: category('note') }),
  'user/reed-broken.csl': independent('Reed, broken', { prints: '<text macro="no"/>' }),
  'user/reed-red.csl': independent('Reed \u001b[31mRed', { head: category('label') }).replace(
    '\u001b',
    '&#x9b;',
  ),
};

async function list(query: string, more: Partial<ListRequest> = {}, terminal = false) {
  const folder = await onDisk(styles);
  const around = surroundings(folder, { terminal });
  const search = {
    folder,
    shelves: [{ folder: `${folder}/user`, origin: 'user' as const }],
    localeFolders: [],
  };
  const request = { query, limit: 6, lang: 'en-GB', samples: true, json: false, ...more };
  const status = await runList({ action: 'list', ...request }, around, search);
  return { status, out: around.out(), err: around.err() };
}

describe('octavo styles QUERY', () => {
  it('shows name, title, manner, fields, whose it is, and a sample', async () => {
    const { status, out, err } = await list('reeds');
    expect(status).toBe(0);
    expect(err).toBe('');
    expect(out).toBe(`reeds  House of Reeds (HR)
  note · history, political science · your own
    ¹ Harbours of the inland sea: Trade without a coast.
`);
  });

  it('names the parent of a dependent style, and shows what that prints', async () => {
    const { out } = await list('reed-letters');
    expect(out).toContain('  note · as reeds · your own\n    ¹ Harbours');
  });

  it('says why a style cannot be used', async () => {
    expect((await list('broken')).out).toContain('cannot be used: The style has no macro “no”');
  });

  it('is silent on samples where none are wanted', async () => {
    const { out } = await list('reed', { samples: false });
    expect(out).not.toContain('Harbours');
    expect(out.split('\n').filter((line) => line.startsWith('reed'))).toHaveLength(4);
  });

  it('lets no control character of a style through', async () => {
    const { out } = await list('red', { samples: false });
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('says how many more there are', async () => {
    const { out, err } = await list('reed', { limit: 1, samples: false });
    expect(out.match(/^reed/gm)).toHaveLength(1);
    expect(err).toBe('… and 3 more: add a word, or use --limit or --all.\n');
  });

  it('without a query lists what comes with Octavo as well', async () => {
    const { out } = await list('', { samples: false, limit: Number.POSITIVE_INFINITY });
    expect(out).toMatch(/^iai {2}/);
    expect(out).toMatch(/^apa {2}[\s\S]*comes with Octavo/m);
    expect(out).toMatch(/^reeds {2}/m);
  });

  it('breaks lines for a terminal, and sets italics there', async () => {
    const { out } = await list('apa', {}, true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for.
    const bare = out.replace(/\u001b\[[\d;]*m/g, '');
    expect(Math.max(...bare.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toContain('\u001b[3mJournal of Coastal History');
    expect((await list('apa')).out).not.toContain('\u001b');
  });

  it('as JSON', async () => {
    const { out } = await list('reeds', { json: true });
    expect(JSON.parse(out)).toEqual({
      ok: true,
      found: 1,
      styles: [
        {
          name: 'reeds',
          title: 'House of Reeds',
          shortTitle: 'HR',
          class: 'note',
          format: 'note',
          fields: ['history', 'political_science'],
          origin: 'user',
          source: expect.stringMatching(/user\/reeds\.csl$/),
          sample: {
            citation: {
              text: 'Harbours of the inland sea: Trade without a coast.',
              html: 'Harbours of the inland sea: Trade without a coast.',
            },
          },
        },
      ],
      diagnostics: [],
    });
  });

  it('says what is near where nothing is found: status 1', async () => {
    const failure = await list('reedz').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    const { status, diagnostic } = failure as Failure;
    expect(status).toBe(1);
    expect(diagnostic).toMatchObject({
      rule: 'citation/unknown-style',
      message: expect.stringMatching(/matches “reedz”; near it: reeds/),
      remedy: expect.stringMatching(/octavo styles add/),
    });
  });
});
