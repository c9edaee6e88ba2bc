import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import type { KeptPages, SetPages } from '../pages/index.js';
import type { Publication } from '../publication/publication.js';
import type { Template } from '../template/index.js';
import type { BuildOptions } from './build-publication.js';
import { chooseTemplate } from './choose-template.js';
import { EarlyBrowser } from './early-browser.js';
import type { KeptStructure } from './kept-structure.js';
import { layOutPages } from './lay-out-pages.js';
import { Stages, type StageTime } from './stages.js';

export type ProofOptions = Pick<
  BuildOptions,
  'workingFolder' | 'style' | 'template' | 'browser' | 'stageBegan'
>;

/** The pages of a publication as they will print, not printed yet. */
export interface Proof {
  publication: Publication;
  template?: Template;
  /** As the pages show it. */
  document?: OctavoDocument;
  /** Undefined where the publication has errors. */
  pages?: SetPages;
  /** Pages from 0 that differ from those that stood in their places in the last proof. */
  changed: readonly number[];
  /**
   * Resolves once what came out otherwise than planned is reported too, and the next proof can be
   * pulled at its quickest; to false where the next one came before that.
   */
  lookedOver: Promise<boolean>;
  stages: StageTime[];
}

function changedPages(before: readonly string[], sheets: readonly string[]): number[] {
  return sheets.flatMap((sheet, page) => (sheet === before[page] ? [] : [page]));
}

function lookOver(pages: SetPages, report: Report): Promise<boolean> {
  const lookedOver = pages.lookOver(report);
  // Nobody need wait for it.
  lookedOver.catch(() => {});
  return lookedOver;
}

/**
 * Proofs of one publication, version after version. The browser stays open, and what is unchanged
 * since the last proof is neither read nor laid out again: see `KeptStructure` and `KeptPages`.
 */
export class Proofs {
  readonly #path: string;
  readonly #options: ProofOptions;
  #browser: EarlyBrowser | undefined;
  #kept: { pages: KeptPages; template: string } | undefined;
  #structure: KeptStructure | undefined;
  #sheets: readonly string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  /** @param path As `buildPublication` takes it. */
  constructor(path: string, options: ProofOptions = {}) {
    this.#path = path;
    this.#options = options;
  }

  /**
   * Reads the publication and lays out its pages, after those asked for before.
   *
   * @throws Failure where work cannot go on; the next proof begins afresh.
   */
  pull(report: Report): Promise<Proof> {
    const proof = this.#last.then(() => this.#pull(report));
    this.#last = proof.catch(() => this.#letGo());
    return proof;
  }

  /** Ends the browser, once the proofs asked for are pulled. */
  async close(): Promise<void> {
    await this.#last;
    await this.#letGo();
  }

  async #pull(report: Report): Promise<Proof> {
    const { workingFolder = process.cwd(), style, template: named } = this.#options;
    const stages = new Stages(this.#options.stageBegan);
    this.#browser ??= new EarlyBrowser(this.#options.browser);
    await this.#browser.start();
    const { KeptStructure, readPublication } = await import('./parts.js');
    const publication = await stages.run('read', () =>
      readPublication(this.#path, report, { workingFolder }),
    );
    const lookedOver = Promise.resolve(true);
    const nothing = { publication, changed: [], lookedOver, stages: stages.times };
    if (report.hasErrors) return nothing;
    const template = await chooseTemplate({ publication, template: named, workingFolder, report });
    this.#structure ??= new KeptStructure();
    const structured = await this.#structure.structure(
      {
        publication,
        style,
        defaultStyle: template.style,
        workingFolder,
        report,
        dropCaps: template.page.dropCaps?.at,
      },
      stages,
    );
    if (structured === undefined || report.hasErrors) return { ...nothing, template };
    const { pages, document } = await stages.run('lay out', async () => {
      const kept = await this.#pagesFor(template);
      return layOutPages({
        publication,
        document: structured.document,
        report,
        layOut: (...version) => kept.layOut(...version),
      });
    });
    const changed = changedPages(this.#sheets, pages.sheets);
    this.#sheets = pages.sheets;
    return { ...nothing, template, document, pages, changed, lookedOver: lookOver(pages, report) };
  }

  /** The pages there are, unless they are of another template. */
  async #pagesFor(template: Template): Promise<KeptPages> {
    const key = JSON.stringify(template);
    if (this.#kept?.template === key) return this.#kept.pages;
    this.#kept?.pages.close();
    const { KeptPages } = await import('../pages/index.js');
    const room = await (this.#browser as EarlyBrowser).composingRoom(template, 'kept');
    const pages = new KeptPages(template, room);
    this.#kept = { pages, template: key };
    return pages;
  }

  async #letGo(): Promise<void> {
    this.#kept?.pages.close();
    this.#kept = undefined;
    this.#structure = undefined;
    this.#sheets = [];
    await this.#browser?.close();
    this.#browser = undefined;
  }
}
