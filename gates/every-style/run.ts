import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';

/** How long a style may take; the engine does not stop by itself. */
const patience = 30_000;

/** Faults by style. */
export type Faults = Map<string, string[]>;

/** Sets a publication in every one of these styles, on all processors. */
export async function setInEvery(folder: string, styles: readonly string[]): Promise<Faults> {
  const faults: Faults = new Map();
  const waiting = [...styles];
  const worker = async (): Promise<void> => {
    while (waiting.length > 0) await setSome(folder, waiting.splice(0, 100), faults);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return faults;
}

/** One process for some styles; where one hangs, another process goes on after it. */
async function setSome(folder: string, styles: string[], faults: Faults): Promise<void> {
  const left = [...styles];
  while (left.length > 0) {
    const before = left.length;
    await setUntilOneHangs(folder, left, faults);
    if (left.length === 0) return;
    const stuck = left.shift() ?? '';
    const reason = before === left.length + 1 ? 'at once' : 'here';
    faults.set(stuck, [`exception: the process ended or hung ${reason}`]);
  }
}

function setUntilOneHangs(folder: string, left: string[], faults: Faults): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'gates/every-style/set.ts', folder, ...left],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let alarm = setTimeout(() => child.kill('SIGKILL'), patience);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [style, found] = JSON.parse(line) as [string, string[]];
      faults.set(style, found);
      left.splice(left.indexOf(style), 1);
      clearTimeout(alarm);
      alarm = setTimeout(() => child.kill('SIGKILL'), patience);
    });
    child.on('close', () => {
      clearTimeout(alarm);
      resolve();
    });
  });
}
