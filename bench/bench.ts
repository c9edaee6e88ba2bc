import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shippedStyles } from '../src/citations/style/shipped.js';
import { wholeBook, writeBook } from './book.js';
import { type EditTimes, measureEdits } from './edits.js';
import { type FinishingMeasurement, measureFinishing } from './finishing/index.js';
import { type Measurement, measure } from './measure.js';
import { measureProofs, type ProofMeasurement } from './proofs.js';
import { formatEdits, formatFinishing, formatMeasurements, formatProofs } from './table.js';

const usage = `Usage: npm run bench -- [options]

Builds the sample publication and a generated book, each edition in a process of
its own, and prints the median time of each stage and the peak memory; pulls proofs
of the book, a paragraph changed before each; makes the PDF editions from 300 pages
that are printed once, to each standard; and cites a document of 100 citations again
after edits, in a session that is kept.

  --only LIST     commentary, book, proofs, finishing, edits (default: all five)
  --to LIST       html, pdf, print, epub (default: all four, one by one)
  --styles LIST   citation styles of the edits (default: those that come with Octavo)
  --runs N        runs of each edition (default: 5 of the commentary, 3 of the book),
                  proofs (default: 9), of the finishing of each PDF (default: 5), or runs
                  of each edit (default: 24)
  --times N       a book N times as long: words, notes and sources (default: 1)
  --json FILE     writes the figures as JSON to FILE instead of printing them below the tables
  --help          prints this
`;

const publications = ['commentary', 'book', 'proofs', 'finishing'] as const;
type PublicationName = (typeof publications)[number];
const subjects = [...publications, 'edits'] as const;
type Subject = (typeof subjects)[number];
const editions = ['html', 'pdf', 'print', 'epub'] as const;
const defaultRuns: Record<Subject, number> = {
  commentary: 5,
  book: 3,
  proofs: 9,
  finishing: 5,
  edits: 24,
};

/** A book of 300 pages. */
const bookToFinish = { words: 177_000, notes: 1770, sources: 530 };

class UsageError extends Error {}

/** The names in a comma-separated list; all where there is no list. */
function choose<T extends string>(option: string, list: string | undefined, names: readonly T[]) {
  if (list === undefined) return [...names];
  return list.split(',').map((part) => {
    const name = names.find((known) => known === part.trim());
    if (name === undefined) throw new UsageError(`--${option} knows ${names.join(', ')}: ${part}`);
    return name;
  });
}

function count(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`--${option} takes a whole number: ${text}`);
  return Number(text);
}

async function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      to: { type: 'string' },
      styles: { type: 'string' },
      runs: { type: 'string' },
      times: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  return {
    help: values.help ?? false,
    only: choose('only', values.only, subjects),
    to: choose('to', values.to, editions),
    styles: values.styles?.split(',') ?? (await shippedStyles()),
    runs: count('runs', values.runs),
    times: count('times', values.times) ?? 1,
    json: values.json,
  };
}

type Arguments = Awaited<ReturnType<typeof readArguments>>;

/** The folder to build, and a line that says what it holds. */
async function prepare(name: PublicationName, { times }: Arguments, scratch: string) {
  if (name === 'commentary') {
    return {
      title: 'Commentary: the sample publication',
      publication: fileURLToPath(new URL('../manuscript', import.meta.url)),
    };
  }
  const base = name === 'finishing' ? bookToFinish : wholeBook;
  const size = {
    words: base.words * times,
    notes: base.notes * times,
    sources: base.sources * times,
  };
  const publication = join(scratch, name);
  await writeBook(publication, size);
  const [words, notes, sources] = Object.values(size).map((n) => n.toLocaleString('en-GB'));
  return { title: `Book: ${words} words, ${notes} notes, ${sources} sources`, publication };
}

async function run(options: Arguments, scratch: string): Promise<void> {
  const results: Record<
    string,
    Measurement[] | ProofMeasurement | FinishingMeasurement[] | EditTimes[]
  > = {};
  for (const name of options.only) {
    const runs = options.runs ?? defaultRuns[name];
    if (name === 'edits') {
      results.edits = await measureEdits(options.styles, runs);
      process.stdout.write(`${formatEdits(results.edits)}\n\n`);
      continue;
    }
    const { title, publication } = await prepare(name, options, scratch);
    if (name === 'proofs') {
      process.stderr.write('proofs …\n');
      const measured = await measureProofs(publication, runs);
      process.stdout.write(`${formatProofs(title, measured)}\n\n`);
      results[name] = measured;
      continue;
    }
    if (name === 'finishing') {
      process.stderr.write('finishing …\n');
      const editions = (['pdf', 'print'] as const).filter((edition) =>
        options.to.includes(edition),
      );
      const measured = await measureFinishing(publication, editions, runs, scratch);
      process.stdout.write(`${formatFinishing(title, measured)}\n\n`);
      results[name] = measured;
      continue;
    }
    const measurements: Measurement[] = [];
    for (const edition of options.to) {
      process.stderr.write(`${name}: ${edition} …\n`);
      measurements.push(await measure({ publication, edition, runs, scratch }));
    }
    process.stdout.write(`${formatMeasurements(title, measurements)}\n\n`);
    results[name] = measurements;
  }
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
  };
  const figures = `${JSON.stringify({ machine, times: options.times, results }, undefined, 2)}\n`;
  if (options.json === undefined) process.stdout.write(figures);
  else await writeFile(options.json, figures);
}

async function main(): Promise<number> {
  let options: Arguments;
  try {
    options = await readArguments();
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'octavo-bench-'));
  try {
    await run(options, scratch);
    return 0;
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

process.exitCode = await main();
