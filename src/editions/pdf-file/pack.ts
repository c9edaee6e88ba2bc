import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';

/** More packs little closer and takes much longer. */
const packing = { level: 5, memLevel: 9 };
/** Streams packed at once: each takes memory of its own. */
const lanes = 4;

const beside = promisify(deflate) as (
  bytes: Uint8Array,
  options: typeof packing,
) => Promise<Uint8Array>;

export function packNow(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, packing);
}

/** As {@link packNow}, on another thread. */
export function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return beside(bytes, packing);
}

/** What is being packed beside the program's own work, a few at once. */
export class PackingBeside {
  private readonly underWay: Promise<void>[] = [];

  /** Hands over what is packed to `take`; resolves as soon as there is room for the next. */
  async add(bytes: Uint8Array, take: (packed: Uint8Array) => void): Promise<void> {
    this.underWay.push(pack(bytes).then(take));
    if (this.underWay.length > lanes) await this.underWay.shift();
  }

  /** Resolves once all is packed. */
  async done(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
