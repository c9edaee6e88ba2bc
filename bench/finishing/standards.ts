/** Standards that PDF editions are finished to, by edition. */
export const finishedStandards = { pdf: ['UA-1', 'UA-2'], print: ['X-4', 'X-1a'] } as const;

export type FinishedEdition = keyof typeof finishedStandards;
export type FinishedStandard = (typeof finishedStandards)[FinishedEdition][number];

/** What one run took, in a process of its own. */
export interface Finished {
  pages: number;
  /** Size of the file. */
  bytes: number;
  /** Milliseconds of CPU, those of the garbage collector's and other threads included. */
  cpuMs: number;
  /** KiB: the process with the Document and what was printed, before the edition is begun. */
  memoryBefore: number;
  /** KiB: the most that the process took from its start to its end. */
  peakMemory: number;
}
