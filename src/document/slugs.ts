/** Ids that Octavo gives out itself: a heading's slug may not look like one. */
const reserved = /^(note|call|ref|page|section)-\d/;

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

/** Gives out ids, each once. */
export class Ids {
  readonly #taken = new Set<string>();

  /** The id itself if it is free, else with `-2`, `-3`, … */
  take(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#taken.has(id); count += 1) id = `${wanted}-${count}`;
    this.#taken.add(id);
    return id;
  }

  /** An id for a heading: its own (`{#id}`) where it has one, else from its text, else by its place. */
  forHeading(own: string | undefined, text: string, ordinal: number): string {
    return this.take((own && slug(own)) || slug(text) || `section-${ordinal}`);
  }
}
