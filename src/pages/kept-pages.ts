import type { Report } from '../diagnostics/report.js';
import type { OctavoDocument } from '../document/document.js';
import type { ShownFiles } from '../document/places.js';
import { sameImages } from '../publication/index.js';
import type { Template } from '../template/index.js';
import type { ComposingRoom, Compositor } from './compositor.js';
import { type CopyParts, copyOf, takesOf } from './copy/copy.js';
import { fixedParts } from './copy/fixed-parts.js';
import { FlowingText } from './copy/flowing-text.js';
import { Slips } from './copy/slips.js';
import { divideAgain, type Take } from './copy/takes.js';
import type { TakeOrder } from './divide-order.js';
import { Places, reportMadeUp } from './findings.js';
import { foliosOf, holdsFolios } from './folios.js';
import { joinInspected } from './join-takes.js';
import { type KeptTake, type MadePages, matchTakes } from './kept-takes.js';
import { makeUpTakes, pageStarts } from './make-up-takes.js';
import type { Inspected, MakeUp } from './measured.js';
import { reportMissingGlyphs } from './missing-glyphs.js';
import { type HeadingEntry, outlineOf } from './outline.js';
import { addResources } from './page-shell.js';
import type { PageStart } from './pages.js';
import { planTakes } from './plan-takes.js';

/** Pages as HTML: not printed yet. */
export interface SetPages {
  /** Each page at the size of the bleed box; the style sheet is the template's. */
  sheets: readonly string[];
  pageCount: number;
  starts: PageStart[];
  /** The title and all headings. */
  outline: HeadingEntry<{ page: number }>[];
  /** The page of each id. */
  targets: Record<string, { page: number }>;
  /** Takes that were set in lines this time. */
  setAnew: number;
  /**
   * Looks the pages over, and reports what came out otherwise than planned. Makes ready for the
   * next version meanwhile, and is given up once that comes: resolves to false then.
   */
  lookOver(report: Report): Promise<boolean>;
}

/** UTF-16 units of a take: some five pages. */
const usualTake = 20_000;

/** A take that grows beyond so many of them makes the text be divided anew. */
const mostGrowth = 4;

/**
 * The pages of one publication, version after version: what is unchanged since the last version is
 * neither set nor made up again. They are the pages that {@link layOut} prints.
 */
export class KeptPages {
  readonly #template: Template;
  readonly #room: ComposingRoom;
  readonly #takeLength: number;
  #compositor: Compositor | undefined;
  #images: OctavoDocument['images'] = new Map();
  #lang = '';
  #slips: Slips | undefined;
  #division: Take[] = [];
  #takes: KeptTake[] = [];
  readonly #text = new FlowingText();
  #counted = 0;
  /** What is done between two versions ends at the next step. */
  #isWanted = false;
  #lookingOver: Promise<unknown> = Promise.resolve();

  /**
   * @param room Its compositors are kept.
   * @param takeLength UTF-16 units of text that are set together.
   */
  constructor(template: Template, room: ComposingRoom, takeLength = usualTake) {
    this.#takeLength = takeLength;
    this.#template = template;
    this.#room = room;
  }

  /** @throws Failure `browser/failed` (status 3) where the browser dies half-way. */
  async layOut(document: OctavoDocument, report: Report, files: ShownFiles): Promise<SetPages> {
    this.#isWanted = true;
    await this.#lookingOver;
    this.#isWanted = false;
    try {
      return await this.#layOut(document, report, files);
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  /** Lets go of everything. */
  close(): void {
    this.#compositor?.close();
    this.#compositor = undefined;
    this.#takes = [];
    this.#division = [];
    this.#slips = undefined;
  }

  async #layOut(document: OctavoDocument, report: Report, files: ShownFiles): Promise<SetPages> {
    const template = this.#template;
    const places = new Places(document, files);
    const compositor = this.#compositorFor(document);
    const { fonts, idleFamilies } = await addResources(await this.#room.shell, document, template);
    const fixed = await fixedParts(document, template);
    const setAnew = await this.#set(compositor, { document, template, fixed, idleFamilies });
    reportMissingGlyphs(document, fonts, places, report);
    const takes = this.#takes;
    const { plans, orders } = planTakes(
      takes.map(({ measured }) => measured),
      document,
      template,
      places,
      report,
    );
    const { starts, pageOf } = await this.#makeUp(compositor, orders);
    const targets = Object.fromEntries(Object.entries(pageOf).map(([id, page]) => [id, { page }]));
    if (document.toc) await this.#writeFolios(compositor, foliosOf(pageOf, plans));
    const lookOver = async (told: Report) => {
      const inspected = await this.#lookOver(compositor, takes);
      if (inspected) reportMadeUp(inspected, plans.text, places, told);
      return inspected !== undefined;
    };
    return {
      sheets: takes.flatMap(({ made }) => made?.sheets ?? []),
      pageCount: plans.pageCount,
      starts: pageStarts(starts, plans),
      outline: outlineOf(document, targets, { page: 0 }),
      targets,
      setAnew,
      lookOver: (told) => {
        const lookedOver = lookOver(told);
        // Whoever waits for it is told.
        this.#lookingOver = lookedOver.catch(() => {});
        return lookedOver;
      },
    };
  }

  /** The one there is, unless it holds other images: a page asks for each but once. */
  #compositorFor(document: OctavoDocument): Compositor {
    const { lang } = document.metadata;
    const isSame = lang === this.#lang && sameImages(this.#images, document.images);
    if (!isSame) this.close();
    this.#images = document.images;
    this.#lang = lang;
    this.#slips ??= new Slips(lang, document.images);
    this.#compositor ??= this.#room.engage();
    return this.#compositor;
  }

  /** Sets in lines what is new. */
  async #set(compositor: Compositor, parts: CopyParts): Promise<number> {
    const slips = this.#slips as Slips;
    const { document, fixed } = parts;
    const text = this.#text.of(document, fixed.endOfText);
    this.#division =
      divideAgain(this.#division, text, document.notes.length, mostGrowth * this.#takeLength) ??
      takesOf(parts, text, this.#takeLength);
    const copies = await Promise.all(
      this.#division.map((_, index) => copyOf(parts, this.#division, index, slips)),
    );
    const { takes: wanted, unused } = matchTakes(copies, this.#takes, () => this.#counted++);
    const takes: KeptTake[] = [];
    for (const { key, copy, kept } of wanted) {
      const set = async () => ({ key, copy, measured: await compositor.measure(copy) });
      takes.push(kept ?? { ...(await set()), isStanding: true });
    }
    this.#takes = takes;
    for (const number of unused) await compositor.forget(number);
    return wanted.filter(({ kept }) => kept === undefined).length;
  }

  #makeUp(compositor: Compositor, orders: readonly TakeOrder[]) {
    return makeUpTakes(orders, async (index, order) => {
      const take = this.#takes[index] as KeptTake;
      const key = JSON.stringify(order);
      if (take.made?.order !== key) take.made = await this.#make(compositor, take, order, key);
      return take.made.madeUp;
    });
  }

  async #make(
    compositor: Compositor,
    take: KeptTake,
    order: MakeUp,
    key: string,
  ): Promise<MadePages> {
    const { number } = take.copy.take;
    if (!take.isStanding) await compositor.measure(take.copy);
    take.isStanding = false;
    const madeUp = await compositor.makeUp(number, order);
    return { order: key, madeUp, sheets: await compositor.sheets(number, {}) };
  }

  /**
   * While nobody waits: looks over the pages that are new, and sets their takes again, so that they
   * stand uncut when the next version needs them.
   */
  async #lookOver(
    compositor: Compositor,
    takes: readonly KeptTake[],
  ): Promise<Inspected | undefined> {
    for (const take of takes) {
      const { made, copy } = take;
      const { number } = copy.take;
      if (this.#isWanted || this.#takes !== takes) return undefined;
      if (made && !made.inspected) {
        made.inspected = await compositor.inspect(number);
        if (!made.sheets.some(holdsFolios)) await compositor.forget(number);
      }
      if (this.#isWanted) return undefined;
      if (!take.isStanding) await compositor.measure(copy);
      take.isStanding = true;
    }
    return joinInspected(takes.flatMap(({ made }) => made?.inspected ?? []));
  }

  /** Writes the list of contents anew where it stands. */
  async #writeFolios(compositor: Compositor, folios: Record<string, string>): Promise<void> {
    for (const take of this.#takes) {
      // The page that holds an entry may be ended by a later take.
      if (!take.made?.sheets.some(holdsFolios)) continue;
      take.made.sheets = await compositor.sheets(take.copy.take.number, folios);
    }
  }
}
