import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { readDate } from './front-matter/date.js';
import {
  type Identifier,
  readDoi,
  readIsbn,
  readIssn,
  readOrcid,
} from './front-matter/identifiers.js';
import { shownName } from './front-matter/reading.js';
import type { MetadataValues } from './front-matter/schema.js';
import { languageTag } from './language-tag.js';
import type { Author, Metadata, Series, SeriesIssue } from './publication.js';

export interface MetadataSource {
  values: MetadataValues;
  /** Already read. */
  issues: SeriesIssue[];
  /** Stands in for a title that is missing. */
  name: string;
  placeOf: (field: string) => Place;
  report: Report;
}

const defaultLanguage = 'en-GB';

/** The metadata of a publication, from fields read: language, date and identifiers are checked here. */
export function toMetadata(source: MetadataSource): Metadata {
  const { values } = source;
  const lang = language(source);
  return {
    title: title(source),
    subtitle: values.subtitle,
    authors: (values.author ?? []).map((author, index) => checkedAuthor(author, index, source)),
    date: date(lang, source),
    lang,
    thanks: values.thanks,
    abstract: values.abstract,
    keywords: values.keywords ?? [],
    series: series(source),
    publisher: values.publisher,
    rights: values.rights,
    doi: identifier(values.doi, 'doi', readDoi, source),
    isbn: identifier(values.isbn, 'isbn', readIsbn, source),
    url: values.url,
    depositor: values.depositor,
  };
}

function title({ values, name, placeOf, report }: MetadataSource): string {
  if (values.title !== undefined) return values.title;
  report.add('publication/no-title', placeOf('title'), {
    message: `The publication has no title; its file's name, “${name}”, stands in`,
    remedy: 'Begin the manuscript with `---`, `title: …`, `---`, each on a line of its own',
  });
  return name;
}

function language({ values, placeOf, report }: MetadataSource): string {
  const { lang = defaultLanguage } = values;
  const tag = languageTag(lang);
  if (tag !== undefined) return tag;
  report.add('publication/field', placeOf('lang'), {
    message: `“${lang}” is no language tag`,
    remedy: 'Write a BCP 47 tag, as in `lang: en-GB` or `lang: it`',
  });
  return defaultLanguage;
}

function date(lang: string, { values, placeOf, report }: MetadataSource): string | undefined {
  if (values.date === undefined) return undefined;
  const read = readDate(values.date, lang);
  if (read && 'iso' in read) return read.iso;
  const remedy = 'Write it as `2025-02-14`, `2025-02` or `2025`';
  if (read) {
    report.add('publication/field', placeOf('date'), {
      message: `“${values.date}” is on no calendar`,
      remedy,
    });
  } else {
    report.add('publication/date', placeOf('date'), {
      message: `“${values.date}” is printed as it stands: no program will know it for a date`,
      remedy: `${remedy} if it is one`,
    });
  }
  return values.date;
}

function series({ values, issues, placeOf, report }: MetadataSource): Series | undefined {
  if (values.series === undefined) return undefined;
  const { name, number, issn, editor } = values.series;
  if (name === undefined) {
    report.add('publication/field', placeOf('series'), {
      message: 'A `series` needs a `name`',
      remedy: 'Add `name:` with the name of the series',
    });
    return undefined;
  }
  const checkedIssn = identifier(issn, 'series.issn', readIssn, { placeOf, report });
  return { name, number, issn: checkedIssn, editor, issues };
}

function checkedAuthor(author: Author, index: number, source: MetadataSource): Author {
  return { ...author, orcid: identifier(author.orcid, `author.${index}.orcid`, readOrcid, source) };
}

/** In its plain form; one that is wrong is warned of and kept as written. */
function identifier(
  written: string | undefined,
  field: string,
  read: (written: string) => Identifier,
  { placeOf, report }: Pick<MetadataSource, 'placeOf' | 'report'>,
): string | undefined {
  if (written === undefined) return undefined;
  const found = read(written);
  if ('value' in found) return found.value;
  report.add('publication/identifier', placeOf(field), {
    message: `\`${shownName(field)}\` “${written}” cannot be right: ${found.wrong}`,
    remedy: 'Compare it with its source',
  });
  return written;
}
