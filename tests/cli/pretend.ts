import type { BuildRequest } from '../../src/cli/build/build.parser.js';
import type { BuildPublication } from '../../src/cli/build/build.runner.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import type { EditionName } from '../../src/publication/publication.js';
import { readPublication } from '../../src/publication/read-publication.js';

export interface PretendSurroundings extends Surroundings {
  out(): string;
  err(): string;
}

/** A terminal or a pipe that remembers what was written. */
export function surroundings(
  workingFolder: string,
  { terminal = false, environment = {} as Record<string, string> } = {},
): PretendSurroundings {
  const written = { out: '', err: '' };
  return {
    stdout: { write: (text) => (written.out += text), isTTY: terminal },
    stderr: { write: (text) => (written.err += text), isTTY: terminal, columns: 80 },
    environment,
    workingFolder,
    out: () => written.out,
    err: () => written.err,
  };
}

export const request = (path: string, more: Partial<BuildRequest> = {}): BuildRequest => ({
  path,
  split: false,
  strict: false,
  json: false,
  dumpCitations: false,
  quiet: false,
  verbose: false,
  ...more,
});

/** Reads the publication truly, and makes editions that hold their own names. */
export function pretendBuild(
  workingFolder: string,
  during: (report: Parameters<BuildPublication>[2]) => void = () => {},
): BuildPublication {
  return async (path, { editions, records = [], stageBegan }, report) => {
    stageBegan?.('read');
    const publication = await readPublication(path, report, { workingFolder });
    during(report);
    const wanted: readonly EditionName[] = report.hasErrors
      ? []
      : (editions ?? publication.editions ?? ['html', 'pdf', 'print', 'epub']);
    return {
      publication,
      editions: new Map(wanted.map((name) => [name, new TextEncoder().encode(name)])),
      records: new Map(records.map((name) => [name, new TextEncoder().encode(name)])),
      pageCount: 4,
      stages: [{ stage: 'read', ms: 12.3 }],
    };
  };
}
