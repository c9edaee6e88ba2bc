import createHyphenator from 'hyphen';
import { softHyphen } from '../markers.js';
import { languageOf, languages } from './languages.js';

/** Gives a word its hyphenation points (U+00AD). A word is letters alone. */
export type Hyphenator = (word: string) => string;

/** Shorter words are better left whole. */
const leastLetters = 6;

const loaded = new Map<string, Promise<Hyphenator>>();

/** The hyphenator of a language (a BCP 47 tag), or nothing where no patterns are known for it. */
export function loadHyphenator(tag: string): Promise<Hyphenator | undefined> {
  const name = languageOf(tag);
  if (name === undefined) return Promise.resolve(undefined);
  let hyphenator = loaded.get(name);
  if (hyphenator === undefined) {
    hyphenator = createFor(name);
    loaded.set(name, hyphenator);
  }
  return hyphenator;
}

async function createFor(name: string): Promise<Hyphenator> {
  const language = languages[name];
  if (language === undefined) return (word) => word;
  const { default: patterns } = await language.load();
  const mark = createHyphenator(patterns, {
    html: false,
    hyphenChar: softHyphen,
    minWordLength: 1,
  });
  const pointsOf = (lowered: string): number[] => {
    const points: number[] = [];
    let letters = 0;
    for (const character of mark(lowered)) {
      if (character === softHyphen) points.push(letters);
      else letters += character.length;
    }
    return points.filter(
      (point) => point >= language.left && lowered.length - point >= language.right,
    );
  };
  return cached(pointsOf);
}

/** A book repeats its words: points are kept by lower-case word, marked words as they stand. */
function cached(pointsOf: (lowered: string) => number[]): Hyphenator {
  const marked = new Map<string, string>();
  return (word) => {
    if (word.length < leastLetters) return word;
    let result = marked.get(word);
    if (result === undefined) {
      const lowered = word.toLowerCase();
      result = lowered.length === word.length ? insertAt(word, pointsOf(lowered)) : word;
      marked.set(word, result);
    }
    return result;
  };
}

function insertAt(word: string, points: readonly number[]): string {
  let result = '';
  let from = 0;
  for (const point of points) {
    result += word.slice(from, point) + softHyphen;
    from = point;
  }
  return result + word.slice(from);
}
