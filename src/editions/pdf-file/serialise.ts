import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';
import { identifierPlaceholder } from './identifier.js';

/**
 * Objects an object stream holds: many, since they pack the better the more there are; not all,
 * since a reader must unpack the whole stream for one of them.
 */
const objectsPerStream = 200;

const latin1 = (text: string) => Buffer.from(text, 'latin1');

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

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

  stream(number: number, entries: string, content: Uint8Array): void {
    const packed = deflateSync(content, { level: 7, memLevel: 9 });
    const dict = `<<\n${entries}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`;
    this.indirect(number, latin1(dict), packed, latin1('\nendstream'));
  }

  /** The table of all objects (ISO 32000-1, 7.5.8): a byte, four bytes and two bytes an entry. */
  crossReferences(number: number, trailer: string): void {
    const start = this.size;
    this.place(number, { offset: start });
    const count = number + 1;
    const table = Buffer.alloc(count * 7);
    for (let each = 0; each < count; each++) {
      const entry = this.entries.get(each);
      const at = each * 7;
      if (!entry) table.writeUInt16BE(0xffff, at + 5);
      else if ('offset' in entry) {
        table.writeUInt8(1, at);
        table.writeUInt32BE(entry.offset, at + 1);
      } else {
        table.writeUInt8(2, at);
        table.writeUInt32BE(entry.stream, at + 1);
        table.writeUInt16BE(entry.index, at + 5);
      }
    }
    this.stream(number, `/Type /XRef\n/Size ${count}\n/W [1 4 2]\n${trailer}`, table);
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

function writePacked(writer: FileWriter, number: number, objects: [PDFRef, PDFObject][]): void {
  const offsets: string[] = [];
  const bodies: Uint8Array[] = [];
  let offset = 0;
  objects.forEach(([reference, object], index) => {
    // As text: the library would measure each object first, and write its numbers twice.
    const body = latin1(object.toString());
    offsets.push(`${reference.objectNumber} ${offset}`);
    bodies.push(body, latin1('\n'));
    offset += body.length + 1;
    writer.place(reference.objectNumber, { stream: number, index });
  });
  const head = latin1(`${offsets.join(' ')}\n`);
  const entries = `/Type /ObjStm\n/N ${objects.length}\n/First ${head.length}`;
  writer.stream(number, entries, Buffer.concat([head, ...bodies]));
}

/**
 * All objects of the context as a file: streams as they are, the rest packed into object streams,
 * which PDF knows from 1.5 on; before, each stands by itself. The library's own writer does the
 * same with a slower deflate, and calls every file 1.7.
 */
export function serialise(
  context: PDFContext,
  version: readonly [major: number, minor: number],
): Uint8Array {
  const writer = new FileWriter();
  // Four bytes past 127 tell tools that carry files about that this one is binary.
  writer.add(latin1(`%PDF-${version.join('.')}\n%\xe2\xe3\xcf\xd3\n`));
  const packs = version[0] > 1 || version[1] >= 5;
  const packed: [PDFRef, PDFObject][] = [];
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) writer.indirect(reference.objectNumber, bytesOf(object));
    else if (packs) packed.push([reference, object]);
    else writer.indirect(reference.objectNumber, latin1(object.toString()));
  }
  const { Root: root, Info: info } = context.trailerInfo;
  const id = `<${identifierPlaceholder.hex}>`;
  const trailer = `/Root ${root}\n/Info ${info}\n/ID [ ${id} ${id} ]`;
  if (!packs) {
    writer.crossReferenceTable(context.largestObjectNumber + 1, trailer);
    return writer.finish();
  }
  let next = context.largestObjectNumber + 1;
  for (let at = 0; at < packed.length; at += objectsPerStream) {
    writePacked(writer, next++, packed.slice(at, at + objectsPerStream));
  }
  writer.crossReferences(next, trailer);
  return writer.finish();
}
