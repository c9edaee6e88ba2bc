import { readdir, readFile } from 'node:fs/promises';

/** Memory of a process and all it started, in KiB. */
export interface PeakMemory {
  /** Largest sum of resident memory seen at one time; pages that processes share count in each. */
  tree: number;
  /** Largest sum where such pages count once, in shares (proc(5), `Pss`): what the machine gives. */
  sharedOnce: number;
  /** Largest high-water mark of a single process. */
  largestProcess: number;
}

const read = (path: string) => readFile(path, 'utf8').catch(() => '');

/** Parent of each process that runs now (proc(5), `/proc/PID/stat`: the name may hold anything). */
async function parents(): Promise<Map<number, number>> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(
    ids.map(async (id) => {
      const stat = await read(`/proc/${id}/stat`);
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      return [Number(id), Number(parent ?? 0)] as const;
    }),
  );
  return new Map(entries);
}

async function descendants(root: number): Promise<number[]> {
  const parentOf = await parents();
  const belongs = (id: number): boolean => {
    const parent = parentOf.get(id);
    return id === root || (parent !== undefined && parent > 0 && belongs(parent));
  };
  return [...parentOf.keys()].filter(belongs);
}

const kibibytes = (status: string, field: string) =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);

async function sample(root: number): Promise<PeakMemory> {
  const ids = await descendants(root);
  const statuses = await Promise.all(ids.map((id) => read(`/proc/${id}/status`)));
  const shares = await Promise.all(ids.map((id) => read(`/proc/${id}/smaps_rollup`)));
  return {
    sharedOnce: shares.reduce((sum, share) => sum + kibibytes(share, 'Pss'), 0),
    tree: statuses.reduce((sum, status) => sum + kibibytes(status, 'VmRSS'), 0),
    largestProcess: Math.max(0, ...statuses.map((status) => kibibytes(status, 'VmHWM'))),
  };
}

/**
 * Watches a process until {@link stop} is called. Linux only: elsewhere nothing is seen and the
 * peak is undefined.
 */
export class MemoryWatch {
  #peak: PeakMemory | undefined;
  #watching: Promise<void>;
  #stopped = false;

  constructor(root: number, intervalMs = 25) {
    this.#watching = this.#watch(root, intervalMs);
  }

  async #watch(root: number, intervalMs: number): Promise<void> {
    if (process.platform !== 'linux') return;
    while (!this.#stopped) {
      const seen = await sample(root);
      this.#peak = {
        sharedOnce: Math.max(this.#peak?.sharedOnce ?? 0, seen.sharedOnce),
        tree: Math.max(this.#peak?.tree ?? 0, seen.tree),
        largestProcess: Math.max(this.#peak?.largestProcess ?? 0, seen.largestProcess),
      };
      await new Promise((resolve) => setTimeout(resolve, intervalMs));
    }
  }

  async stop(): Promise<PeakMemory | undefined> {
    this.#stopped = true;
    await this.#watching;
    return this.#peak;
  }
}
