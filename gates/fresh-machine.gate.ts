import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyOf, discard, octavo } from './support/publications.js';

let cache: string;
let folder: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'octavo-cache-'));
  folder = copyOf('manuscript');
});
afterEach(() => {
  rmSync(cache, { recursive: true });
  discard(folder);
});

test('builds where the browser was never unpacked', () => {
  const built = octavo(['build', folder, '--to', 'pdf'], { XDG_CACHE_HOME: cache });
  expect(built, built.stderr).toMatchObject({ status: 0, stderr: '' });
});

test('builds where no cache can be kept', () => {
  const built = octavo(['build', folder, '--to', 'pdf'], { XDG_CACHE_HOME: '/dev/null/none' });
  expect(built, built.stderr).toMatchObject({ status: 0, stderr: '' });
});
