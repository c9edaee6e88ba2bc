import { isAbsolute, resolve } from 'node:path';
import type { Command } from 'commander';
import { nearest } from '../../diagnostics/nearest.js';
import {
  type EditionName,
  editionNames,
  type RecordName,
  recordNames,
} from '../../publication/publication.js';
import type { Surroundings } from '../surroundings.js';
import { usageFailure } from '../usage.js';

/** `octavo build`, as asked for. */
export interface BuildRequest {
  path: string;
  /** Undefined: those of the publication, or all. */
  editions?: EditionName[];
  /** Records of the metadata. */
  records?: RecordName[];
  /** A name, or an absolute path. */
  style?: string;
  template?: string;
  /** Absolute. */
  out?: string;
  /** Whether the web edition is to be a folder. */
  split: boolean;
  strict: boolean;
  json: boolean;
  dumpCitations: boolean;
  quiet: boolean;
  verbose: boolean;
  /** SOURCE_DATE_EPOCH, where it is set. */
  sourceDate?: Date;
}

interface Options {
  to?: EditionName[];
  metadata?: RecordName[];
  style?: string;
  template?: string;
  out?: string;
  split?: boolean;
  strict?: boolean;
  json?: boolean;
  dumpCitations?: boolean;
  quiet?: boolean;
  verbose?: boolean;
}

const afterHelp = `
Editions: html (web), pdf (screen, accessible), print (press), epub (ebook).
They are written as NAME.html, NAME.pdf, NAME-print.pdf and NAME.epub, each
whole or not at all: a build that fails leaves those of the last as they were.

Examples:
  octavo build                             all four, into dist
  octavo build essay.md --to pdf --out .   essay.pdf, in this folder
  octavo build --style ./house.csl         a citation style of your own
  octavo build --metadata crossref,cff     a deposit and CITATION.cff as well
  octavo build --to html --split           a folder of pages, one a chapter
  octavo build --dump-citations            every note as the style prints it`;

/** Defines the command and hands on what it was asked. */
export function defineBuild(
  program: Command,
  surroundings: Surroundings,
  asked: (request: BuildRequest) => void,
): void {
  program
    .command('build')
    .description('build the editions of a publication')
    .argument('[path]', 'a Markdown file, or a folder with octavo.yml or manuscript.md', '.')
    .option('--to <list>', 'editions, separated by commas: html, pdf, print, epub', readEditions)
    .option('--metadata <list>', 'records too: crossref, jats, onix, cff, bibtex, ris', readRecords)
    .option('--style <name or file>', 'citation style: a name, or a .csl file')
    .option('--template <name or folder>', 'template: commentary, or a folder of your own')
    .option('--out <folder>', 'where the editions go; else dist beside the manuscript')
    .option('--split', 'the web edition as a folder, NAME/, a page for each chapter')
    .option('--strict', 'a warning fails the build')
    .option('--json', 'print findings and files as one JSON object')
    .option('--dump-citations', 'print notes and bibliography as JSON, write no edition')
    .option('--quiet', 'say nothing but warnings and errors')
    .option('--verbose', 'show the line at fault, and the time each stage took')
    .helpOption('--help', 'print this help')
    .addHelpText('after', afterHelp)
    .action((path: string, options: Options) => asked(toRequest(path, options, surroundings)));
}

function toRequest(path: string, options: Options, surroundings: Surroundings): BuildRequest {
  const { to, style, template, out } = options;
  const { workingFolder, environment } = surroundings;
  for (const [name, value] of Object.entries({ path, style, template, out })) {
    if (value?.trim() === '') {
      throw usageFailure(
        `The ${name === 'path' ? 'path' : `value of --${name}`} is empty`,
        'Name something, or leave it out',
      );
    }
  }
  if (options.quiet && options.verbose) {
    throw usageFailure('--quiet and --verbose exclude each other', 'Use one of them');
  }
  return {
    path,
    editions: to,
    records: options.metadata,
    style: style && fromHere(style, workingFolder),
    template: template && fromHere(template, workingFolder),
    out: out === undefined ? undefined : resolve(workingFolder, out),
    split: options.split ?? false,
    strict: options.strict ?? false,
    json: options.json ?? false,
    dumpCitations: options.dumpCitations ?? false,
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
    sourceDate: sourceDate(environment.SOURCE_DATE_EPOCH),
  };
}

/** A path as an absolute one; a name as it stands, as does an address. */
export function fromHere(name: string, workingFolder: string): string {
  const isPath = (/[\\/]/.test(name) && !/^[a-z][a-z0-9+.-]+:/i.test(name)) || name.startsWith('.');
  return isPath && !isAbsolute(name) ? resolve(workingFolder, name) : name;
}

const readEditions = listReader('--to', 'edition', editionNames);
const readRecords = listReader('--metadata', 'record', recordNames);

/** Reads names separated by commas, of which each must be known; said again, an option adds to itself. */
function listReader<Name extends string>(option: string, kind: string, known: readonly Name[]) {
  const some = `Name some of ${known.join(', ')}`;
  const readName = (name: string): Name => {
    const found = known.find((each) => each === name.toLowerCase());
    if (found !== undefined) return found;
    const near = nearest(name, known);
    throw usageFailure(`There is no ${kind} “${name}”`, near ? `Write \`${near}\`` : some);
  };
  return (list: string, before: Name[] = []): Name[] => {
    const names = list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length === 0) {
      throw usageFailure(`${option} names no ${kind}`, some);
    }
    return [...new Set([...before, ...names.map(readName)])];
  };
}

/** Seconds since 1970 (reproducible-builds.org, “SOURCE_DATE_EPOCH”). */
function sourceDate(seconds: string | undefined): Date | undefined {
  if (seconds === undefined || seconds === '') return undefined;
  const date = new Date(Number(seconds) * 1000);
  if (/^\d{1,12}$/.test(seconds) && !Number.isNaN(date.getTime())) return date;
  throw usageFailure(
    `SOURCE_DATE_EPOCH is “${seconds}”, no number of seconds`,
    'Set it to whole seconds since 1970, or unset it',
  );
}
