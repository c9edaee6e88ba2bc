import type { Inspected, MadeTake, Measured, SetCopy } from './measured.js';

/** A take that is set in lines, and kept for the next version. */
export interface KeptTake {
  copy: SetCopy;
  /** What makes its copy differ from others. */
  key: string;
  measured: Measured;
  /** Its galleys stand in the browser, not cut yet. */
  isStanding: boolean;
  made?: MadePages;
}

/** The pages that a take ends. */
export interface MadePages {
  /** What they were made up by. */
  order: string;
  madeUp: MadeTake;
  sheets: string[];
  /** Undefined until they are looked over. */
  inspected?: Inspected;
}

/** A take as it is to be set, or as it is set already. */
export type WantedTake = Pick<KeptTake, 'copy' | 'key'> & { kept?: KeptTake };

/** What makes one take differ from another, where it stands among the others left out. */
function keyOf({ take, ...copy }: SetCopy): string {
  return JSON.stringify([copy, take.isFirst, take.isLast, take.firstNote]);
}

/**
 * Finds the takes of a version among those of the one before. What is new takes the number of one
 * that is gone, so that names in it stay what they were, and a number of its own where none is.
 *
 * @returns The takes, and the numbers that nothing has any more.
 */
export function matchTakes(
  copies: readonly SetCopy[],
  before: readonly KeptTake[],
  newNumber: () => number,
): { takes: WantedTake[]; unused: number[] } {
  const known = new Map(before.map((take) => [take.key, take]));
  const takes = copies.map((copy): WantedTake => {
    const key = keyOf(copy);
    const kept = known.get(key);
    // Two takes may read the same.
    known.delete(key);
    return { key, copy, kept };
  });
  const unused = [...known.values()].map(({ copy }) => copy.take.number);
  for (const { copy, kept } of takes) if (!kept) copy.take.number = unused.shift() ?? newNumber();
  return { takes, unused };
}
