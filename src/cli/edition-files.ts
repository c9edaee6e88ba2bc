import type { BuildResult } from '../pipeline/build-publication.js';
import type { EditionName, RecordName } from '../publication/publication.js';
import type { EditionFolder } from './edition-folder.js';
import type { EditionFile } from './write-editions.js';

const endings: Record<EditionName, string> = {
  html: '.html',
  pdf: '.pdf',
  print: '-print.pdf',
  epub: '.epub',
};

/** An edition as a file: `NAME.html`, `NAME.pdf`, `NAME-print.pdf`, `NAME.epub`. */
export interface NamedEdition extends EditionFile {
  edition: EditionName;
}

/** A record of the metadata as a file. */
export interface NamedRecord extends EditionFile {
  record: RecordName;
}

const recordNameOf: Record<RecordName, (name: string) => string> = {
  crossref: (name) => `${name}.crossref.xml`,
  jats: (name) => `${name}.jats.xml`,
  onix: (name) => `${name}.onix.xml`,
  // Its readers look for this name and no other.
  cff: () => 'CITATION.cff',
  bibtex: (name) => `${name}.bib`,
  ris: (name) => `${name}.ris`,
};

/** The files that the records of a build make: `NAME.crossref.xml`, …, `CITATION.cff`. */
export function recordFiles({
  records,
  publication,
}: Pick<BuildResult, 'records' | 'publication'>): NamedRecord[] {
  return [...records].map(([record, bytes]) => ({
    record,
    bytes,
    name: recordNameOf[record](publication.name),
  }));
}

/** The web edition as a folder, `NAME/`, where a build made it so. */
export function webFolder({
  webFolder: files,
  publication,
}: Pick<BuildResult, 'webFolder' | 'publication'>): EditionFolder | undefined {
  return files && { name: publication.name, files };
}

/** The files that the editions of a build make, in its order. */
export function editionFiles({
  editions,
  publication,
}: Pick<BuildResult, 'editions' | 'publication'>): NamedEdition[] {
  return [...editions].map(([edition, bytes]) => ({
    edition,
    bytes,
    name: `${publication.name}${endings[edition]}`,
  }));
}
