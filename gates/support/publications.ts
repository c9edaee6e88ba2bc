import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBook } from '../../bench/book.js';
import { sayUnchecked } from './outside-tools.js';

/**
 * A folder with a publication that stays outside the repository (a manuscript, its bibliography,
 * `notes.expected.txt`), named by OCTAVO_REFERENCE.
 */
export const referenceFolder = process.env.OCTAVO_REFERENCE
  ? resolve(process.env.OCTAVO_REFERENCE)
  : undefined;

export function hasReference(): boolean {
  const there = referenceFolder !== undefined && existsSync(referenceFolder);
  if (!there) sayUnchecked('the publication that OCTAVO_REFERENCE names');
  return there;
}

/** The publication that has everything at once. */
export const torturePublication = 'gates/torture/publication';

/** The same, with its notes at the foot of the page, in two columns. */
export const notesOfPages = `${torturePublication}, its notes at the foot of the page`;

function putNotesAtPageFoot(folder: string): void {
  const file = join(folder, 'manuscript.md');
  const manuscript = readFileSync(file, 'utf8');
  const wish = 'notes: { area: page, columns: 2 }';
  writeFileSync(file, manuscript.replace(/^---\n/, `---\n${wish}\n`));
}

/** The commentary's template with a font for Japanese, of the characters that the text has. */
function addTemplate(folder: string): void {
  const template = join(folder, 'template');
  cpSync('templates/commentary', template, { recursive: true });
  cpSync('gates/torture/fonts', join(template, 'fonts'), { recursive: true });
  appendFileSync(
    join(template, 'template.yml'),
    '  - { family: Noto Serif JP, use: Jpan, file: fonts/NotoSerifJP-subset.ttf }\n',
  );
  const css = readFileSync(join(template, 'pages.css'), 'utf8');
  writeFileSync(
    join(template, 'pages.css'),
    css.replace('--others: ', '--others: "Noto Serif JP", '),
  );
}

/** A copy to build in, so that nothing is written beside the original. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'octavo-gate-'));
  const source = folder === notesOfPages ? torturePublication : folder;
  cpSync(source, copy, { recursive: true });
  if (source === torturePublication) addTemplate(copy);
  if (folder === notesOfPages) putNotesAtPageFoot(copy);
  return copy;
}

/** The book of a hundred thousand words that the benchmark builds. */
export const generatedBook = 'the generated book';

/** What every edition is made of and every outside checker looks at: paths, and the generated book. */
export function everyPublication(): string[] {
  const reference = hasReference() ? [referenceFolder as string] : [];
  return ['manuscript', ...reference, torturePublication, notesOfPages, generatedBook];
}

/** A folder to build in with one of {@link everyPublication}. */
export async function prepare(source: string): Promise<string> {
  if (source !== generatedBook) return copyOf(source);
  const folder = mkdtempSync(join(tmpdir(), 'octavo-gate-'));
  await writeBook(folder);
  return folder;
}

export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface CommandRun {
  status: number;
  stdout: string;
  stderr: string;
}

/** Vouches for the template that stands in a folder to build. */
function templateOption(args: readonly string[]): string[] {
  const own = args.map((arg) => join(arg, 'template')).find((template) => existsSync(template));
  return own === undefined || args.includes('--template') ? [] : ['--template', own];
}

/** Runs `octavo` as a person would. */
export function octavo(args: readonly string[], env: Record<string, string> = {}): CommandRun {
  const all = ['bin/octavo.js', ...args, ...templateOption(args)];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  return { status: status ?? -1, stdout, stderr };
}
