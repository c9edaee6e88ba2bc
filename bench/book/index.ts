import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoteWriter } from './notes.js';
import { Random } from './random.js';
import { callMark } from './sentences.js';
import { type CslItem, generateSources } from './sources.js';
import { generateText } from './text.js';

export interface BookOptions {
  /** Words of running text, notes apart. Met within 1 % from 1,000 words on. */
  words: number;
  /** Notes under a note style: citations and authored notes. Met exactly. */
  notes: number;
  /** Items of the bibliography. Met exactly, and all cited where there are as many notes. */
  sources: number;
  /** The same seed, the same book, to the byte. */
  seed: number;
}

export const wholeBook: BookOptions = { words: 100_000, notes: 1000, sources: 300, seed: 1501 };

export interface Book {
  /** Markdown with front matter. */
  manuscript: string;
  references: CslItem[];
}

const frontMatter = `---
title: The Measure of the River
subtitle: Ports, Printers and Customs in a Lowland Republic
author:
  - name: Octavo Press Workshop
date: 2025-01-15
lang: en-GB
bibliography: references.json
toc: true
publisher: Octavo Press Workshop
rights: Generated text, free for any use
---
`;

/** One place out of each of so many equal stretches, in order. */
function spread(places: number, wanted: number, random: Random): Set<number> {
  if (wanted > places) {
    throw new RangeError(`${wanted} notes need more text: it has room for ${places}`);
  }
  const edge = (index: number) => Math.floor((index * places) / wanted);
  return new Set(
    Array.from({ length: wanted }, (_, index) => random.integer(edge(index), edge(index + 1) - 1)),
  );
}

/** A book of generated English with notes and a bibliography: no clock, no chance but the seed's. */
export function generateBook(options: Partial<BookOptions> = {}): Book {
  const { words, notes, sources, seed } = { ...wholeBook, ...options };
  const random = new Random(seed);
  const references = generateSources(sources, random);
  const blocks = generateText(words, random);
  const places = blocks.reduce((sum, block) => sum + block.split(callMark).length - 1, 0);
  const called = spread(places, notes, random);
  const writer = new NoteWriter(random, references, notes);
  let place = 0;
  const withNotes = blocks.map((block) => {
    const definitions: string[] = [];
    const text = block.replaceAll(callMark, () => {
      const note = called.has(place++) ? writer.next() : undefined;
      if (note?.definition) definitions.push(note.definition);
      return note?.call ?? '';
    });
    return [text, ...definitions].join('\n\n');
  });
  return { manuscript: `${frontMatter}\n${withNotes.join('\n\n')}\n`, references };
}

/** Writes `manuscript.md` and `references.json` into the folder, made where it is missing. */
export async function writeBook(
  folder: string,
  options: Partial<BookOptions> = {},
): Promise<{ manuscript: string; references: string }> {
  const book = generateBook(options);
  const paths = {
    manuscript: join(folder, 'manuscript.md'),
    references: join(folder, 'references.json'),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(paths.manuscript, book.manuscript);
  await writeFile(paths.references, `${JSON.stringify(book.references, undefined, 2)}\n`);
  return paths;
}
