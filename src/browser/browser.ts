import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser as Engine } from 'puppeteer';
import { Failure } from '../diagnostics/failure.js';
import { browserFailure, hasLostContact } from './browser-failure.js';
import { hasEnded, kill } from './end-browser.js';
import { findBrowser } from './find-browser.js';
import { temporary, undoAtExit } from './leftovers.js';
import { OutOfPatience, timeFor, within } from './patience.js';
import type { Resources } from './resources.js';
import { openSealedPage, type SealedPage } from './sealed-page.js';
import { startBrowser } from './start-browser.js';

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
  /** Rejects when the browser ends, of itself or because it is closed. */
  readonly #ended: Promise<never>;

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
    this.#ended = new Promise((_, reject) => {
      engine.once('disconnected', () => reject(new Error('the browser has ended')));
    });
    // Nobody may be waiting when it comes.
    this.#ended.catch(() => {});
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
      // Not every question to it that is open as it ends is answered, be it by a refusal.
      return await within(limit, Promise.race([work(), this.#ended]), () => kill(this.#engine));
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
      return browserFailure(this.executable, message, tryAgain, cause);
    }
    if (this.#engine.connected && !page?.hasCrashed && !hasLostContact(cause)) return cause;
    const message = this.#engine.connected
      ? 'The browser gave up on the pages'
      : 'The browser ended before the pages were printed';
    return browserFailure(this.executable, message, tryAgain, cause);
  }

  close(): Promise<void> {
    return this.#cleanUp();
  }
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
    const { engine, version } = await startBrowser(found, profile);
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
