import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { build } from 'esbuild';
import { median } from '../measure.js';
import { printBook } from './print-book.js';
import {
  type Finished,
  type FinishedEdition,
  type FinishedStandard,
  finishedStandards,
} from './standards.js';

/** Medians of several runs. */
export interface FinishingMeasurement extends Finished {
  edition: FinishedEdition;
  standard: FinishedStandard;
  runs: number;
}

const run = promisify(execFile);

/** The program that finishes one edition, in one file: nothing is compiled while it runs. */
async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'finish-once.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('finish-once.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    mainFields: ['module', 'main'],
    banner: { js: "const fileUrl=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'fileUrl' },
  });
  return outfile;
}

function medians(runs: readonly Finished[]): Finished {
  const of = (key: keyof Finished) => median(runs.map((each) => each[key]));
  return {
    pages: of('pages'),
    bytes: of('bytes'),
    cpuMs: Math.round(of('cpuMs')),
    memoryBefore: of('memoryBefore'),
    peakMemory: of('peakMemory'),
  };
}

/**
 * Prints a publication's pages once, then makes the PDF editions from them, each run in a process of
 * its own that does nothing else.
 */
export async function measureFinishing(
  publication: string,
  editions: readonly FinishedEdition[],
  runs: number,
  scratch: string,
): Promise<FinishingMeasurement[]> {
  const printed = join(scratch, 'printed.bin');
  await writeFile(printed, serialize(await printBook(publication)));
  const program = await bundle(scratch);
  const measured: FinishingMeasurement[] = [];
  for (const edition of editions) {
    for (const standard of finishedStandards[edition]) {
      const finished: Finished[] = [];
      while (finished.length < runs) {
        const { stdout } = await run(process.execPath, [program, printed, standard]);
        finished.push(JSON.parse(stdout));
      }
      measured.push({ edition, standard, runs, ...medians(finished) });
    }
  }
  return measured;
}
