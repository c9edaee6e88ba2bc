import type { Browser, SealedPage } from '../browser/index.js';
import { insideScript } from './inside-script.js';
import type { Inspected, MadeTake, MadeUp, MakeUp, Measured, SetCopy } from './measured.js';
import type { PageShell } from './page-shell.js';
import { printPages } from './print-pages.js';

/** UTF-16 units of HTML from which on what measuring takes is a matter of many MB. */
const worthTidying = 200_000;

/** One page of the browser that sets a take of the text, makes it up into pages and prints them. */
export class Compositor {
  readonly #browser: Promise<Browser>;
  readonly #isKept: boolean;
  readonly #page: Promise<SealedPage>;
  readonly #over: Promise<never>;
  #finish: () => void = () => {};
  /** UTF-16 units of HTML measured since it was last tidy. */
  #untidied = 0;

  /**
   * @param copySize Bytes that the copy may come to: how long it may take is told by that. Of one
   * that is kept nobody knows: each thing that is asked of it has a time of its own.
   */
  constructor(browser: Promise<Browser>, shell: Promise<PageShell>, copySize: number | 'kept') {
    this.#browser = browser;
    this.#isKept = copySize === 'kept';
    const finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    let opened: (page: SealedPage) => void = () => {};
    this.#page = new Promise((resolve) => {
      opened = resolve;
    });
    const work = async () => {
      const [{ html, resources }, script] = await Promise.all([shell, insideScript()]);
      const use = async (page: SealedPage) => {
        await page.page.evaluate(script);
        opened(page);
        await finished;
      };
      await (await browser).withPage(
        html,
        resources,
        use,
        copySize === 'kept' ? Infinity : copySize,
      );
      throw new Error('a compositor was asked after its page was closed');
    };
    this.#over = work();
    // Nobody may be waiting when it ends.
    this.#over.catch(() => {});
  }

  /** Sets copy in lines, and tells what it measures. */
  measure(copy: SetCopy): Promise<Measured> {
    this.#untidied += copy.text.length;
    return this.#inside('measure', copy);
  }

  /** Cuts what is set into pages; what the next take goes on with is handed over. */
  makeUp(take: number, order: MakeUp): Promise<MadeTake> {
    return this.#inside('makeUp', take, order);
  }

  /** Puts a take's pages, with the folios of the list of contents, where they are printed, and tells what came of them. */
  finish(take: number, folios: Readonly<Record<string, string>>): Promise<MadeUp> {
    return this.#inside('finish', take, folios);
  }

  /** Tells what came of a take's pages, and leaves none of them in the document. */
  inspect(take: number): Promise<Inspected> {
    return this.#inside('inspect', take);
  }

  /** A take's pages as HTML, with the folios of the list of contents, by the id of an entry. */
  sheets(take: number, folios: Readonly<Record<string, string>>): Promise<string[]> {
    return this.#inside('sheets', take, folios);
  }

  /** Lets go of a take. */
  forget(take: number): Promise<void> {
    return this.#inside('forget', take);
  }

  async print(): Promise<Uint8Array> {
    return Promise.race([this.#page.then(printPages), this.#over]);
  }

  /**
   * Lets go of what measuring took, while there is nothing else to do: the engine itself would wait
   * until the pages have taken as much again.
   */
  tidy(): void {
    if (this.#untidied < worthTidying) return;
    this.#untidied = 0;
    const tidied = this.#page.then(({ session }) => session.send('HeapProfiler.collectGarbage'));
    // A page that ends meanwhile is tidy too.
    tidied.catch(() => {});
  }

  /** Closes the page. */
  close(): void {
    this.#finish();
  }

  /** Calls what the inside script offers; arguments and answer travel as JSON. */
  async #inside<T>(name: string, ...given: readonly unknown[]): Promise<T> {
    const text = given.map((each) => JSON.stringify(each)).join(', ');
    const call = async () => {
      const { page } = await this.#page;
      return (await page.evaluate(`octavoInside.${name}(${text})`)) as T;
    };
    const answer = Promise.race([call(), this.#over]);
    return this.#isKept ? (await this.#browser).patiently(answer, text.length) : answer;
  }
}

/** Compositors for a template, the first of which is ready before there is copy. */
export class ComposingRoom {
  readonly #browser: Promise<Browser>;
  readonly #shell: Promise<PageShell>;
  readonly #copySize: number | 'kept';
  #waiting: Compositor | undefined;

  /** @param copySize Bytes that the copy of all takes may come to; compositors may also be kept. */
  constructor(browser: Promise<Browser>, shell: Promise<PageShell>, copySize: number | 'kept') {
    this.#browser = browser;
    this.#shell = shell;
    this.#copySize = copySize;
    // What fails is told to whoever asks a compositor for something.
    for (const coming of [browser, shell]) coming.catch(() => {});
    this.#waiting = this.#compositor();
  }

  get shell(): Promise<PageShell> {
    return this.#shell;
  }

  /** A compositor that has set nothing. */
  engage(): Compositor {
    const compositor = this.#waiting ?? this.#compositor();
    this.#waiting = undefined;
    return compositor;
  }

  #compositor(): Compositor {
    return new Compositor(this.#browser, this.#shell, this.#copySize);
  }
}
