import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** Compiled code of one file, and what tells that the file has changed since. */
export interface Entry {
  file: string;
  stamp: string;
  code: Buffer;
}

interface Header {
  entries: { file: string; stamp: string; length: number }[];
  checksum: number;
}

const headerLength = 4;

function decode(bytes: Buffer): Entry[] {
  const start = headerLength + bytes.readUInt32LE(0);
  const header: Header = JSON.parse(bytes.toString('utf8', headerLength, start));
  const body = bytes.subarray(start);
  if (crc32(body) !== header.checksum) return [];
  let from = 0;
  return header.entries.map(({ file, stamp, length }) => {
    from += length;
    return { file, stamp, code: body.subarray(from - length, from) };
  });
}

function encode(entries: readonly Entry[]): Buffer {
  const body = Buffer.concat(entries.map(({ code }) => code));
  const header: Header = {
    entries: entries.map(({ file, stamp, code }) => ({ file, stamp, length: code.length })),
    checksum: crc32(body),
  };
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(headerLength);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, body]);
}

/**
 * V8's compiled code of the program's files, kept from run to run in one file: without it, a build
 * of a few pages spends a quarter of its time compiling. What is broken or stale is made again.
 */
export class CodeCache {
  readonly #place: string;
  readonly #entries = new Map<string, Entry>();

  constructor(place: string) {
    this.#place = place;
    try {
      for (const entry of decode(readFileSync(place))) this.#entries.set(entry.file, entry);
    } catch {
      // None yet, or one that says nothing: the next run has it.
    }
  }

  /** @param stamp Differs where the file does. */
  find(file: string, stamp: string): Buffer | undefined {
    const entry = this.#entries.get(file);
    return entry?.stamp === stamp ? entry.code : undefined;
  }

  /** All that is kept. */
  entries(): Iterable<Entry> {
    return this.#entries.values();
  }

  /** Keeps the code of these files and no other. Tells whether it could: a cache is no must. */
  write(entries: readonly Entry[]): boolean {
    const made = `${this.#place}-${process.pid}`;
    try {
      mkdirSync(dirname(this.#place), { recursive: true });
    } catch {
      return false;
    }
    try {
      writeFileSync(made, encode(entries), { mode: 0o600 });
      renameSync(made, this.#place);
      return true;
    } catch {
      rmSync(made, { force: true });
      return false;
    }
  }
}
