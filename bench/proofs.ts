import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median, type StageTime } from './measure.js';

/** Proofs pulled from one open browser, a paragraph changed before each. */
export interface ProofMeasurement {
  runs: number;
  /** Until the first proof, everything started cold. */
  firstMs: number;
  /** Medians, in the order the stages ran. */
  stages: StageTime[];
  medianMs: number;
  slowestMs: number;
  /** Pages that came out other than before, in the median. */
  changedPages: number;
}

/** A proof that is like the last one passes over some stages, and comes back to others. */
function spentOn(name: string, stages: readonly StageTime[]): number {
  return stages.reduce((sum, { stage, ms }) => (stage === name ? sum + ms : sum), 0);
}

/** A paragraph long enough that a word more may change its lines. */
const isProse = (block: string) => /^[A-Z][^|]{300,}$/s.test(block) && !block.startsWith('[');

/** Changes a word or two of the first paragraph of prose from a share of the text on. */
function edited(text: string, share: number): string {
  const blocks = text.split('\n\n');
  let at = Math.floor(blocks.length * share);
  while (at < blocks.length && !isProse(blocks[at] as string)) at += 1;
  const block = blocks[at];
  if (block === undefined) throw new RangeError('the book has no paragraph there');
  return blocks.with(at, block.replace(' ', ' as we shall have occasion to see ')).join('\n\n');
}

/**
 * Pulls a proof of a publication, then one more after each change to a paragraph, from its beginning
 * to its end. Between two of them the program has time to look the pages over, as it has while an
 * editor types.
 */
export async function measureProofs(folder: string, runs: number): Promise<ProofMeasurement> {
  const { Proofs, Report } = (await import(
    new URL('../build/index.js', import.meta.url).href
  )) as typeof import('../src/index.js');
  const manuscript = join(folder, 'manuscript.md');
  let text = await readFile(manuscript, 'utf8');
  const proofs = new Proofs(folder);
  const pull = async () => {
    const report = new Report();
    const start = performance.now();
    const proof = await proofs.pull(report);
    const ms = performance.now() - start;
    if (!proof.pages) throw new Error(report.diagnostics[0]?.message ?? 'no pages');
    await proof.lookedOver;
    return { ms, stages: proof.stages, changed: proof.changed.length };
  };
  try {
    const first = await pull();
    const later: (typeof first)[] = [];
    while (later.length < runs) {
      text = edited(text, (later.length + 0.5) / runs);
      await writeFile(manuscript, text);
      later.push(await pull());
    }
    return {
      runs,
      firstMs: first.ms,
      stages: first.stages.map(({ stage }) => ({
        stage,
        ms: median(later.map(({ stages }) => spentOn(stage, stages))),
      })),
      medianMs: median(later.map(({ ms }) => ms)),
      slowestMs: Math.max(...later.map(({ ms }) => ms)),
      changedPages: median(later.map(({ changed }) => changed)),
    };
  } finally {
    await proofs.close();
  }
}
