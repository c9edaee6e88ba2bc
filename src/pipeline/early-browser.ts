import type { Browser, BrowserOptions } from '../browser/index.js';
import type { ComposingRoom } from '../pages/index.js';
import type { Template } from '../template/index.js';

/** A browser that starts while the publication is still being read, and is closed whatever comes. */
export class EarlyBrowser {
  readonly #options: BrowserOptions;
  #starting: Promise<Browser> | undefined;

  constructor(options: BrowserOptions = {}) {
    this.#options = options;
  }

  /**
   * Begins to start, and returns once its program runs on its own. A browser that does not start
   * is told of by {@link get} alone.
   */
  async start(): Promise<void> {
    const { launchBrowser } = await import('../browser/index.js');
    this.#starting ??= launchBrowser(this.#options);
    this.#starting.catch(() => {});
  }

  /** @throws Failure `browser/missing` or `browser/failed` (status 3). */
  async get(): Promise<Browser> {
    if (!this.#starting) await this.start();
    return this.#starting as Promise<Browser>;
  }

  /**
   * Brings a template's style sheet and fonts to the browser, before there is text to set in them.
   *
   * @param copySize Bytes that the text may come to; compositors may also be kept.
   */
  async composingRoom(template: Template, copySize: number | 'kept'): Promise<ComposingRoom> {
    const { ComposingRoom, pageShell } = await import('../pages/index.js');
    return new ComposingRoom(this.get(), pageShell(template), copySize);
  }

  async close(): Promise<void> {
    const browser = await this.#starting?.catch(() => undefined);
    await browser?.close();
  }
}
