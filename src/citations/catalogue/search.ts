import type { CataloguedStyle } from './list.js';

/** A style as words to compare. */
interface Indexed {
  style: CataloguedStyle;
  name: string;
  title: string;
  shortTitle: string;
  /** Subject fields and how the style cites. */
  kind: string;
}

/**
 * The styles in which every word of a query is found, best first: in the name, the title, the
 * short title, the subject fields, or how the style cites (`note`, `numeric`). Case, accents and
 * punctuation do not count. An empty query finds all, in their order.
 */
export function searchStyles(styles: readonly CataloguedStyle[], query: string): CataloguedStyle[] {
  const wanted = words(query);
  if (wanted === '') return [...styles];
  return styles
    .map((style, order) => ({ style, order, score: scoreOf(indexed(style), wanted) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || a.style.title.length - b.style.title.length || a.order - b.order,
    )
    .map(({ style }) => style);
}

/**
 * Whether a style may be found by a query, told from its name and the text of its head: reading
 * ten thousand heads takes longer than looking for words in them. Never false where
 * {@link searchStyles} finds the style.
 */
export function mayFind(query: string): (name: string, head: string) => boolean {
  // A dependent style does not say that it is in-text.
  const wanted = words(query)
    .split(' ')
    .filter((word) => word !== 'in' && word !== 'text');
  return (name, head) => {
    // Accents and entities are another spelling of what they stand for.
    if (/[^ -~\s]|&/.test(head) || /[^ -~]/.test(name)) return true;
    const text = `${name} ${head}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}

function indexed(style: CataloguedStyle): Indexed {
  const { name, title, shortTitle = '', fields, format = '', class: kind } = style;
  return {
    style,
    name: words(name),
    title: words(title),
    shortTitle: words(shortTitle),
    kind: words([...fields, format, kind].join(' ')),
  };
}

/** Lower case, without accents, one space between words: `Gesundheit & Ökonomie` as `gesundheit okonomie`. */
function words(text: string): string {
  // Plain Latin has no accents, and most names are plain.
  const bare = /[^ -~]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a whole query is worth where it is all of a text, its start, or a part of it. */
const whole = { name: 400, shortTitle: 300, title: 200 } as const;
const start = { name: 60, shortTitle: 40, title: 50 } as const;
const part = { name: 20, shortTitle: 20, title: 15 } as const;

function scoreOf(index: Indexed, wanted: string): number {
  const each = wanted.split(' ').map((word) => wordScore(index, word));
  if (each.some((score) => score === 0)) return 0;
  let score = each.reduce((sum, one) => sum + one, 0) / each.length;
  for (const field of ['name', 'shortTitle', 'title'] as const) {
    const text = index[field];
    if (text === wanted) score += whole[field];
    else if (text.startsWith(`${wanted} `)) score += start[field];
    else if (` ${text} `.includes(` ${wanted} `)) score += part[field];
  }
  // What many follow is what most people mean: CSL marks such styles, and a journal has a parent.
  if (index.style.fields.includes('generic-base')) score += 12;
  return index.style.parent === undefined ? score + 12 : score;
}

function wordScore({ name, title, shortTitle, kind }: Indexed, word: string): number {
  const texts = [name, title, shortTitle].map((text) => ` ${text}`);
  if (texts.some((text) => `${text} `.includes(` ${word} `))) return 30;
  if (` ${kind} `.includes(` ${word} `)) return 15;
  if (texts.some((text) => text.includes(` ${word}`))) return 10;
  return texts.some((text) => text.includes(word)) || ` ${kind}`.includes(` ${word}`) ? 3 : 0;
}
