import type { Random } from './random.js';
import { callMark, composeSentence } from './sentences.js';
import type { CslItem } from './sources.js';

/** What stands at a note's call in the manuscript, and what is to follow its paragraph. */
export interface NoteMarkdown {
  call: string;
  /** A footnote's definition. */
  definition?: string;
}

const longSentences = { least: 6, most: 14 };

const locators: readonly ((random: Random) => string)[] = [
  (random) => `, p. ${random.integer(1, 400)}`,
  (random) => {
    const first = random.integer(1, 400);
    return `, pp. ${first}-${first + random.integer(1, 9)}`;
  },
  (random) => `, ch. ${random.integer(1, 14)}`,
];

/** Types that are cited whole, without a page. */
const whole = new Set(['post', 'post-weblog', 'webpage', 'speech', 'motion_picture', 'interview']);

/** Makes notes one after another: new sources in turn, then known ones, some twice running. */
export class NoteWriter {
  readonly #random: Random;
  readonly #sources: readonly CslItem[];
  readonly #waiting: CslItem[];
  readonly #notes: number;
  #written = 0;
  #known: CslItem[] = [];
  #last: CslItem | undefined;

  constructor(random: Random, sources: readonly CslItem[], notes: number) {
    this.#random = random;
    this.#sources = sources;
    this.#waiting = random.shuffle(sources);
    this.#notes = notes;
  }

  /** The next note of the book. */
  next(): NoteMarkdown {
    this.#written += 1;
    const left = this.#notes - this.#written;
    // Every source is to be cited: authored notes wait where citations have no room left.
    const authored = left > this.#waiting.length && this.#random.chance(0.12);
    return authored ? this.#authored() : { call: this.#citation() };
  }

  #authored(): NoteMarkdown {
    const random = this.#random;
    const sentences = random.chance(0.03)
      ? random.integer(longSentences.least, longSentences.most)
      : random.integer(1, 3);
    const text = Array.from({ length: sentences }, () =>
      composeSentence(random).replaceAll(callMark, ''),
    ).join(' ');
    if (random.chance(0.4)) return { call: `^[${text}]` };
    const remark = random.chance(0.4) ? ` See [${this.#cite()}].` : '';
    const label = `n${this.#written}`;
    return { call: `[^${label}]`, definition: `[^${label}]: ${text}${remark}` };
  }

  #citation(): string {
    const random = this.#random;
    const cites = [this.#cite()];
    const cited = new Set([this.#last]);
    while (cites.length < 4 && random.chance(0.08)) {
      const cite = this.#cite();
      if (!cited.has(this.#last)) cites.push(cite);
      cited.add(this.#last);
    }
    const prefix = random.chance(0.06)
      ? random.pick(['see ', 'see also ', 'compare ', 'cf. '])
      : '';
    return `[${prefix}${cites.join('; ')}]`;
  }

  #cite(): string {
    const source = this.#choose();
    const locator =
      !whole.has(source.type) && this.#random.chance(0.35)
        ? this.#random.pick(locators)(this.#random)
        : '';
    return `@${source.id}${locator}`;
  }

  #choose(): CslItem {
    const random = this.#random;
    if (this.#last && random.chance(0.1) && this.#spare > 0) return this.#last;
    const fresh = this.#known.length === 0 || this.#spare <= 0 || random.chance(this.#pace);
    const next = fresh ? this.#waiting.pop() : undefined;
    if (next) this.#known.push(next);
    // Recent sources are cited again more often than old ones, as in a book with chapters.
    const recent = this.#known.slice(-40);
    this.#last =
      next ?? random.pick(random.chance(0.7) && recent.length > 0 ? recent : this.#sources);
    return this.#last;
  }

  /** Notes left beyond those that sources not yet cited need. */
  get #spare(): number {
    return this.#notes - this.#written - this.#waiting.length;
  }

  /** Share of the notes left that must bring a new source. */
  get #pace(): number {
    return this.#waiting.length / Math.max(1, this.#notes - this.#written);
  }
}
