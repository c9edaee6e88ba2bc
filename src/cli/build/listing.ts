import type { BuildResult } from '../../pipeline/build-publication.js';
import type { WrittenEdition } from '../json-result.js';

/** One line an edition: where it is, how large, how many pages. */
export function listEditions(editions: readonly WrittenEdition[]): string {
  const width = Math.max(0, ...editions.map(({ file }) => file.length));
  return editions
    .map(({ file, bytes, pages }) => {
      const size = readableSize(bytes).padStart(8);
      const count = pages === undefined ? '' : `  ${pages} page${pages === 1 ? '' : 's'}`;
      return `${file.padEnd(width)} ${size}${count}\n`;
    })
    .join('');
}

/** Kilobytes and megabytes of a thousand, as disks count. */
function readableSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Milliseconds by stage, and their sum. */
export function listStages(stages: BuildResult['stages']): string {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0);
  return [...stages, ...(stages.length > 0 ? [{ stage: 'total', ms: total }] : [])]
    .map(({ stage, ms }) => `${stage.padEnd(10)} ${ms.toFixed(0).padStart(6)} ms\n`)
    .join('');
}
