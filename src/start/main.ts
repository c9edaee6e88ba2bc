import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { crc32 } from 'node:zlib';
import { lastingCacheFolder } from '../machine/cache-folder.js';
import { packageFolder } from '../machine/package-folder.js';
import { CodeCache } from './code-cache.js';
import { Program } from './program.js';

/** Code compiled by one Node is nothing to another, nor to an installation elsewhere. */
function cachePlace(folder: string, build: string): string {
  const name = `${crc32(build).toString(16)}-${process.version}-${process.arch}`;
  return join(folder, 'compiled', name);
}

/**
 * Units of bytecode that a function runs through before it is optimised: three times V8's own
 * figure. In the few seconds of a build more is optimised than pays, and by threads that take their
 * time from the browser's.
 */
const optimisedAfter = 400_000;

/** The command `octavo`: see `src/cli/main.ts`, which this loads. */
export async function main(argv: readonly string[]): Promise<number> {
  setFlagsFromString(`--interrupt-budget=${optimisedAfter}`);
  const build = join(packageFolder(), 'build');
  const folder = await lastingCacheFolder();
  const cache = folder === undefined ? undefined : new CodeCache(cachePlace(folder, build));
  const program = new Program(build, cache);
  process.once('exit', () => program.keep());
  const { main: run } = program.load('program.cjs') as {
    main(argv: readonly string[]): Promise<number>;
  };
  return run(argv);
}
