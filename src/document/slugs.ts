/** Ids that Octavo gives out itself: no other may look like one. */
const reserved = /^(note|call|cite|ref|page|section)-\d/;

/** An id that needs no escape as a CSS identifier (CSS Syntax 3, 4.3.9) in plain ASCII. */
const plainId = /^[A-Za-z][\w-]*$/;

/** Letters without decomposition in Unicode that a reader would still expect as Latin letters. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** `Europe at a crossroads` as `europe-at-a-crossroads`: a plain CSS identifier, or '' where nothing is left. */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþı]/gu, (letter) => plainLetters[letter] ?? '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return plain && (/^\d/.test(plain) || reserved.test(plain)) ? `s-${plain}` : plain;
}

/** Gives out ids, each once, and knows which one a manuscript's own id became. */
export class Ids {
  readonly #taken = new Set<string>();
  readonly #given = new Map<string, string>();

  /** The id itself if it is free, else with `-2`, `-3`, … */
  take(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#taken.has(id); count += 1) id = `${wanted}-${count}`;
    this.#taken.add(id);
    return id;
  }

  /** For an id that the manuscript gives (`{#id}`, raw HTML); links that name it mean the first. */
  forOwn(written: string, ordinal: number): string {
    const isFit = plainId.test(written) && !reserved.test(written);
    const id = this.take(isFit ? written : slug(written) || `element-${ordinal}`);
    if (!this.#given.has(written)) this.#given.set(written, id);
    return id;
  }

  /** For a heading without an id: from its text, else by its place. */
  forHeading(text: string, ordinal: number): string {
    return this.take(slug(text) || `section-${ordinal}`);
  }

  /** The id that a link of the manuscript means by a name; undefined where nothing has it. */
  meant(name: string): string | undefined {
    return this.#given.get(name) ?? (this.#taken.has(name) ? name : undefined);
  }
}
