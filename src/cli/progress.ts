import type { Outlet } from './surroundings.js';

/** Milliseconds of work before a line is worth showing. */
const patience = 1000;

const clearLine = '\r\u001b[2K';

/**
 * One line on a terminal that says what is being done, from the second on that it takes more than a
 * second; gone without a trace at the end.
 */
export class Progress {
  readonly #outlet: Outlet;
  readonly #started = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #doing = '';
  #shown = false;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
    this.#timer = setInterval(() => this.#show(), patience);
    this.#timer.unref();
  }

  /** Work goes on to something else: `laying out the pages`. */
  update(doing: string): void {
    this.#doing = doing;
    this.#show();
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#shown) this.#outlet.write(clearLine);
    this.#shown = false;
  }

  #show(): void {
    const elapsed = performance.now() - this.#started;
    if (this.#timer === undefined || elapsed < patience || this.#doing === '') return;
    const line = `${this.#doing}… ${Math.floor(elapsed / 1000)} s`;
    this.#outlet.write(`${clearLine}${line.slice(0, (this.#outlet.columns || 80) - 1)}`);
    this.#shown = true;
  }
}
