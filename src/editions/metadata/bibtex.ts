import { slug } from '../../document/slugs.js';
import { splitName } from '../../publication/names.js';
import type { Metadata } from '../../publication/publication.js';
import { addressOf, dateParts, type WorkKind, wholeTitle, workKind } from './work.js';

const entryTypes: Record<WorkKind, string> = {
  book: 'book',
  report: 'techreport',
  paper: 'misc',
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as TeX reads it; letters of every script stay, as all BibTeX processors of today read UTF-8. */
const asTex = (text: string) =>
  text.replaceAll(/[\\~^{}%&$#_]/g, (sign) => commands[sign] ?? `\\${sign}`);

function nameOf(name: string): string {
  const { family, given, suffix } = splitName(name);
  if (given === undefined) return `{${asTex(family)}}`;
  return [family, ...(suffix ? [suffix] : []), given].map(asTex).join(', ');
}

/** `serrano2025twenty`: the first author, the year, the first word of the title. */
export function citationKey(metadata: Metadata): string {
  const { family } = splitName(metadata.authors[0]?.name ?? metadata.publisher ?? '');
  const { year = '' } = dateParts(metadata.date) ?? {};
  const [word = ''] = slug(metadata.title).replace(/^s-/, '').split('-');
  const author = slug(family).replace(/^s-/, '').replaceAll('-', '');
  return `${author}${year}${word}` || 'publication';
}

type Field = [name: string, value: string | undefined];

/** Braces around the whole keep the letters of a title as they are. */
const kept = (text: string | undefined) => text && `{{${asTex(text)}}}`;
const braced = (text: string | undefined) => text && `{${asTex(text)}}`;
const verbatim = (text: string | undefined) =>
  text && `{${text.replaceAll(/[{}\\]/g, encodeURIComponent)}}`;

function fieldsOf(metadata: Metadata): Field[] {
  const { authors, series, publisher, keywords } = metadata;
  const date = dateParts(metadata.date);
  const kind = workKind(metadata);
  return [
    ['author', authors.length ? `{${authors.map(({ name }) => nameOf(name)).join(' and ')}}` : ''],
    ['title', kept(wholeTitle(metadata))],
    ['series', kept(series?.name)],
    ['number', braced(series?.number)],
    [kind === 'report' ? 'institution' : 'publisher', kept(publisher)],
    ['year', braced(date?.year)],
    ['month', date?.month && months[Number(date.month) - 1]],
    ['doi', verbatim(metadata.doi)],
    ['isbn', braced(metadata.isbn)],
    ['issn', braced(series?.issn)],
    ['url', verbatim(addressOf(metadata))],
    ['language', braced(metadata.lang)],
    ['keywords', braced(keywords.join(', '))],
    ['abstract', braced(metadata.abstract?.replaceAll(/\s+/g, ' '))],
  ];
}

/** A BibTeX entry in UTF-8 (Patashnik, BibTeXing, 1988; `doi`, `isbn`, `url` as all styles of today know them). */
export function bibtexRecord(metadata: Metadata): string {
  const lines = fieldsOf(metadata)
    .filter(([, value]) => value && value !== '{}')
    .map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${entryTypes[workKind(metadata)]}{${citationKey(metadata)},\n${lines.join('')}}\n`;
}
