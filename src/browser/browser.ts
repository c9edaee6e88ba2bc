import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser as Engine, LaunchOptions } from 'puppeteer';
import { Failure } from '../diagnostics/failure.js';
import { type FoundBrowser, findBrowser } from './find-browser.js';
import { launchArguments } from './flags.js';
import { temporary, undoAtExit } from './leftovers.js';
import { OutOfPatience, startingTime, timeFor, within } from './patience.js';
import type { Resources } from './resources.js';
import { openSealedPage, type SealedPage } from './sealed-page.js';
import { withSpawnFaults } from './spawn-fault.js';

export interface BrowserOptions {
  /** Path of a Chromium or Chrome to use before any other. */
  executable?: string;
  /** ms that a page may take from its opening to its end. Left out, what its size asks for. */
  pageTime?: number;
}

/** A headless browser without a network. */
export interface Browser {
  /** `Chrome/147.0.7727.0` or the like. */
  readonly version: string;
  /** Path of the program that runs. */
  readonly executable: string;
  /**
   * Opens `html` in a page that can reach `resources` and nothing else, hands it to `use`, and
   * closes it whatever comes. Resources are keyed by path: `fonts/0.ttf` in the map answers
   * `fonts/0.ttf` in the page; they may grow while it is open.
   *
   * @param size Bytes that the page is to deal with beside what it is opened with: the time that it
   * may take is told by its size. Infinity where it may stay open: see {@link patiently}.
   * @throws Failure `browser/failed` (status 3) where the browser dies or hangs, or the page crashes.
   */
  withPage<T>(
    html: string,
    resources: Resources,
    use: (page: SealedPage) => Promise<T>,
    size?: number,
  ): Promise<T>;
  /**
   * Waits for work in a page that stays open, no longer than its size in bytes asks for.
   *
   * @throws Failure `browser/failed` (status 3) where the browser dies or hangs.
   */
  patiently<T>(work: Promise<T>, size: number): Promise<T>;
  /** Ends the browser and removes what it wrote. Never throws; may be called twice. */
  close(): Promise<void>;
}

function failed(executable: string, message: string, remedy: string, cause?: unknown): Failure {
  return new Failure('browser/failed', { file: executable }, { message, remedy }, 3, cause);
}

/** Puppeteer's way of saying that it cannot reach the browser any more, or that it will not answer. */
const lostContact = new Set([
  'TargetCloseError',
  'ConnectionClosedError',
  'ProtocolError',
  'TimeoutError',
]);

const tryAgain =
  'Build again; if it happens again, see that the machine has memory to spare, or set OCTAVO_BROWSER to another browser';

/** Fonts and images take far less work than as much text. */
const resourceShare = 1 / 20;

function sizeOf(html: string, resources: Resources): number {
  const bytes = [...resources.values()].reduce((sum, resource) => sum + resource.bytes.length, 0);
  return html.length + bytes * resourceShare;
}

class SealedBrowser implements Browser {
  readonly version: string;
  readonly executable: string;
  readonly #engine: Engine;
  readonly #pageTime: number | undefined;
  readonly #cleanUp: () => Promise<void>;

  constructor(
    engine: Engine,
    executable: string,
    version: string,
    pageTime: number | undefined,
    cleanUp: () => Promise<void>,
  ) {
    this.#engine = engine;
    this.executable = executable;
    this.#pageTime = pageTime;
    this.version = version;
    this.#cleanUp = cleanUp;
  }

  async withPage<T>(
    html: string,
    resources: Resources,
    use: (page: SealedPage) => Promise<T>,
    size = 0,
  ): Promise<T> {
    const opened: { page?: SealedPage } = {};
    const work = async () => {
      const page = await openSealedPage(this.#engine, html, resources);
      opened.page = page;
      return Promise.race([use(page), page.crashed]);
    };
    const limit =
      size === Infinity ? size : (this.#pageTime ?? timeFor(sizeOf(html, resources) + size));
    try {
      // A browser that hangs closes no page either: only its end brings the wait to one.
      return await within(limit, work(), () => kill(this.#engine));
    } catch (cause) {
      throw this.#explain(cause, opened.page);
    } finally {
      await opened.page?.close();
    }
  }

  async patiently<T>(work: Promise<T>, size: number): Promise<T> {
    try {
      return await within(this.#pageTime ?? timeFor(size), work, () => kill(this.#engine));
    } catch (cause) {
      throw this.#explain(cause, undefined);
    }
  }

  #explain(cause: unknown, page: SealedPage | undefined): unknown {
    if (cause instanceof Failure) return cause;
    if (cause instanceof OutOfPatience) {
      const message = `The browser hangs: ${cause.message}`;
      return failed(this.executable, message, tryAgain, cause);
    }
    const lost = cause instanceof Error && lostContact.has(cause.name);
    if (this.#engine.connected && !page?.hasCrashed && !lost) return cause;
    const message = this.#engine.connected
      ? 'The browser gave up on the pages'
      : 'The browser ended before the pages were printed';
    return failed(this.executable, message, tryAgain, cause);
  }

  close(): Promise<void> {
    return this.#cleanUp();
  }
}

/** Ends a browser at once: a graceful end would only save a profile that nobody wants. */
function kill(engine: Engine): void {
  const child = engine.process();
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // Puppeteer makes the browser the leader of its process group, but not on Windows.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function hasEnded(engine: Engine): Promise<void> {
  const child = engine.process();
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

interface Started {
  engine: Engine;
  version: string;
}

/** A browser that has answered once. */
async function start(found: FoundBrowser, profile: string, libraries?: string): Promise<Started> {
  const stop = new AbortController();
  const answer = async () => {
    const engine = await spawn(found, profile, stop.signal, libraries);
    stop.signal.addEventListener('abort', () => kill(engine));
    return { engine, version: await engine.version() };
  };
  return within(startingTime, answer(), () => stop.abort());
}

async function spawn(
  found: FoundBrowser,
  profile: string,
  signal: AbortSignal,
  libraries?: string,
): Promise<Engine> {
  const { default: puppeteer } = await import('puppeteer');
  const paths = [libraries, process.env.LD_LIBRARY_PATH].filter((path) => path);
  const options: LaunchOptions = {
    executablePath: found.executable,
    headless: found.kind === 'headless-shell' ? 'shell' : true,
    args: launchArguments(process.env),
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: paths.join(':') } : { ...process.env },
    userDataDir: profile,
    pipe: true,
    waitForInitialPage: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // How long a page may take, its size tells: no single answer has a limit of its own.
    protocolTimeout: 0,
    signal,
  };
  return withSpawnFaults(() => puppeteer.launch(options));
}

const nameAnother = 'Set OCTAVO_BROWSER to the path of a Chrome or Chromium that starts';

function cannotStart(found: FoundBrowser, cause: unknown): Failure {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/no usable sandbox|namespace sandbox/i.test(said)) {
    const remedy =
      'Allow unprivileged user namespaces, or set OCTAVO_BROWSER_SANDBOX=off where manuscripts are trusted';
    return failed(found.executable, 'The browser cannot make its sandbox here', remedy, cause);
  }
  if (cause instanceof OutOfPatience) {
    const message = `The browser does not start: it gave ${cause.message}`;
    return failed(found.executable, message, nameAnother, cause);
  }
  const missing = /([^\s:]+): cannot open shared object file/.exec(said)?.[1];
  const message = missing
    ? `The browser cannot start: the machine lacks ${missing}`
    : cause instanceof Error && lostContact.has(cause.name)
      ? 'The program ended at once without answering: it may be no browser'
      : `The browser cannot start: ${said.split('\n')[0]}`;
  const remedy = missing
    ? `Install the package that brings ${missing}, or set OCTAVO_BROWSER to another browser`
    : nameAnother;
  return failed(found.executable, message, remedy, cause);
}

async function startSomehow(found: FoundBrowser, profile: string): Promise<Started> {
  try {
    return await start(found, profile);
  } catch (cause) {
    const lacking = cause instanceof Error && cause.message.includes('shared librar');
    if (found.libraries === undefined || !lacking) throw cannotStart(found, cause);
  }
  return start(found, profile, found.libraries).catch((cause) => {
    throw cannotStart(found, cause);
  });
}

/**
 * Starts the browser. May be called early and awaited late: nothing else is needed for it.
 * The caller closes it; a process that ends or is interrupted closes it too.
 *
 * @throws Failure `browser/missing` or `browser/failed` (status 3).
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const found = await findBrowser(options.executable);
  const profile = await mkdtemp(join(tmpdir(), 'octavo-profile-'));
  const leftover = temporary(profile);
  try {
    const { engine, version } = await startSomehow(found, profile);
    const keep = undoAtExit(() => kill(engine));
    const cleanUp = async () => {
      const ended = hasEnded(engine);
      kill(engine);
      await ended;
      keep();
      await leftover.remove();
    };
    return new SealedBrowser(engine, found.executable, version, options.pageTime, cleanUp);
  } catch (cause) {
    await leftover.remove();
    throw cause;
  }
}
