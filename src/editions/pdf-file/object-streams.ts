import { ByteWriter } from './byte-writer.js';
import type { ObjectTexts } from './object-texts.js';
import { PackingBeside } from './pack.js';

/**
 * Objects an object stream holds: many, since they pack the better the more there are; not all,
 * since a reader must unpack the whole stream for one of them.
 */
const objectsPerStream = 200;

/** An object stream (ISO 32000-1, 7.5.7). */
export interface ObjectStream {
  /** Of its dictionary, but for length and filter. */
  entries: string;
  packed: Uint8Array;
  /** The numbers of the objects in it. */
  numbers: readonly number[];
}

/** The objects of several texts, in order, a stream's worth at a time. */
function* groupsOf(
  all: readonly ObjectTexts[],
): Generator<readonly [texts: ObjectTexts, index: number][]> {
  let group: [ObjectTexts, number][] = [];
  for (const texts of all) {
    for (let index = 0; index < texts.count; index++) {
      group.push([texts, index]);
      if (group.length < objectsPerStream) continue;
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

/** Puts objects into object streams, packed a few at once on other threads. */
export async function objectStreams(all: readonly ObjectTexts[]): Promise<ObjectStream[]> {
  const streams: ObjectStream[] = [];
  const packing = new PackingBeside();
  const writer = new ByteWriter(0x10000);
  for (const group of groupsOf(all)) {
    let head = '';
    let offset = 0;
    for (const [texts, index] of group) {
      head += `${texts.numberOf(index)} ${offset} `;
      offset += texts.lengthOf(index) + 1;
    }
    writer.text(`${head}\n`);
    for (const [texts, index] of group) {
      texts.write(index, writer);
      writer.text('\n');
    }
    const stream: ObjectStream = {
      entries: `/Type /ObjStm\n/N ${group.length}\n/First ${head.length + 1}`,
      packed: new Uint8Array(),
      numbers: group.map(([texts, index]) => texts.numberOf(index)),
    };
    streams.push(stream);
    await packing.add(writer.take(), (packed) => {
      stream.packed = packed;
    });
  }
  await packing.done();
  return streams;
}
