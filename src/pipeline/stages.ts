/** A stage of a build as reports and benchmarks name it. */
export type StageName =
  | 'read'
  | 'parse'
  | 'cite'
  | 'structure'
  | 'metadata'
  | 'lay out'
  | 'html'
  | 'pdf'
  | 'print'
  | 'epub';

export interface StageTime {
  stage: StageName;
  /** Wall-clock milliseconds. */
  ms: number;
}

/** Runs the stages of a build one after the other, times them, and tells who listens which one runs. */
export class Stages {
  readonly times: StageTime[] = [];
  readonly #began: (stage: StageName) => void;

  constructor(began: (stage: StageName) => void = () => {}) {
    this.#began = began;
  }

  async run<T>(stage: StageName, work: () => T | Promise<T>): Promise<T> {
    this.#began(stage);
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.times.push({ stage, ms: performance.now() - start });
    }
  }
}
