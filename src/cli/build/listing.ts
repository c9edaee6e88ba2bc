import type { BuildResult } from '../../pipeline/build-publication.js';
import type { WrittenEdition, WrittenRecord } from '../json-result.js';

type WrittenFile = Pick<WrittenEdition, 'file' | 'bytes' | 'pages'> | WrittenRecord;

/** One line a file: where it is, how large, how many pages. */
export function listFiles(files: readonly WrittenFile[]): string {
  const width = Math.max(0, ...files.map(({ file }) => file.length));
  return files
    .map((written) => {
      const { file, bytes } = written;
      const pages = 'pages' in written ? written.pages : undefined;
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
