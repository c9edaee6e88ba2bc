import type { Random } from './random.js';
import { composeHeading } from './sentences.js';
import * as vocabulary from './vocabulary.js';

/** A name or a date as CSL-JSON has them. */
interface CslName {
  family?: string;
  given?: string;
  literal?: string;
}
interface CslDate {
  'date-parts': number[][];
}

/** What a CSL-JSON item says beside its `id`. */
interface Described {
  type: string;
  title: string;
  author?: CslName[];
  issued: CslDate;
  [variable: string]: string | CslName[] | CslDate | undefined;
}

/** An item of a CSL-JSON bibliography. */
export interface CslItem extends Described {
  id: string;
}

type Variables = Partial<Described>;

const titleCase = (text: string) =>
  text.replace(/(^|[ -])(?!(?:of|and|the|a|an|in|on)\b)(\p{Ll})/gu, (_, before, letter: string) =>
    (before as string).concat(letter.toLocaleUpperCase('en-GB')),
  );

const title = (random: Random) => titleCase(composeHeading(random));

const longTitle = (random: Random) =>
  `${title(random)}: ${title(random)} in ${random.pick(vocabulary.places)}, ${random.integer(1540, 1700)}–${random.integer(1701, 1860)}`;

const person = (random: Random): CslName => ({
  family: random.pick(vocabulary.surnames),
  given: random.pick(vocabulary.givenNames),
});

const people = (random: Random): CslName[] =>
  Array.from({ length: random.pick([1, 1, 1, 1, 2, 2, 3, 5]) }, () => person(random));

const body = (random: Random): CslName => ({
  literal: titleCase(`${random.pick(vocabulary.actors)} of ${random.pick(vocabulary.places)}`),
});

const pages = (random: Random) => {
  const first = random.integer(1, 480);
  return `${first}-${first + random.integer(4, 40)}`;
};

const fullDate = (random: Random): CslDate => ({
  'date-parts': [[random.integer(1994, 2024), random.integer(1, 12), random.integer(1, 28)]],
});
const year = (random: Random): CslDate => ({ 'date-parts': [[random.integer(1921, 2024)]] });

const undecomposed: Record<string, string> = { ø: 'o', ł: 'l', ı: 'i', ß: 'ss' };

const slug = (text: string) =>
  text
    .replace(/[øłıß]/g, (letter) => undecomposed[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** From 40 to 200 characters: long addresses are what narrow columns suffer from. */
function address(random: Random): string {
  const path = Array.from({ length: random.integer(1, 4) }, () => slug(composeHeading(random)));
  const query = random.chance(0.2)
    ? `?uri=COLL:${random.integer(10, 99)}:${random.integer(1000, 9999)}&lang=en_GB`
    : '';
  return `https://www.${slug(random.pick(vocabulary.places))}.example/${path.join('/')}${query}`;
}

/** 10.5555 is the prefix for examples. */
const doi = (random: Random) =>
  `10.5555/${slug(random.pick(vocabulary.places))}.${random.integer(1900, 2024)}.${random.integer(100000, 999999)}`;

const publisher = (random: Random): Variables => ({
  publisher: `${random.pick(vocabulary.surnames)} ${random.pick(['Press', '& Sons', 'Verlag', 'Editore', 'University Press'])}`,
  'publisher-place': random.pick(vocabulary.places),
});

const newspaper = (random: Random) =>
  `The ${random.pick(vocabulary.places)} ${random.pick(['Courier', 'Gazette', 'Mercury', 'Tribune'])}`;

/** What each type of source says beside its title. */
const variablesOf: Record<string, (random: Random) => Variables> = {
  book: (random) => ({
    author: people(random),
    title: longTitle(random),
    issued: year(random),
    ...publisher(random),
    ...(random.chance(0.2) ? { edition: String(random.integer(2, 5)) } : {}),
  }),
  chapter: (random) => ({
    author: people(random),
    issued: year(random),
    editor: people(random),
    'container-title': longTitle(random),
    page: pages(random),
    ...publisher(random),
  }),
  'article-journal': (random) => ({
    author: people(random),
    issued: year(random),
    'container-title': `Journal of ${title(random)}`,
    volume: String(random.integer(1, 88)),
    issue: String(random.integer(1, 6)),
    page: pages(random),
    DOI: doi(random),
  }),
  'article-magazine': (random) => ({
    author: people(random),
    issued: fullDate(random),
    'container-title': `${random.pick(vocabulary.places)} Quarterly`,
    page: pages(random),
  }),
  'article-newspaper': (random) => ({
    ...(random.chance(0.6) ? { author: people(random) } : {}),
    issued: fullDate(random),
    'container-title': newspaper(random),
    URL: address(random),
  }),
  report: (random) => ({
    author: [body(random)],
    issued: year(random),
    genre: 'Report',
    number: String(random.integer(1, 240)),
    URL: address(random),
    ...publisher(random),
  }),
  thesis: (random) => ({
    author: [person(random)],
    title: longTitle(random),
    issued: year(random),
    genre: 'PhD thesis',
    publisher: `University of ${random.pick(vocabulary.places)}`,
  }),
  webpage: (random) => ({
    author: [body(random)],
    issued: fullDate(random),
    accessed: fullDate(random),
    'container-title': random.pick(vocabulary.places),
    URL: address(random),
  }),
  document: (random) => ({
    author: [body(random)],
    issued: fullDate(random),
    URL: address(random),
  }),
  legislation: (random) => ({
    issued: fullDate(random),
    jurisdiction: random.pick(vocabulary.places),
    number: `${random.integer(1, 400)}/${random.integer(1950, 2024)}`,
    URL: address(random),
  }),
  treaty: (random) => ({ issued: fullDate(random), URL: address(random) }),
  speech: (random) => ({
    author: [person(random)],
    issued: fullDate(random),
    event: 'Annual Assembly',
    'event-place': random.pick(vocabulary.places),
    URL: address(random),
  }),
  post: (random) => ({
    author: [{ literal: `@${slug(random.pick(vocabulary.surnames)).replaceAll('-', '_')}` }],
    issued: fullDate(random),
    genre: 'X post',
    'container-title': 'X',
    URL: address(random),
  }),
  'post-weblog': (random) => ({
    author: [person(random)],
    issued: fullDate(random),
    'container-title': `${title(random)} Blog`,
    URL: address(random),
  }),
  'paper-conference': (random) => ({
    author: people(random),
    issued: year(random),
    'container-title': `Proceedings of ${title(random)}`,
    page: pages(random),
    DOI: doi(random),
  }),
  'entry-encyclopedia': (random) => ({
    author: [person(random)],
    issued: year(random),
    'container-title': `Encyclopaedia of ${title(random)}`,
    page: pages(random),
  }),
  manuscript: (random) => ({
    author: [body(random)],
    issued: { 'date-parts': [[random.integer(1540, 1860)]] },
    archive: `Archive of ${random.pick(vocabulary.places)}`,
    archive_location: `fol. ${random.integer(1, 300)}`,
  }),
  dataset: (random) => ({
    author: people(random),
    issued: year(random),
    version: `${random.integer(1, 4)}.${random.integer(0, 9)}`,
    DOI: doi(random),
    ...publisher(random),
  }),
  map: (random) => ({ author: [person(random)], issued: year(random), ...publisher(random) }),
  interview: (random) => ({ author: [person(random)], issued: fullDate(random) }),
  motion_picture: (random) => ({
    author: [person(random)],
    issued: year(random),
    ...publisher(random),
  }),
};

/** How often each type turns up, in tickets; types not named have one. */
const tickets: Record<string, number> = {
  book: 12,
  chapter: 8,
  'article-journal': 12,
  'article-newspaper': 6,
  document: 5,
  report: 4,
  manuscript: 4,
  webpage: 3,
  legislation: 2,
};

const lottery = Object.keys(variablesOf).flatMap((type) =>
  Array<string>(tickets[type] ?? 1).fill(type),
);

/** `fontaine-1987`, with a letter behind it where that is taken. Accents stay: keys may have them. */
function keyOf(item: Described, taken: ReadonlySet<string>): string {
  const [first] = item.author ?? [];
  const name = first?.family ?? first?.literal ?? item.type;
  const words = name.toLocaleLowerCase('en-GB').match(/[\p{L}\p{N}]+/gu) ?? [];
  const stem = `${words.join('-')}-${item.issued['date-parts'][0]?.[0]}`;
  for (let count = 0; ; count += 1) {
    const key = count === 0 ? stem : `${stem}${(count + 9).toString(36)}`;
    if (!taken.has(key)) return key;
  }
}

/** As many sources as asked for, of every type, with keys that differ. */
export function generateSources(count: number, random: Random): CslItem[] {
  const taken = new Set<string>();
  const types = Object.keys(variablesOf);
  return Array.from({ length: count }, (_, index) => {
    const type = types[index] ?? random.pick(lottery);
    const variables = variablesOf[type]?.(random);
    const item = { type, title: title(random), issued: year(random), ...variables };
    const id = keyOf(item, taken);
    taken.add(id);
    return { id, ...item, language: 'en-GB' };
  });
}
