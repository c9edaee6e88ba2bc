import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Runs `launch` and fails where the system cannot start the program it spawns. Puppeteer does not
 * listen for that: without this the process would end with the error.
 */
export async function withSpawnFaults<T>(launch: () => Promise<T>): Promise<T> {
  let fail: (fault: Error) => void = () => {};
  const fault = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const onSpawn = (message: unknown) => {
    (message as { process: ChildProcess }).process.once('error', fail);
  };
  subscribe('child_process', onSpawn);
  const launching = launch();
  launching.catch(() => {});
  try {
    return await Promise.race([launching, fault]);
  } finally {
    unsubscribe('child_process', onSpawn);
  }
}
