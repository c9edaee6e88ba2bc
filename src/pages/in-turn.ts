/** Begins each task when the one before has ended, and lets other work in between. */
export function inTurn<T>(tasks: readonly (() => Promise<T>)[]): Promise<T>[] {
  let before: Promise<unknown> = Promise.resolve();
  return tasks.map((task, index) => {
    const result = before.then(async () => {
      if (index > 0) await new Promise((resolve) => setImmediate(resolve));
      return task();
    });
    // Whoever waits for the result is told.
    before = result.catch(() => {});
    return result;
  });
}

/**
 * Does work by several hands: each takes every so-manieth piece, and begins one when it has done
 * the one before.
 *
 * @returns What came of each piece, in order.
 */
export async function byHands<T>(
  hands: number,
  pieces: number,
  work: (piece: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  const hand = async (first: number): Promise<void> => {
    for (let piece = first; piece < pieces; piece += hands) results[piece] = await work(piece);
  };
  await Promise.all(Array.from({ length: hands }, (_, first) => hand(first)));
  return results;
}
