import Mustache from 'mustache';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/report.js';
import type { PageView, TemplateView } from './view.js';
import { wordsFor } from './words/index.js';

type Author = keyof TemplateView['authors'][number];
type Series = keyof NonNullable<TemplateView['series']>;
type Issue = keyof NonNullable<TemplateView['series']>['issues'][number];
type Paragraph = keyof TemplateView['abstractParagraphs'][number];

/** Every name of a {@link TemplateView}: whichever is left out here does not compile. */
const names: Record<keyof TemplateView | Author | Series | Issue | Paragraph, true> = {
  abstract: true,
  abstractParagraphs: true,
  affiliation: true,
  author: true,
  authors: true,
  bio: true,
  byline: true,
  bylineHtml: true,
  callHtml: true,
  colophonHtml: true,
  date: true,
  dir: true,
  doi: true,
  editor: true,
  email: true,
  hasAuthorNotes: true,
  hasBios: true,
  hasClosing: true,
  hasIssues: true,
  hasMasthead: true,
  isbn: true,
  isoDate: true,
  issn: true,
  issues: true,
  keywords: true,
  lang: true,
  last: true,
  month: true,
  name: true,
  number: true,
  orcid: true,
  publisher: true,
  rights: true,
  series: true,
  spacedNumber: true,
  subtitle: true,
  subtitleDir: true,
  text: true,
  title: true,
  titleCallHtml: true,
  titleDir: true,
  words: true,
  wordsLang: true,
  year: true,
};

const onPages: Record<Exclude<keyof PageView, keyof TemplateView>, true> = {
  folio: true,
  first: true,
  recto: true,
  verso: true,
};

const web =
  'pageTitle direction ids policy headHtml css bodyHtml contentsHtml notesHtml referencesHtml citationHtml script';

/** Names that one file alone sees. */
const ownNames: Readonly<Record<string, readonly string[]>> = {
  'page.html': Object.keys(onPages),
  'web.html': web.split(' '),
  'cover.html': ['css', 'direction', 'titleSize'],
};

const webWords = ['about', 'latestIssues', 'seriesEditor'];

function namesOf(file: string): { known: string[]; words: string[] } {
  const words = Object.keys(wordsFor('en'));
  return {
    known: [...Object.keys(names), ...(ownNames[file] ?? [])],
    words: file === 'web.html' ? [...words, ...webWords] : words,
  };
}

type Token = [type: string, name: string, start: number, end: number, ...rest: unknown[]];

/** Every value that some Mustache asks for, with its offset. */
function* asked(tokens: readonly Token[]): Generator<{ name: string; start: number }> {
  for (const [type, name, start, , inside] of tokens) {
    if (['name', '&', '#', '^'].includes(type)) yield { name, start };
    if (Array.isArray(inside)) yield* asked(inside);
  }
}

/**
 * Tells of values that a file of a template asks for and that nothing fills: Mustache leaves them
 * empty in silence.
 *
 * @param file Its name in the template.
 * @param shown The path that diagnostics show.
 */
export function checkPlaceholders(
  source: string,
  file: string,
  shown: string,
  report: Report,
): void {
  const { known, words } = namesOf(file);
  for (const { name, start } of asked(Mustache.parse(source) as Token[])) {
    const [first = '', second] = name.split('.');
    const isWord = first === 'words' && second !== undefined;
    if (name === '.' || (isWord ? words.includes(second) : known.includes(first))) continue;
    const before = source.slice(0, start).split('\n');
    const meant = isWord ? nearest(second, words) : nearest(first, known);
    const place = { file: shown, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    report.add('template/placeholder', place, {
      message: `Nothing fills \`{{${name}}}\` in ${file}: it stays empty`,
      remedy: meant
        ? `Write \`${isWord ? `words.${meant}` : meant}\``
        : 'Use a value that templates/README.md names for this file',
    });
  }
}
