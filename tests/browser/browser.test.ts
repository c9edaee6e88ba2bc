import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, launchBrowser, type Resources } from '../../src/browser/index.js';

let browser: Browser;
const outer = process.env.TMPDIR;
// Tests of other files start browsers at the same time: their profiles stand elsewhere.
beforeAll(async () => {
  process.env.TMPDIR = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(tmpdir(), { recursive: true });
  if (outer === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outer;
});

const profiles = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('octavo-profile-')).sort();

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"/>');
const resources: Resources = new Map([
  ['images/0', { bytes: svg, mediaType: 'image/svg+xml' }],
  ['style.css', { bytes: Buffer.from('p { color: rgb(1, 2, 3) }'), mediaType: 'text/css' }],
]);

function inPage<T>(
  html: string,
  script: string,
): Promise<{ value: T; refused: readonly string[] }> {
  return browser.withPage(html, resources, async ({ page, refused }) => ({
    value: (await page.evaluate(script)) as T,
    refused: [...refused],
  }));
}

describe('a sealed page', () => {
  it('reaches what it is given', async () => {
    const html = '<link rel="stylesheet" href="style.css"><p>x</p><img src="images/0">';
    const script = `[getComputedStyle(document.querySelector('p')).color, document.images[0].naturalWidth]`;
    expect((await inPage(html, script)).value).toEqual(['rgb(1, 2, 3)', 7]);
  });

  it.each([
    ['the network', 'https://example.org/a.png'],
    ['an address without a name', 'http://127.0.0.1:9/a.png'],
    ['a file', 'file:///etc/hostname'],
    ['its own host beyond the resources', 'images/1'],
  ])('does not reach %s', async (_, source) => {
    const script = `new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
      image.src = ${JSON.stringify(source)};
    })`;
    expect((await inPage('<p>x</p>', script)).value).toBe('refused');
  });

  it('does not follow a fetch or a frame', async () => {
    const html = '<iframe src="https://example.org/"></iframe>';
    const script = `fetch('https://example.org/').then(() => 'fetched', () => 'refused')`;
    expect((await inPage(html, script)).value).toBe('refused');
  });

  it('runs no script of its own', async () => {
    const html = '<p onclick="document.title=1">x</p><script>document.title = "ran"</script>';
    const script = `document.querySelector('p').click(), document.title`;
    expect((await inPage(html, script)).value).toBe('');
  });

  it('keeps text and its encoding', async () => {
    const { value } = await inPage('<p>Željko Đorđević</p>', 'document.body.textContent');
    expect(value).toBe('Željko Đorđević');
  });
});

describe('a browser that fails', () => {
  it('reports a page that crashes, and goes on', async () => {
    const crash = browser.withPage('<p>x</p>', new Map(), async ({ page, session }) => {
      session.send('Page.crash').catch(() => {});
      return page.evaluate('new Promise(() => {})');
    });
    await expect(crash).rejects.toMatchObject({
      status: 3,
      diagnostic: { rule: 'browser/failed' },
    });
    expect((await inPage('<p>x</p>', '1')).value).toBe(1);
  });

  it('reports its own end, and leaves nothing behind', async () => {
    const before = await profiles();
    const dying = await launchBrowser();
    expect(await profiles()).not.toEqual(before);
    const end = dying.withPage('<p>x</p>', new Map(), async ({ page, session }) => {
      session.send('Browser.crash' as 'Page.crash').catch(() => {});
      return page.evaluate('new Promise(() => {})');
    });
    await expect(end).rejects.toMatchObject({ status: 3, diagnostic: { rule: 'browser/failed' } });
    await dying.close();
    await dying.close();
    expect(await profiles()).toEqual(before);
  });

  it('leaves nobody waiting for a page that it is closed before', async () => {
    for (let delay = 0; delay < 12; delay += 1) {
      const own = await launchBrowser();
      const work = own.withPage('<p>', new Map(), async ({ page }) => page.title());
      const told = expect(
        work.then(
          () => 'done',
          ({ diagnostic }) => diagnostic.rule,
        ),
      ).resolves;
      await new Promise((resolve) => setTimeout(resolve, delay * 4));
      await own.close();
      await told.toMatch(/^(done|browser\/failed)$/);
    }
  });

  it('hands on what the caller throws', async () => {
    const mine = new RangeError('mine');
    const work = browser.withPage('<p>x</p>', new Map(), () => Promise.reject(mine));
    await expect(work).rejects.toBe(mine);
  });

  it('says so where the program is no browser', async () => {
    await expect(launchBrowser({ executable: '/bin/false' })).rejects.toMatchObject({
      status: 3,
      diagnostic: { rule: 'browser/failed', place: { file: '/bin/false' } },
    });
  });
});
