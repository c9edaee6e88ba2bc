import type { BuildResult } from '../pipeline/build-publication.js';
import type { EditionName } from '../publication/publication.js';
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
