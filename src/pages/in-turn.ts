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
 * Runs tasks, so many at a time, and begins them in their order.
 *
 * @returns Their results, in that order.
 */
export async function atOnce<T>(limit: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      results[index] = await (tasks[index] as () => Promise<T>)();
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
