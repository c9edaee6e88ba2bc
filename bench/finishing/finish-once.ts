import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { Report } from '../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../src/editions/pdf/index.js';
import { writePressPdf } from '../../src/editions/print/index.js';
import type { PrintedBook } from './print-book.js';
import type { Finished, FinishedStandard } from './standards.js';

/** Makes one edition of a printed book, and says on standard output what that took. */
async function finish(path: string, standard: FinishedStandard): Promise<Finished> {
  const { document, pages, press }: PrintedBook = deserialize(readFileSync(path));
  // Copies: what is read back is a part of the whole file, which would stay with them.
  pages.parts = pages.parts.map((part) => new Uint8Array(part));
  const options = { report: new Report(), place: { file: 'manuscript.md' } };
  const settings = { ...press.settings };
  const write = () => {
    if (standard === 'X-4' || standard === 'X-1a') {
      settings.conformance = standard;
      return writePressPdf(pages, document, { ...options, press: { ...press, settings } });
    }
    return writeScreenPdf(pages, document, { ...options, conformance: standard });
  };
  const before = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const { length } = await write();
  const { user, system } = process.cpuUsage(start);
  return {
    pages: pages.pageCount,
    bytes: length,
    cpuMs: (user + system) / 1000,
    memoryBefore: Math.round(before / 1024),
    peakMemory: process.resourceUsage().maxRSS,
  };
}

async function main(): Promise<void> {
  const [, , path = '', standard = ''] = process.argv;
  process.stdout.write(JSON.stringify(await finish(path, standard as FinishedStandard)));
}

void main();
