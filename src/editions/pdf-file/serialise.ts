import { type PDFContext, PDFRawStream, PDFStream } from 'pdf-lib';
import { identifierPlaceholder } from './identifier.js';
import { pack, packAll } from './pack.js';

/**
 * Objects an object stream holds: many, since they pack the better the more there are; not all,
 * since a reader must unpack the whole stream for one of them.
 */
const objectsPerStream = 200;

const latin1 = (text: string) => Buffer.from(text, 'latin1');

function bytesOf(object: PDFStream): Uint8Array[] {
  // As text: the library would measure each object first, and write its numbers twice.
  if (object instanceof PDFRawStream) {
    object.updateDict();
    return [latin1(`${object.dict}\nstream\n`), object.contents, latin1('\nendstream')];
  }
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return [bytes];
}

/** An object as its number and its text. */
export type WrittenObject = readonly [number: number, body: string];

/** Where an object stands: at an offset of the file, or at an index of an object stream. */
type Entry = { offset: number } | { stream: number; index: number };

class FileWriter {
  private readonly parts: Uint8Array[] = [];
  private readonly entries = new Map<number, Entry>();
  private size = 0;

  add(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.parts.push(part);
      this.size += part.length;
    }
  }

  place(number: number, entry: Entry): void {
    this.entries.set(number, entry);
  }

  indirect(number: number, ...body: Uint8Array[]): void {
    this.place(number, { offset: this.size });
    this.add(latin1(`${number} 0 obj\n`), ...body, latin1('\nendobj\n'));
  }

  stream(number: number, { entries, packed }: PackedStream): void {
    const dict = `<<\n${entries}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`;
    this.indirect(number, latin1(dict), packed, latin1('\nendstream'));
  }

  /** The table of all objects (ISO 32000-1, 7.5.8): a byte, four bytes and two bytes an entry. */
  async crossReferences(number: number, trailer: string): Promise<void> {
    const start = this.size;
    this.place(number, { offset: start });
    const count = number + 1;
    const table = Buffer.alloc(count * 7, Buffer.from([0, 0, 0, 0, 0, 0xff, 0xff]));
    for (const [each, entry] of this.entries) {
      const at = each * 7;
      const isPacked = 'stream' in entry;
      table[at] = isPacked ? 2 : 1;
      table.writeUInt32BE(isPacked ? entry.stream : entry.offset, at + 1);
      table.writeUInt16BE(isPacked ? entry.index : 0, at + 5);
    }
    const entries = `/Type /XRef\n/Size ${count}\n/W [1 4 2]\n${trailer}`;
    this.stream(number, { entries, packed: await pack(table) });
    this.add(latin1(`startxref\n${start}\n%%EOF\n`));
  }

  /** The same as a table in letters (ISO 32000-1, 7.5.4), for readers that know no other. */
  crossReferenceTable(count: number, trailer: string): void {
    const start = this.size;
    const lines = Array.from({ length: count }, (_, number) => {
      const entry = this.entries.get(number);
      const offset = entry && 'offset' in entry ? entry.offset : undefined;
      if (offset === undefined) return '0000000000 65535 f\r\n';
      return `${String(offset).padStart(10, '0')} 00000 n\r\n`;
    });
    this.add(latin1(`xref\n0 ${count}\n${lines.join('')}`));
    this.add(latin1(`trailer\n<<\n/Size ${count}\n${trailer}\n>>\n`));
    this.add(latin1(`startxref\n${start}\n%%EOF\n`));
  }

  finish(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.parts));
  }
}

interface PackedStream {
  /** Of its dictionary, but for length and filter. */
  entries: string;
  packed: Uint8Array;
}

/** Objects as an object stream (ISO 32000-1, 7.5.7), not packed yet. */
function objectStream(objects: readonly WrittenObject[]): { entries: string; text: Buffer } {
  let head = '';
  let offset = 0;
  for (const [number, body] of objects) {
    head += `${number} ${offset} `;
    offset += body.length + 1;
  }
  const text = `${head}\n${objects.map(([, body]) => body).join('\n')}\n`;
  const entries = `/Type /ObjStm\n/N ${objects.length}\n/First ${head.length + 1}`;
  return { entries, text: latin1(text) };
}

/** Puts objects into object streams, numbered from `first` on; returns the number after the last. */
async function writeStreams(
  writer: FileWriter,
  loose: readonly WrittenObject[],
  first: number,
): Promise<number> {
  const groups: WrittenObject[][] = [];
  for (let at = 0; at < loose.length; at += objectsPerStream) {
    groups.push(loose.slice(at, at + objectsPerStream));
  }
  const streams = groups.map(objectStream);
  const packed = await packAll(streams.map(({ text }) => text));
  for (const [index, { entries }] of streams.entries()) {
    const number = first + index;
    groups[index]?.forEach(([object], at) => {
      writer.place(object, { stream: number, index: at });
    });
    writer.stream(number, { entries, packed: packed[index] as Uint8Array });
  }
  return first + streams.length;
}

/**
 * All objects of the context and those `written`, as a file: streams as they are, the rest packed
 * into object streams, which PDF knows from 1.5 on; before, each stands by itself. The library's
 * own writer does the same with a slower deflate, and calls every file 1.7.
 */
export async function serialise(
  context: PDFContext,
  written: readonly WrittenObject[],
  version: readonly [major: number, minor: number],
): Promise<Uint8Array> {
  const writer = new FileWriter();
  // Four bytes past 127 tell tools that carry files about that this one is binary.
  writer.add(latin1(`%PDF-${version.join('.')}\n%\xe2\xe3\xcf\xd3\n`));
  const loose: WrittenObject[] = [];
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) writer.indirect(reference.objectNumber, ...bytesOf(object));
    else loose.push([reference.objectNumber, object.toString()]);
  }
  loose.push(...written);
  const { Root: root, Info: info } = context.trailerInfo;
  const id = `<${identifierPlaceholder.hex}>`;
  const trailer = `/Root ${root}\n${info ? `/Info ${info}\n` : ''}/ID [ ${id} ${id} ]`;
  const next = context.largestObjectNumber + 1;
  if (version[0] > 1 || version[1] >= 5) {
    await writer.crossReferences(await writeStreams(writer, loose, next), trailer);
  } else {
    for (const [number, body] of loose) writer.indirect(number, latin1(body));
    writer.crossReferenceTable(next, trailer);
  }
  return writer.finish();
}
