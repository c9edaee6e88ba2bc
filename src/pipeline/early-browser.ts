import type { Browser, BrowserOptions } from '../browser/index.js';

/** A browser that starts while the publication is still being read, and is closed whatever comes. */
export class EarlyBrowser {
  readonly #options: BrowserOptions;
  #starting: Promise<Browser> | undefined;

  constructor(options: BrowserOptions = {}) {
    this.#options = options;
  }

  /** Begins to start; a browser that does not start is told of by {@link get} alone. */
  start(): void {
    this.#starting ??= launch(this.#options);
    this.#starting.catch(() => {});
  }

  /** @throws Failure `browser/missing` or `browser/failed` (status 3). */
  get(): Promise<Browser> {
    this.start();
    return this.#starting as Promise<Browser>;
  }

  async close(): Promise<void> {
    const browser = await this.#starting?.catch(() => undefined);
    await browser?.close();
  }
}

async function launch(options: BrowserOptions): Promise<Browser> {
  const { launchBrowser } = await import('../browser/index.js');
  return launchBrowser(options);
}
