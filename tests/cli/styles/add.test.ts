import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { download } from '../../../src/cli/styles/add/download.js';
import { tagsToFetch } from '../../../src/cli/styles/add/wanted-locales.js';
import type { AddRequest } from '../../../src/cli/styles/styles.parser.js';
import { category, dependent, independent } from '../../citations/catalogue/styles.js';
import { onDisk } from '../../publication/publication-on-disk.js';
import { run } from './setting.js';

type Answer = string | Uint8Array | ((response: ServerResponse, base: string) => void);

/** A repository on this machine, with files by address; what was asked is remembered. */
async function repository(files: Record<string, Answer>) {
  const asked: string[] = [];
  let base = '';
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const answer = files[url];
    if (typeof answer === 'function') answer(response, base);
    else if (answer === undefined) response.writeHead(404).end();
    else response.end(answer);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, asked };
}

const styleAt = (name: string) => `/styles/master/${name}.csl`;
const journalAt = (name: string) => `/styles/master/dependent/${name}.csl`;
const localeAt = (tag: string) => `/locales/master/locales-${tag}.xml`;
const locale = (tag: string) =>
  `<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="${tag}"><terms><term name="and">a</term></terms></locale>`;

const request = (name: string, more: Partial<AddRequest> = {}): AddRequest => ({
  action: 'add',
  name,
  force: false,
  json: false,
  ...more,
});

async function add(
  files: Record<string, Answer>,
  name: string,
  more: Partial<AddRequest> = {},
  before: Record<string, string> = {},
) {
  const { base, asked } = await repository(files);
  const folder = await onDisk(before);
  const environment = { OCTAVO_STYLES: base };
  const result = await run(request(name, more), folder, { environment });
  return { ...result, folder, asked, base, kept: await filesIn(join(folder, 'home')) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length + '/.config/octavo/'.length),
    )
    .sort();
}

const house = independent('House of Reeds', { kind: 'note' });

describe('a style that is fetched', () => {
  it('is kept in the user’s folder, and can be used by its name', async () => {
    const { status, out, err, folder, kept, asked } = await add(
      { [styleAt('reeds')]: house },
      'reeds',
    );
    expect({ status, err, kept }).toEqual({ status: 0, err: '', kept: ['styles/reeds.csl'] });
    expect(out).toBe(
      'home/.config/octavo/styles/reeds.csl\nHouse of Reeds: use it with --style reeds.\n',
    );
    expect(asked).toEqual([styleAt('reeds')]);
    expect(await readFile(join(folder, 'home/.config/octavo/styles/reeds.csl'), 'utf8')).toBe(
      house,
    );
    const listed = await run(
      {
        action: 'list',
        query: 'house of reeds',
        limit: 1,
        lang: 'en-GB',
        samples: false,
        json: true,
      },
      folder,
    );
    expect(JSON.parse(listed.out)).toMatchObject({ styles: [{ name: 'reeds', origin: 'user' }] });
  });

  it.each(['http://www.zotero.org/styles/reeds', 'https://zotero.org/styles/reeds', 'reeds.csl'])(
    'may be named as %s',
    async (name) => {
      expect((await add({ [styleAt('reeds')]: house }, name)).kept).toEqual(['styles/reeds.csl']);
    },
  );

  it('brings its parent and its locale along, and is kept last', async () => {
    const journal = dependent('Reed Letters', 'reeds', {
      head: category('note'),
      attributes: ' default-locale="tlh-QO"',
    });
    const files = {
      [journalAt('reed-letters')]: journal,
      [styleAt('reeds')]: house,
      [localeAt('tlh-QO')]: locale('tlh-QO'),
    };
    const { status, out, kept, asked } = await add(files, 'reed-letters');
    expect(status).toBe(0);
    expect(kept).toEqual([
      'locales/locales-tlh-QO.xml',
      'styles/dependent/reed-letters.csl',
      'styles/reeds.csl',
    ]);
    expect(asked).toEqual([
      styleAt('reed-letters'),
      journalAt('reed-letters'),
      styleAt('reeds'),
      localeAt('tlh-QO'),
    ]);
    expect(out.split('\n')[2]).toMatch(/dependent\/reed-letters\.csl$/);
  });

  it('takes a parent and a locale that are here', async () => {
    const journal = dependent('Letters', 'apa', { attributes: ' default-locale="de"' });
    const { kept } = await add({ [journalAt('letters')]: journal }, 'letters');
    expect(kept).toEqual(['styles/dependent/letters.csl']);
  });

  it('brings a language along that was asked for', async () => {
    const files = { [styleAt('reeds')]: house, [localeAt('tlh-QO')]: locale('tlh-QO') };
    expect((await add(files, 'reeds', { lang: 'tlh-QO' })).kept).toContain(
      'locales/locales-tlh-QO.xml',
    );
  });

  it('is kept without terms that the repository lacks, with a warning', async () => {
    const { status, err, kept } = await add({ [styleAt('reeds')]: house }, 'reeds', {
      lang: 'tlh',
    });
    expect({ status, kept }).toEqual({ status: 0, kept: ['styles/reeds.csl'] });
    expect(err).toMatch(/warning: .*“tlh”.*\[citation\/missing-locale\]/);
  });

  it('is told as JSON', async () => {
    const { out, base } = await add({ [styleAt('reeds')]: house }, 'reeds', { json: true });
    expect(JSON.parse(out)).toEqual({
      ok: true,
      name: 'reeds',
      title: 'House of Reeds',
      files: [{ file: 'home/.config/octavo/styles/reeds.csl', address: base + styleAt('reeds') }],
      diagnostics: [],
    });
  });

  it('may come by a redirect', async () => {
    const files = {
      [styleAt('reeds')]: (response: ServerResponse) =>
        void response.writeHead(302, { location: '/elsewhere' }).end(),
      '/elsewhere': house,
    };
    expect((await add(files, 'reeds')).kept).toEqual(['styles/reeds.csl']);
  });
});

describe('a style that is there already', () => {
  const there = { 'home/.config/octavo/styles/reeds.csl': independent('Older') };
  const kept = (folder: string) =>
    readFile(join(folder, 'home/.config/octavo/styles/reeds.csl'), 'utf8');

  it('stays as it is, and nothing is asked', async () => {
    const { status, out, folder, asked } = await add(
      { [styleAt('reeds')]: house },
      'reeds',
      {},
      there,
    );
    expect(status).toBe(0);
    expect(out).toBe('reeds (Older) is here already; --force fetches it anew.\n');
    expect(asked).toEqual([]);
    expect(await kept(folder)).toBe(independent('Older'));
  });

  it('is replaced with --force', async () => {
    const { folder } = await add({ [styleAt('reeds')]: house }, 'reeds', { force: true }, there);
    expect(await kept(folder)).toBe(house);
  });

  it('stays where the new one is broken, with --force too', async () => {
    const { status, folder } = await add(
      { [styleAt('reeds')]: '<style' },
      'reeds',
      { force: true },
      there,
    );
    expect(status).toBe(1);
    expect(await kept(folder)).toBe(independent('Older'));
  });

  it('gets the parent that it misses', async () => {
    const journal = { 'home/.config/octavo/styles/dependent/j.csl': dependent('J', 'reeds') };
    const { kept: files } = await add({ [styleAt('reeds')]: house }, 'j', {}, journal);
    expect(files).toEqual(['styles/dependent/j.csl', 'styles/reeds.csl']);
  });
});

const redirect = (location: string) => (response: ServerResponse) =>
  void response.writeHead(301, { location }).end();

describe('nothing is kept', () => {
  it.each<
    [what: string, files: Record<string, Answer>, name: string, status: number, said: RegExp]
  >([
    [
      'where there is no such style',
      {},
      'reeds',
      1,
      /no style “reeds” \[citation\/unknown-style\]/,
    ],
    [
      'of a style that is no XML',
      { [styleAt('reeds')]: '<style>\n<info' },
      'reeds',
      1,
      /reeds\.csl:2:\d+: error: .*\[citation\/bad-style\]/,
    ],
    ['of a page', { [styleAt('reeds')]: '<html/>' }, 'reeds', 1, /no citation style.*bad-style/],
    [
      'of a style that misses a macro',
      { [styleAt('reeds')]: independent('R', { prints: '<text macro="gone"/>' }) },
      'reeds',
      1,
      /reeds\.csl:4:\d+: error: .*“gone”/,
    ],
    [
      'of a style that prints nothing',
      {
        [styleAt('reeds')]: independent('R', { prints: '<text variable="archive"/>' }).replace(
          ' suffix="."',
          '',
        ),
      },
      'reeds',
      1,
      /prints nothing/,
    ],
    [
      'of a journal whose parent is not there',
      { [journalAt('j')]: dependent('J', 'reeds') },
      'j',
      1,
      /“j” stands on a style that is not there: “reeds”/,
    ],
    [
      'of a journal whose parent has a parent',
      { [journalAt('j')]: dependent('J', 'k'), [journalAt('k')]: dependent('K', 'apa') },
      'j',
      1,
      /stands on another style itself/,
    ],
    [
      'of a style whose locale is broken',
      {
        [styleAt('reeds')]: independent('R', { attributes: ' default-locale="tlh"' }),
        [localeAt('tlh-TLH')]: locale('tlh-QO'),
      },
      'reeds',
      1,
      /for “tlh-QO”, not for “tlh-TLH” \[citation\/bad-locale\]/,
    ],
    [
      'that is too large',
      { [styleAt('reeds')]: 'x'.repeat(2 ** 21 + 1) },
      'reeds',
      3,
      /larger than/,
    ],
    ['that is no UTF-8', { [styleAt('reeds')]: new Uint8Array([0xff]) }, 'reeds', 3, /UTF-8/],
    [
      'from a server that fails',
      { [styleAt('reeds')]: (response) => void response.writeHead(503).end() },
      'reeds',
      3,
      /status 503 \[command\/bad-answer\]/,
    ],
    [
      'from a server that hangs up',
      { [styleAt('reeds')]: (response) => void response.destroy() },
      'reeds',
      3,
      /cannot be reached .*no-network[\s\S]*save http.*reeds\.csl in .*styles/,
    ],
    [
      'by a redirect without end',
      { [styleAt('reeds')]: redirect(styleAt('reeds')) },
      'reeds',
      3,
      /more than 3/,
    ],
    [
      'by a redirect off TLS',
      { [styleAt('reeds')]: redirect('http://example.org/') },
      'reeds',
      3,
      /not trusted/,
    ],
    [
      'by a redirect to a file',
      { [styleAt('reeds')]: redirect('file:///etc/passwd') },
      'reeds',
      3,
      /not trusted/,
    ],
    ['that Octavo brings', {}, 'apa', 2, /“apa” comes with Octavo/],
    ['with a name that is none', {}, '../reeds', 2, /no name of a style/],
    ['with a title for a name', {}, 'House of Reeds', 2, /no name of a style/],
  ])('%s', async (_what, files, name, status, said) => {
    const result = await add(files, name);
    expect(result.err).toMatch(said);
    expect(result.status).toBe(status);
    expect(result.kept).toEqual([]);
    expect(result.out).toBe('');
  });

  it('where nobody answers: status 3, as JSON too', async () => {
    const { base } = await repository({});
    const closed = base.replace(/\d+$/, '1');
    const folder = await onDisk({});
    const { status, out, err } = await run(request('reeds', { from: closed, json: true }), folder);
    expect(status).toBe(3);
    expect(err).toMatch(/no-network/);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'command/no-network' }],
    });
  });

  it('where the folder cannot be written: status 3', async () => {
    const { status, err } = await add(
      { [styleAt('reeds')]: house },
      'reeds',
      {},
      { 'home/.config': '' },
    );
    expect(status).toBe(3);
    expect(err).toMatch(/reeds\.csl: error: .*\[command\/unwritable\]\n.*XDG_CONFIG_HOME/);
  });

  it.each(['http://example.org', 'file:///etc', 'ftp://a.b', 'https://me:you@a.b', 'nowhere', ''])(
    'from %s',
    async (from) => {
      const { status, err } = await run(request('reeds', { from }), await onDisk({}));
      expect(status).toBe(2);
      expect(err).toMatch(/no address that styles are fetched from/);
    },
  );
});

describe('a download', () => {
  it('ends when it takes too long', async () => {
    const { base } = await repository({ '/slow': () => {} });
    const limits = { bytes: 10, redirects: 0, milliseconds: 50 };
    await expect(download(new URL(`${base}/slow`), limits, 'Try')).rejects.toThrow(/in time/);
  });

  it('is cut off when it says nothing of its size and does not end', async () => {
    const { base } = await repository({
      '/endless': (response) => {
        const timer = setInterval(() => response.write('x'.repeat(64)), 1);
        response.on('close', () => clearInterval(timer));
      },
    });
    const limits = { bytes: 1000, redirects: 0, milliseconds: 20_000 };
    await expect(download(new URL(`${base}/endless`), limits, 'Try')).rejects.toThrow(/larger/);
  });
});

describe('two at once', () => {
  it('a style that another process kept meanwhile is not written over', async () => {
    const { base } = await repository({
      [styleAt('reeds')]: async (response) => {
        const place = join(folder, 'home/.config/octavo/styles');
        await mkdir(place, { recursive: true });
        await writeFile(join(place, 'reeds.csl'), 'theirs');
        response.end(house);
      },
    });
    const folder: string = await onDisk({});
    const { status, err } = await run(request('reeds', { from: base }), folder);
    expect(status).toBe(3);
    expect(err).toMatch(/there already[\s\S]*--force/);
    expect(await readFile(join(folder, 'home/.config/octavo/styles/reeds.csl'), 'utf8')).toBe(
      'theirs',
    );
    expect(await filesIn(join(folder, 'home'))).toEqual(['styles/reeds.csl']);
  });
});

describe('locales to ask for', () => {
  it.each<[wanted: string, here: string[], tags: string[]]>([
    ['en-GB', ['en-GB', 'en-US'], []],
    ['de', ['de-DE'], []],
    ['de-AT', ['de-DE'], ['de-AT', 'de']],
    ['ja', ['en-US'], ['ja-JP', 'ja']],
    ['pl', ['en-US'], ['pl-PL', 'pl']],
    ['pt-BR', ['pt-PT'], ['pt-BR', 'pt']],
    ['sr-Latn-RS', ['en-US'], ['sr-RS', 'sr']],
  ])('%s where %j are here: %j', (wanted, here, tags) => {
    expect(tagsToFetch(wanted, here)).toEqual(tags);
  });
});
