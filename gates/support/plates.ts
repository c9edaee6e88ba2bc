import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './outside-tools.js';

/** Of one page: the part of it, from 0 to 1, that each ink covers, by the name of its plate. */
export type Plates = Map<string, number>;

interface Entry {
  count: number;
  values(index: number): number;
}

/** Entries of the first directory of a TIFF file in the byte order of Intel (TIFF 6.0, 2). */
function entriesOf(file: Buffer): Map<number, Entry> {
  if (file.toString('latin1', 0, 2) !== 'II') throw new Error('this TIFF is of another byte order');
  const directory = file.readUInt32LE(4);
  const count = file.readUInt16LE(directory);
  const entries = Array.from({ length: count }, (_, index): [number, Entry] => {
    const at = directory + 2 + index * 12;
    const isShort = file.readUInt16LE(at + 2) === 3;
    const values = file.readUInt32LE(at + 4);
    const size = isShort ? 2 : 4;
    const start = values * size <= 4 ? at + 8 : file.readUInt32LE(at + 8);
    const read = (place: number) =>
      isShort ? file.readUInt16LE(start + place * 2) : file.readUInt32LE(start + place * 4);
    return [file.readUInt16LE(at), { count: values, values: read }];
  });
  return new Map(entries);
}

/** The part of an uncompressed grey picture that is not white. */
function covered(file: Buffer): number {
  const entries = entriesOf(file);
  const [compression, bits, offsets, lengths] = [259, 258, 273, 279].map((tag) => entries.get(tag));
  const isPlain = compression?.values(0) === 1 && bits?.values(0) === 8;
  if (!isPlain || !offsets || !lengths) throw new Error('this TIFF is no plain grey picture');
  let dots = 0;
  let inked = 0;
  for (let strip = 0; strip < offsets.count; strip++) {
    const start = offsets.values(strip);
    for (const dot of file.subarray(start, start + lengths.values(strip))) {
      dots++;
      if (dot !== 255) inked++;
    }
  }
  return inked / dots;
}

/** The plates of each page within its trim, as Ghostscript separates them. */
export function platesOf(file: string, resolution = 36): Plates[] {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-plates-'));
  try {
    const device = ['-sDEVICE=tiffsep', '-sCompression=none', `-r${resolution}`, '-dUseTrimBox'];
    const { status, output } = run('gs', ['-q', ...device, '-o', join(folder, '%d.tif'), file]);
    if (status !== 0) throw new Error(output);
    const pages: Plates[] = [];
    for (const name of readdirSync(folder)) {
      // Beside the plates there is a picture of all of them.
      const [, page, plate] = /^(\d+)\((.+)\)\.tif$/.exec(name) ?? [];
      if (!page || !plate) continue;
      const plates = pages[Number(page) - 1] ?? new Map();
      plates.set(plate, covered(readFileSync(join(folder, name))));
      pages[Number(page) - 1] = plates;
    }
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages, from 1, on which anything but the black plate has ink. */
export function colouredPages(pages: readonly Plates[]): number[] {
  return pages.flatMap((plates, index) =>
    [...plates].some(([plate, part]) => plate !== 'Black' && part > 0) ? [index + 1] : [],
  );
}
