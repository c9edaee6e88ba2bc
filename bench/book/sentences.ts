import type { Random } from './random.js';
import * as vocabulary from './vocabulary.js';

/** Where a note may be called inside a sentence; taken out where none is. */
export const callMark = '\u2016';

type Words = (random: Random) => string;

const from =
  (words: readonly string[]): Words =>
  (random) =>
    random.pick(words);

const verb =
  (form: keyof vocabulary.Verb): Words =>
  (random) =>
    random.pick(vocabulary.verbs)[form];

/**
 * What each name in a pattern stands for: a word list, or patterns of which one is taken. Verbs
 * are in the past, so that they agree with any subject.
 */
const grammar: Record<string, Words | readonly string[]> = {
  people: from(vocabulary.people),
  actor: from(vocabulary.actors),
  thing: from(vocabulary.things),
  wares: from(vocabulary.wares),
  idea: from(vocabulary.ideas),
  matter: from(vocabulary.matters),
  quality: from(vocabulary.qualities),
  manner: from(vocabulary.manners),
  reported: from(vocabulary.reports),
  effected: from(vocabulary.effects),
  opening: from(vocabulary.openings),
  joiner: from(vocabulary.joiners),
  place: from(vocabulary.places),
  region: from(vocabulary.regions),
  foreign: from(vocabulary.foreignPhrases),
  surname: from(vocabulary.surnames),
  base: verb('base'),
  past: verb('past'),
  participle: verb('participle'),
  year: (random) => String(random.integer(1540, 1860)),
  count: (random) => String(random.integer(3, 980)),
  percent: (random) => String(random.integer(2, 68)),
  who: [
    'the {people}',
    'the {people} of {place}',
    'the {people} in {region}',
    'the {actor}',
    'the {actor} of {place}',
    'the {quality} {actor}',
    'most of the {people}',
    'several {quality} {people}',
    'the {people} and their {people}',
    'a {quality} {actor}',
    'the heirs of {surname}',
  ],
  what: [
    'the {thing}',
    'the {quality} {thing}',
    'a {quality} {thing}',
    'the {wares}',
    'the {wares} of {place}',
    'their {wares}',
    'some {count} {wares}',
    'the {thing} of {year}',
    "the {actor}'s {thing}",
    "the {people}' {wares}",
    'a {thing} that few had {participle}',
    'the *{foreign}* and its {wares}',
    'every {thing} in {region}',
  ],
  affair: [
    'the {matter}',
    'the {quality} {matter}',
    'a {matter} over the {thing}',
    'the {matter} about {idea}',
    'the {idea} of the {people}',
    '{idea}',
    'the {matter} of {year}',
    'a {quality} {matter}',
    'the *{foreign}*',
  ],
  when: [
    'in {year}',
    'after {year}',
    'in the spring of {year}',
    'in the {quality} years before {year}',
    'by the end of the winter',
    'within a few weeks',
    'for more than a decade',
    'until the peace',
    'every autumn',
  ],
  where: [
    'in {region}',
    'at {place}',
    'near the {thing}',
    'between {place} and {place}',
    'on the road to {place}',
    'along the {quality} quay',
  ],
  deed: [
    '{who} {past} {what}',
    '{who} had {participle} {what}',
    '{who} {manner} {past} {what}',
    '{who} could no longer {base} {what}',
    '{who} began to {base} {what}',
    '{who} did not {base} {what} {when}',
    '{who} {past} {what} {where}',
    '{affair} {effected} {affair}',
    '{affair} had {manner} {effected} the {idea} of {place}',
    '{who} {reported} that {affair} had {effected} {affair}',
    '{who} saw to it that the {people} would {base} {what}',
    'it was {who} that {past} {what}',
  ],
  aside: [
    ' – at least {where} –',
    ', as {surname} has shown,',
    ' ({quality} as it was)',
    ', {when},',
    ', which cost the {actor} dear,',
    ', for want of a {quality} {thing},',
  ],
  sentence: [
    '{deed}.',
    '{deed}, {joiner} {deed}.',
    '{deed},‖ {joiner} {deed}.',
    '{opening}, {deed}.',
    '{opening}, {deed}‖ and {past} {what} {when}.',
    '{deed} {when}, {joiner} {deed}.',
    '{when}‖ {deed}, {joiner} {deed}.',
    'When {deed}, {deed}.',
    'If {deed}, it was because {deed}.',
    '{opening}, {who}{aside} {past} {what},‖ {joiner} {deed}.',
    '{who}{aside} {past} {what}.',
    'Of the {count} {wares} that {who} {past} {when}, about {percent} per cent were {participle} {where}.',
    'It is not clear whether {deed}‖ or whether {deed}.',
    'What {who} called a "{quality} {matter}"‖ was, for {who}, a {matter}.',
    '{who} {past} {what}; {deed}.',
    'There was little {idea} {where}, and less {idea}.',
    'Nobody {past} it.',
    'The {matter} did not end there: {deed},‖ and {deed}.',
    '{surname} {reported} that {deed}.',
    'Not until {year} could {who} {base} {what}.',
  ],
  clause: ['{deed}', '{who}, {when}, {past} {what}', '{affair} {effected} {affair} {where}'],
  heading: [
    'The {quality} {thing}',
    'The {people} of {place}',
    '{idea} and {idea}',
    'A {quality} {matter}',
    'The {matter} of {year}',
    'The {idea} of the {people}',
    '{wares}, {wares} and the {actor}',
    'How the {people} {past} the {thing}',
  ],
  quote: [
    '{deed}, {joiner} {deed}.',
    '{deed}.',
    'We have {participle} {what}, and we shall {base} it {when}.',
    'Let the {people} {base} {what}, for {affair} has {effected} {affair}.',
  ],
};

const maximumDepth = 40;

function expand(pattern: string, random: Random, depth = 0): string {
  if (depth > maximumDepth) throw new RangeError(`the grammar does not end: ${pattern}`);
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const rule = grammar[name];
    if (rule === undefined) throw new RangeError(`the grammar has no ${name}`);
    return typeof rule === 'function' ? rule(random) : expand(random.pick(rule), random, depth + 1);
  });
}

/** `an` before vowels (no word that follows an article is an exception), `men's` for `men'`. */
const inGoodEnglish = (text: string) =>
  text.replace(/\b([Aa]) (?="?[aeiou])/g, '$1n ').replaceAll("men' ", "men's ");

/** The first letter a capital, past an asterisk or a quotation mark. */
const capitalised = (text: string) =>
  text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('en-GB'));

const compose = (name: string, random: Random) =>
  capitalised(inGoodEnglish(expand(`{${name}}`, random)));

/** A sentence with its stop; {@link callMark} stands where a note may be called inside it. */
export const composeSentence = (random: Random) => compose('sentence', random);
export const composeQuote = (random: Random) => compose('quote', random);
export const composeHeading = (random: Random) => compose('heading', random);
/** A sentence's worth of text without a stop. */
export const composeClause = (random: Random) => inGoodEnglish(expand('{clause}', random));

/** Words as a reader counts them: runs without a space that hold a letter or a figure. */
export const countWords = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
