import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/** Undoes something of ours that must not outlive the process. Runs while it ends: no waiting. */
type Undo = () => void;

const undos = new Set<Undo>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function undoAll(): void {
  for (const undo of [...undos].reverse()) {
    try {
      undo();
    } catch {
      // The process is ending: there is nobody left to tell.
    }
  }
  undos.clear();
}

/** Leaves the last word to the signal's other listeners, or to its default. */
function onSignal(signal: NodeJS.Signals): void {
  undoAll();
  stopListening();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function listen(): void {
  process.once('exit', undoAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function stopListening(): void {
  process.removeListener('exit', undoAll);
  for (const signal of signals) process.removeListener(signal, onSignal);
}

/** Has `undo` run when the process ends or is interrupted. Returns what takes it back. */
export function undoAtExit(undo: Undo): () => void {
  if (undos.size === 0) listen();
  undos.add(undo);
  return () => {
    undos.delete(undo);
    if (undos.size === 0) stopListening();
  };
}

/** A folder that goes when the process ends, however that comes about, or when it is removed. */
export function temporary(folder: string): { remove(): Promise<void> } {
  const keep = undoAtExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return {
    async remove() {
      // A browser that has just ended may still be writing its last files.
      const patience = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };
      await rm(folder, patience).then(keep, () => {});
    },
  };
}
