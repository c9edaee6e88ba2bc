import type { Browser as Engine } from 'puppeteer';

/** Ends a browser at once: a graceful end would only save a profile that nobody wants. */
export function kill(engine: Engine): void {
  const child = engine.process();
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // Puppeteer makes the browser the leader of its process group, but not on Windows.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

export function hasEnded(engine: Engine): Promise<void> {
  const child = engine.process();
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
