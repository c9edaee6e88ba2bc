import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Failure } from '../../src/diagnostics/failure.js';
import { Report } from '../../src/diagnostics/report.js';
import type { Publication } from '../../src/publication/publication.js';
import { readPublication } from '../../src/publication/read-publication.js';

import { expectHouseWording } from '../diagnostics/wording.js';

export type Files = Record<string, string | Uint8Array>;

/** A folder of its own for one test, gone afterwards. */
export async function onDisk(files: Files): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'octavo-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export interface Read {
  folder: string;
  publication?: Publication;
  /** `rule place`, in order; what was thrown last, with its exit status. */
  findings: string[];
  messages: string[];
  remedies: string[];
}

/** Reads what the files make, findings gathered as `publication/field manuscript.md:2:8`. */
export async function read(files: Files, path = '.'): Promise<Read> {
  return readAt(await onDisk(files), path);
}

export async function readAt(folder: string, path = '.'): Promise<Read> {
  const report = new Report();
  let publication: Publication | undefined;
  let status = '';
  try {
    publication = await readPublication(path, report, { workingFolder: folder });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    report.diagnostics.push(error.diagnostic);
    status = ` (${error.status})`;
  }
  expectHouseWording(report.diagnostics);
  const last = report.diagnostics.length - 1;
  return {
    folder,
    publication,
    findings: report.diagnostics.map(
      ({ rule, place }, index) => `${rule} ${formatPlace(place)}${index === last ? status : ''}`,
    ),
    messages: report.diagnostics.map(({ message }) => message),
    remedies: report.diagnostics.map(({ remedy }) => remedy),
  };
}

/** A manuscript with this front matter. */
export const manuscript = (...lines: string[]): Files => ({
  'manuscript.md': ['---', ...lines, '---', '', 'Text.', ''].join('\n'),
});
