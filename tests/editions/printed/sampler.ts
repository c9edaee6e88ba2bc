import { readFileSync } from 'node:fs';
import type { OutlineEntry, PrintedPages, Spot, TagMark } from '../../../src/pages/pages.js';
import { documentOf } from '../sample-document.js';

const read = (name: string) => readFileSync(new URL(name, import.meta.url));
const px = (millimetres: number) => (millimetres / 25.4) * 96;

const targets = JSON.parse(read('targets.json').toString()) as Record<string, Spot>;

function entry(title: string, level: number, id: string): OutlineEntry {
  return { title, level, id, target: targets[id] as Spot };
}

/** The file that the browser printed. */
export const samplerFile = (): Uint8Array => new Uint8Array(read('sampler.pdf'));

/** Two pages of everything that the editions rewrite, as the browser printed them (`print.ts`). */
export function samplerPages(): PrintedPages {
  return {
    parts: [samplerFile()],
    trim: { width: px(148), height: px(210) },
    bleed: px(3),
    pageCount: 2,
    starts: [
      { page: 0, label: 'i' },
      { page: 1, label: '1' },
    ],
    marks: JSON.parse(read('marks.json').toString()) as TagMark[],
    outline: [
      entry('A sampler of tags', 1, 'title'),
      entry('First section', 2, 'first'),
      entry('Second section', 2, 'second'),
    ],
    targets,
  };
}

export const samplerDocument = () =>
  documentOf({
    metadata: {
      title: 'A sampler of tags',
      subtitle: undefined,
      authors: [{ name: 'A. N. Author' }, { name: 'B. Östlund' }],
      lang: 'en-GB',
      date: '2025-02-14',
      keywords: ['tags', 'Größe & <Maß>'],
      abstract: 'What the pages carry.',
      rights: 'CC BY 4.0',
      doi: '10.1000/sampler',
    },
  });
