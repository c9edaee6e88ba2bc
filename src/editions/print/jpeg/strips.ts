import { BitWriter } from './bit-writer.js';
import { type HuffmanSpec, type JpegFrame, readFrame } from './frame.js';
import { HuffmanTable, MalformedScan, ScanBits } from './scan-bits.js';

/** Sizes that differences of DC values may have in eight-bit images (ITU-T T.81, table F.1). */
const sizes = Array.from({ length: 12 }, (_, size) => size);

/** With codes for all sizes, after those that it has: they stay as they are. */
function withAllSizes({ counts, values }: HuffmanSpec): HuffmanSpec {
  const missing = sizes.filter((size) => !values.includes(size));
  const more = Uint8Array.from(counts);
  more[15] = (more[15] as number) + missing.length;
  return { counts: more, values: Uint8Array.from([...values, ...missing]) };
}

function tableSegment(tables: ReadonlyMap<string, HuffmanSpec>): Buffer {
  const parts = [...tables].map(([key, { counts, values }]) => {
    const [kind = 0, number = 0] = key.split(' ').map(Number);
    return Buffer.concat([Buffer.of((kind << 4) | number), counts, values]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.from([0xff, 0xc4, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

interface BlockTables {
  component: number;
  dc: HuffmanTable;
  ac: HuffmanTable;
}

/**
 * Cuts a JPEG into others of some rows each, which together show the same, by copying the bits of
 * its coefficients: only the DC value of the first block of each component is written anew, since
 * it is told as a difference to the one before (ITU-T T.81, F.1.2.1).
 */
class StripCutter {
  private readonly bits: ScanBits;
  private readonly tables = new Map<string, HuffmanSpec>();
  private readonly blocks: BlockTables[];
  private readonly unitsAcross: number;
  private readonly unitHeight: number;
  /** DC values of the last blocks, by component. */
  private readonly values = [0, 0, 0];
  /** What the decoder of the strip will take them for. */
  private readonly predicted = [0, 0, 0];
  private units = 0;
  private restart = 0;

  constructor(
    private readonly frame: JpegFrame,
    file: Uint8Array,
  ) {
    const { components, tables, width } = frame;
    this.bits = new ScanBits(file, frame.data);
    for (const [key, spec] of tables) {
      this.tables.set(key, key.startsWith('0') ? withAllSizes(spec) : spec);
    }
    const known = new Map([...this.tables].map(([key, spec]) => [key, new HuffmanTable(spec)]));
    const tableOf = (key: string) => {
      const table = known.get(key);
      if (!table) throw new MalformedScan('a table is missing');
      return table;
    };
    this.blocks = components.flatMap(({ across, down, dcTable, acTable }, component) => {
      const block = { component, dc: tableOf(`0 ${dcTable}`), ac: tableOf(`1 ${acTable}`) };
      return Array.from({ length: across * down }, () => block);
    });
    const most = (side: 'across' | 'down') => Math.max(...components.map((each) => each[side]));
    this.unitsAcross = Math.ceil(width / 8 / most('across'));
    this.unitHeight = 8 * most('down');
  }

  *strips(pixels: number): Generator<Uint8Array> {
    const { width, height } = this.frame;
    const unitRows = Math.max(1, Math.floor(pixels / (width * this.unitHeight)));
    for (let top = 0; top < height; top += unitRows * this.unitHeight) {
      const rows = Math.min(unitRows * this.unitHeight, height - top);
      yield this.strip(rows);
    }
  }

  private strip(rows: number): Uint8Array {
    const { frame, bits } = this;
    const writer = new BitWriter(0x10000);
    const units = Math.ceil(rows / this.unitHeight) * this.unitsAcross;
    this.predicted.fill(0);
    let isAnew = true;
    let from = bits.at;
    for (let unit = 0; unit < units; unit++) {
      if (this.isRestart()) {
        writer.copy(bits, from, bits.at);
        from = this.begin();
        // A strip's own beginning is told from nought in any case.
        if (!isAnew) this.predicted.splice(0, 3, ...this.values);
        this.values.fill(0);
        isAnew = true;
      }
      from = this.unit(writer, from, isAnew);
      isAnew = false;
    }
    writer.copy(bits, from, bits.at);
    const head = Buffer.from(frame.frameSegment);
    head.writeUInt16BE(rows, 5);
    return Buffer.concat([
      Buffer.of(0xff, 0xd8),
      ...frame.kept,
      head,
      tableSegment(this.tables),
      frame.scanSegment,
      writer.finish(),
      Buffer.of(0xff, 0xd9),
    ]);
  }

  private isRestart(): boolean {
    const { restartInterval } = this.frame;
    const { units } = this;
    this.units += 1;
    return restartInterval > 0 && units > 0 && units % restartInterval === 0;
  }

  /** Goes on after a restart marker; gives where. */
  private begin(): number {
    const at = this.bits.restarts[this.restart++];
    if (at === undefined || at < this.bits.at) throw new MalformedScan('a restart is missing');
    this.bits.at = at;
    return at;
  }

  /** Passes over a unit; where predictions begin anew, writes what they are to be. */
  private unit(writer: BitWriter, start: number, isAnew: boolean): number {
    const { bits, values, predicted } = this;
    let from = start;
    let last = -1;
    for (const { component, dc, ac } of this.blocks) {
      const before = bits.at;
      const value = (values[component] as number) + bits.signed(bits.symbol(dc));
      values[component] = value;
      if (isAnew && component !== last) {
        writer.copy(bits, from, before);
        from = bits.at;
        this.write(writer, dc, value - (predicted[component] as number));
      }
      last = component;
      for (let index = 1; index < 64; ) {
        const symbol = bits.symbol(ac);
        const size = symbol & 15;
        if (size === 0 && symbol !== 0xf0) break;
        index += (symbol >> 4) + 1;
        if (index > 64) throw new MalformedScan('a block has too many values');
        bits.skip(size);
      }
    }
    return from;
  }

  private write(writer: BitWriter, table: HuffmanTable, difference: number): void {
    const size = 32 - Math.clz32(Math.abs(difference));
    const known = table.codes.get(size);
    if (!known) throw new MalformedScan('a value is too large');
    writer.put(known.code, known.length);
    if (size > 0) writer.put(difference < 0 ? difference - 1 : difference, size);
  }
}

/**
 * A JPEG as several of whole rows each, from the top down, of about so many pixels; undefined where
 * it is one that cannot be cut. Damage may show on the way.
 *
 * @throws MalformedScan
 */
export function jpegStrips(
  file: Uint8Array,
  pixels: number,
): { width: number; height: number; strips: Generator<Uint8Array> } | undefined {
  const frame = readFrame(file);
  if (!frame || frame.width === 0 || frame.height === 0) return undefined;
  const cutter = new StripCutter(frame, file);
  return { width: frame.width, height: frame.height, strips: cutter.strips(pixels) };
}
