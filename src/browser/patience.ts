/** ms that a browser has to start: also on a slow and busy machine it takes a tenth of that. */
export const startingTime = 30_000;

/** ms that every page has, whatever it holds. */
const leastTime = 120_000;

/** Bytes of a page that take a slow machine one millisecond more, from setting to print. */
const bytesInOneMillisecond = 4;

/** ms within which a page of so many bytes is done, unless the browser hangs. */
export function timeFor(bytes: number): number {
  return leastTime + Math.ceil(bytes / bytesInOneMillisecond);
}

/** What ends the wait for something that does not come. */
export class OutOfPatience extends Error {
  override name = 'OutOfPatience';
}

/**
 * Waits for `work`, but no longer than `limit` ms, which may be Infinity.
 *
 * @param giveUp Called as time runs out, before the wait ends.
 * @throws OutOfPatience
 */
export async function within<T>(limit: number, work: Promise<T>, giveUp: () => void): Promise<T> {
  if (limit === Infinity) return work;
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(new OutOfPatience(`no answer within ${Math.round(limit / 1000)} s`));
    }, limit);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    // Ended by `giveUp`, it fails with nobody waiting.
    work.catch(() => {});
  }
}
