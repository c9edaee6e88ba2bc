import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EpubCheck } from '@likecoin/epubcheck-ts';

const run = promisify(execFile);

/** Where Debian's package `epubcheck` puts it. */
const debianJar = '/usr/share/java/epubcheck.jar';

export const hasDebianChecker = existsSync(debianJar);

/** Findings of epubcheck-ts, one a line. */
export async function checkHere(book: Uint8Array): Promise<string[]> {
  const result = await EpubCheck.validate(book);
  return result.messages
    .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
    .map((message) => `${message.id} ${JSON.stringify(message.location ?? '')} ${message.message}`);
}

/** Findings of Debian's EPUBCheck, one a line. */
export async function checkWithDebian(book: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-epub-'));
  const path = join(folder, 'book.epub');
  try {
    await writeFile(path, book);
    await run('java', ['-XX:TieredStopAtLevel=1', '-jar', debianJar, '--failonwarnings', path]);
    return [];
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    return `${stdout}\n${stderr}`.split('\n').filter((line) => /^(ERROR|WARNING|FATAL)/.test(line));
  } finally {
    await rm(folder, { recursive: true });
  }
}
