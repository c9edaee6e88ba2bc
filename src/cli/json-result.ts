import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { StageTime } from '../pipeline/stages.js';
import type { EditionName, RecordName } from '../publication/publication.js';
import type { CitationsDump } from './build/citations-dump.js';

/** An edition that was written. */
export interface WrittenEdition {
  edition: EditionName;
  /** Relative to the working folder where that is shorter. */
  file: string;
  bytes: number;
  /** Of the editions that have pages. */
  pages?: number;
}

/** A record of the metadata that was written. */
export interface WrittenRecord {
  record: RecordName;
  /** Relative to the working folder where that is shorter. */
  file: string;
  bytes: number;
}

/** What `--json` prints. Fields may be added; those here keep their names and meanings. */
export interface JsonResult {
  /** Whether the exit status is 0. */
  ok: boolean;
  editions: WrittenEdition[];
  /** With `--metadata`. */
  records?: WrittenRecord[];
  diagnostics: {
    rule: string;
    severity: Severity;
    file: string;
    line?: number;
    column?: number;
    message: string;
    remedy: string;
  }[];
  /** Stages in the order they ran; wall-clock milliseconds. */
  stages: StageTime[];
  /** With `--dump-citations`. */
  citations?: CitationsDump;
}

/** What came of a run. */
export interface Results {
  editions: WrittenEdition[];
  records?: WrittenRecord[];
  stages: readonly StageTime[];
  citations?: CitationsDump;
}

export function toJsonResult(
  ok: boolean,
  diagnostics: readonly Diagnostic[],
  { editions, records = [], stages, citations }: Results = { editions: [], stages: [] },
): JsonResult {
  return {
    ok,
    editions,
    ...(records.length > 0 && { records }),
    diagnostics: diagnostics.map(({ rule, severity, place, message, remedy }) => ({
      rule,
      severity,
      ...place,
      message,
      remedy,
    })),
    stages: stages.map(({ stage, ms }) => ({ stage, ms: Math.round(ms * 10) / 10 })),
    ...(citations && { citations }),
  };
}

export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
