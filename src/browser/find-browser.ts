import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { Failure } from '../diagnostics/failure.js';
import { unpackBrowser } from './unpack.js';

export interface FoundBrowser {
  executable: string;
  /** Folder of libraries to fall back on where the system's are missing. */
  libraries?: string;
  /** `headless-shell`: can do nothing but run without a window. */
  kind: 'headless-shell' | 'chrome';
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** What the user or the environment names; undefined where nobody names one. */
function named(option: string | undefined, environment: NodeJS.ProcessEnv) {
  if (option !== undefined) return { path: option, by: 'the command' };
  for (const variable of ['OCTAVO_BROWSER', 'PUPPETEER_EXECUTABLE_PATH']) {
    const path = environment[variable];
    if (path) return { path, by: variable };
  }
  return undefined;
}

const debianPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

/** Browsers that were installed some other way, the likeliest first. */
async function installed(): Promise<string | undefined> {
  const { default: puppeteer } = await import('puppeteer');
  const candidates: (() => string)[] = [
    () => puppeteer.executablePath(),
    () => puppeteer.executablePath('chrome'),
    ...debianPaths.map((path) => () => path),
  ];
  for (const candidate of candidates) {
    try {
      const path = candidate();
      if (await isExecutable(path)) return path;
    } catch {
      // Puppeteer throws where it knows no place for this browser on this system.
    }
  }
  return undefined;
}

const remedy =
  'Run `npm ci` in the folder of Octavo, or install Chrome or Chromium and set OCTAVO_BROWSER to the path of its program';

/**
 * Finds a browser: the one named (option, OCTAVO_BROWSER, PUPPETEER_EXECUTABLE_PATH), else the one
 * that npm brought (Linux on x64), else puppeteer's own or an installed Chrome.
 *
 * @throws Failure `browser/missing` (status 3).
 */
export async function findBrowser(
  option: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<FoundBrowser> {
  const asked = named(option, environment);
  if (asked !== undefined) {
    if (await isExecutable(asked.path)) return { executable: asked.path, kind: 'chrome' };
    throw new Failure(
      'browser/missing',
      { file: asked.path },
      {
        message: `The browser that ${asked.by} names is not there, or may not be started`,
        remedy: 'Give the path of a Chrome or Chromium program, or name none',
      },
      3,
    );
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const unpacked = await unpackBrowser(environment).catch((cause: Error) => {
      throw new Failure(
        'browser/missing',
        { file: '@sparticuz/chromium' },
        {
          message: `The browser that comes with Octavo could not be unpacked: ${cause.message}`,
          remedy: 'Make room on the disk (200 MB), or set XDG_CACHE_HOME to a folder with room',
        },
        3,
        cause,
      );
    });
    if (unpacked !== undefined) return { ...unpacked, kind: 'headless-shell' };
  }
  const path = await installed();
  if (path !== undefined) return { executable: path, kind: 'chrome' };
  throw new Failure(
    'browser/missing',
    { file: 'browser' },
    { message: 'No browser was found to lay out pages with', remedy },
    3,
  );
}
