import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/browser/index.js';
import { OutOfPatience, timeFor, within } from '../../src/browser/patience.js';

const failure = { status: 3, diagnostic: { rule: 'browser/failed' } };

describe('waiting', () => {
  it('ends with the work, or with what ends it', async () => {
    await expect(within(10_000, Promise.resolve(1), () => {})).resolves.toBe(1);
    await expect(within(10_000, Promise.reject(new RangeError('a')), () => {})).rejects.toThrow(
      RangeError,
    );
  });

  it('ends where nothing comes, and gives up first', async () => {
    let given = false;
    const waiting = within(5, new Promise(() => {}), () => {
      given = true;
    });
    await expect(waiting).rejects.toThrow(OutOfPatience);
    expect(given).toBe(true);
  });

  it('is longer for a larger page', () => {
    expect(timeFor(4_000_000)).toBeGreaterThan(timeFor(1000));
  });
});

describe('a browser', () => {
  it('that hangs half-way is ended and told', async () => {
    const browser = await launchBrowser({ pageTime: 1500 });
    const hanging = browser.withPage('<p>x</p>', new Map(), ({ page }) =>
      page.evaluate('for (;;) {}'),
    );
    await expect(hanging).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('hangs'),
    });
    await browser.close();
  });

  it('that the system cannot start is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
    const program = join(folder, 'program');
    await writeFile(program, '#!/no/such/interpreter\n');
    await chmod(program, 0o755);
    await expect(launchBrowser({ executable: program })).rejects.toMatchObject(failure);
    await rm(folder, { recursive: true });
  });

  it('that is a folder is missing', async () => {
    await expect(launchBrowser({ executable: tmpdir() })).rejects.toMatchObject({
      diagnostic: { rule: 'browser/missing' },
    });
  });

  it('that ends at once is no browser', async () => {
    await expect(launchBrowser({ executable: '/bin/true' })).rejects.toMatchObject({
      message: expect.stringContaining('without answering'),
    });
  });
});
