// The objects of a PDF as qpdf tells them (`--json=2`): nothing here shares code with the editions.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Dict = { [key: string]: Value };

export function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface Listing {
  pages: { object: string }[];
  qpdf: [
    { pdfversion: string },
    Record<string, { value?: Value; stream?: { dict: Dict; data?: string } }>,
  ];
}

const isReference = (value: Value | undefined): value is string =>
  typeof value === 'string' && /^\d+ \d+ R$/.test(value);

/** A PDF's objects, references followed on request. */
export class Objects {
  readonly version: string;
  readonly pages: string[];
  private readonly table: Listing['qpdf'][1];

  constructor(bytes: Uint8Array) {
    const folder = mkdtempSync(join(tmpdir(), 'octavo-check-'));
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    const options = ['--json=2', '--json-key=qpdf', '--json-key=pages'];
    const streams = ['--json-stream-data=inline', '--decode-level=generalized'];
    // qpdf ends with 3 where it only warns.
    let json: Buffer;
    try {
      json = execFileSync('qpdf', [...options, ...streams, file], { maxBuffer: 1 << 28 });
    } finally {
      rmSync(folder, { recursive: true });
    }
    const listing = JSON.parse(json.toString('utf8')) as Listing;
    this.version = listing.qpdf[0].pdfversion;
    this.pages = listing.pages.map(({ object }) => object);
    this.table = listing.qpdf[1];
  }

  get references(): string[] {
    return Object.keys(this.table)
      .filter((key) => key.startsWith('obj:'))
      .map((key) => key.slice(4));
  }

  get trailer(): Dict {
    return (this.table.trailer?.value ?? {}) as Dict;
  }

  get catalog(): Dict {
    return this.dict(this.trailer['/Root']);
  }

  get(value: Value | undefined): Value | undefined {
    if (!isReference(value)) return value;
    const entry = this.table[`obj:${value}`];
    return entry?.stream ? entry.stream.dict : entry?.value;
  }

  isStream(reference: string): boolean {
    return this.table[`obj:${reference}`]?.stream !== undefined;
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value);
    return found && typeof found === 'object' && !Array.isArray(found) ? found : {};
  }

  /** An array; a single value counts as an array of it. */
  list(value: Value | undefined): Value[] {
    const found = this.get(value);
    if (Array.isArray(found)) return found;
    return found === undefined || found === null ? [] : [value as Value];
  }

  /** A text string, decoded. */
  text(value: Value | undefined): string | undefined {
    const found = this.get(value);
    return typeof found === 'string' && found.startsWith('u:') ? found.slice(2) : undefined;
  }

  /** A stream's bytes, filters undone. */
  data(value: Value | undefined): Buffer {
    const entry = isReference(value) ? this.table[`obj:${value}`] : undefined;
    return Buffer.from(entry?.stream?.data ?? '', 'base64');
  }

  /** Every entry of a number tree or name tree, keys as they stand. */
  tree(value: Value | undefined, key: '/Nums' | '/Names'): [Value, Value][] {
    const node = this.dict(value);
    const flat = this.list(node[key]);
    const own: [Value, Value][] = [];
    for (let index = 0; index + 1 < flat.length; index += 2) {
      own.push([flat[index] as Value, flat[index + 1] as Value]);
    }
    return [...own, ...this.list(node['/Kids']).flatMap((kid) => this.tree(kid, key))];
  }
}
