import type { Metadata } from '../publication/publication.js';
import { educateText } from '../typography/index.js';

/** The metadata with its quotation marks and dashes set as the publication's language wants them. */
export function educateMetadata(metadata: Metadata): Metadata {
  const { lang, series } = metadata;
  const set = <T extends string | undefined>(text: T) =>
    (text === undefined ? text : educateText(text, lang)) as T;
  return {
    ...metadata,
    title: set(metadata.title),
    subtitle: set(metadata.subtitle),
    abstract: set(metadata.abstract),
    keywords: metadata.keywords.map((keyword) => educateText(keyword, lang)),
    publisher: set(metadata.publisher),
    authors: metadata.authors.map((author) => ({
      ...author,
      name: set(author.name),
      affiliation: set(author.affiliation),
      bio: set(author.bio),
    })),
    series: series && {
      ...series,
      name: set(series.name),
      issues: series.issues.map((issue) => ({
        number: issue.number,
        author: set(issue.author),
        title: set(issue.title),
      })),
    },
  };
}
