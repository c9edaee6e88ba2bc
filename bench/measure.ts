import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MemoryWatch, type PeakMemory } from './process-tree.js';

const command = fileURLToPath(new URL('../bin/octavo.js', import.meta.url));

export interface StageTime {
  stage: string;
  ms: number;
}

/** One build in a process of its own, started cold. */
interface Run {
  /** From start to exit. */
  wallMs: number;
  stages: StageTime[];
  memory?: PeakMemory;
}

export interface Measurement {
  edition: string;
  runs: number;
  /** Medians, in the order the stages ran. */
  stages: StageTime[];
  /** Median from start to exit. */
  wallMs: number;
  /** From a run of its own, so that watching does not slow the others. Undefined off Linux. */
  memory?: PeakMemory;
}

export interface Task {
  /** Folder of the publication. */
  publication: string;
  /** What `--to` takes. */
  edition: string;
  runs: number;
  /** Folder for the editions; emptied after each run. */
  scratch: string;
}

/** Middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] as number;
  return sorted.length % 2 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

/** What `octavo build --json` says of its stages. */
export function stagesOf(output: string): StageTime[] {
  const result: unknown = JSON.parse(output);
  const stages =
    typeof result === 'object' && result !== null && 'stages' in result ? result.stages : undefined;
  if (!Array.isArray(stages)) throw new TypeError('the build names no stages');
  return stages.map(({ stage, ms }: StageTime) => ({ stage: String(stage), ms: Number(ms) }));
}

async function build({ publication, edition, scratch }: Task, watch: boolean): Promise<Run> {
  const out = join(scratch, edition);
  const options = ['--to', edition, '--out', out, '--json', '--verbose'];
  const start = performance.now();
  const child = spawn(process.execPath, [command, 'build', publication, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const memory = watch && child.pid !== undefined ? new MemoryWatch(child.pid) : undefined;
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const wallMs = performance.now() - start;
  const peak = await memory?.stop();
  await rm(out, { recursive: true, force: true });
  if (status !== 0) {
    throw new Error(`octavo build --to ${edition} ended with ${status}\n${errors || output}`);
  }
  return { wallMs, stages: stagesOf(output), memory: peak };
}

/** Medians over runs whose stages are the same; the names are those of the first. */
function medians(runs: readonly Run[]): StageTime[] {
  const [first] = runs;
  return (first?.stages ?? []).map(({ stage }, index) => ({
    stage,
    ms: tenths(median(runs.map(({ stages }) => stages[index]?.ms ?? 0))),
  }));
}

/** Builds once under watch (which also warms the disk's cache), then as often as asked. */
export async function measure(task: Task): Promise<Measurement> {
  const { memory } = await build(task, true);
  const runs: Run[] = [];
  while (runs.length < task.runs) runs.push(await build(task, false));
  return {
    edition: task.edition,
    runs: runs.length,
    stages: medians(runs),
    wallMs: tenths(median(runs.map(({ wallMs }) => wallMs))),
    memory,
  };
}
