import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface ToolRun {
  status: number;
  output: string;
}

/** Runs a program that is not Octavo's and gives back all it printed. */
export function run(program: string, args: readonly string[]): ToolRun {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status: status ?? -1, output: `${stdout}${stderr}` };
}

/** Says loudly that something is missing here, and that what depends on it was not checked. */
export function sayUnchecked(missing: string): void {
  process.stderr.write(`SKIPPED: ${missing} is not here; what depends on it stays unchecked\n`);
}

/** Whether a program is on the path; says so where it is not. */
export function has(program: string): boolean {
  const there = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  if (!there) sayUnchecked(program);
  return there;
}

export const epubCheckJar = '/usr/share/java/epubcheck.jar';

export function hasEpubCheck(): boolean {
  const there = existsSync(epubCheckJar) && has('java');
  if (!there) sayUnchecked('EPUBCheck');
  return there;
}
