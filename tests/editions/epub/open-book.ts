import JSZip from 'jszip';
import { Report } from '../../../src/diagnostics/report.js';
import { type WriteEpubOptions, writeEpub } from '../../../src/editions/epub/index.js';
import { documentOf, type Sample, sampleTemplate } from '../sample-document.js';

/** The smallest JPEG that checkers take for one: 1 × 1, grey. */
export const tinyJpeg = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwc' +
      'KDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAA' +
      'AAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    'base64',
  ),
);

export const tinyPng = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export const tinyGif = new Uint8Array(
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
);

export interface OpenBook {
  bytes: Uint8Array;
  paths: string[];
  report: Report;
  text(path: string): string;
}

export async function writeSample(
  sample: Sample,
  options: Partial<WriteEpubOptions> = {},
): Promise<{ bytes: Uint8Array; report: Report }> {
  const report = new Report();
  const bytes = await writeEpub(documentOf(sample), await sampleTemplate(), {
    report,
    file: 'manuscript.md',
    pageStarts: [],
    rasterise: async () => tinyJpeg,
    ...options,
  });
  return { bytes, report };
}

/** Writes the sample as a book and opens it again. */
export async function bookOf(
  sample: Sample,
  options: Partial<WriteEpubOptions> = {},
): Promise<OpenBook> {
  const { bytes, report } = await writeSample(sample, options);
  const zip = await JSZip.loadAsync(bytes);
  const paths = Object.keys(zip.files);
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(path, (await zip.file(path)?.async('string')) ?? '');
  return { bytes, paths, report, text: (path) => texts.get(path) ?? '' };
}
