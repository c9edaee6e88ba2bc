import { type PDFContext, PDFRawStream, PDFStream } from 'pdf-lib';
import { identifierPlaceholder } from './identifier.js';
import { objectStreams } from './object-streams.js';
import { ObjectTexts } from './object-texts.js';
import { pack } from './pack.js';

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

class FileWriter {
  private readonly parts: Uint8Array[] = [];
  private readonly offsets = new Map<number, number>();
  /** Objects that stand in object streams, by the number of each. */
  private readonly streams = new Map<number, readonly number[]>();
  private size = 0;

  add(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.parts.push(part);
      this.size += part.length;
    }
  }

  indirect(number: number, ...body: Uint8Array[]): void {
    this.offsets.set(number, this.size);
    this.add(latin1(`${number} 0 obj\n`), ...body, latin1('\nendobj\n'));
  }

  packed(number: number, entries: string, bytes: Uint8Array): void {
    const dict = `<<\n${entries}\n/Filter /FlateDecode\n/Length ${bytes.length}\n>>\nstream\n`;
    this.indirect(number, latin1(dict), bytes, latin1('\nendstream'));
  }

  /** Packs objects into object streams, numbered from `first` on; returns the number after the last. */
  async objectStreams(all: readonly ObjectTexts[], first: number): Promise<number> {
    let number = first;
    for (const { entries, packed, numbers } of await objectStreams(all)) {
      this.streams.set(number, numbers);
      this.packed(number, entries, packed);
      number += 1;
    }
    return number;
  }

  /** The table of all objects (ISO 32000-1, 7.5.8): a byte, four bytes and two bytes an entry. */
  async crossReferences(number: number, trailer: string): Promise<void> {
    const start = this.size;
    this.offsets.set(number, start);
    const count = number + 1;
    const table = Buffer.alloc(count * 7, Buffer.from([0, 0, 0, 0, 0, 0xff, 0xff]));
    const put = (object: number, kind: 1 | 2, where: number, index: number) => {
      table[object * 7] = kind;
      table.writeUInt32BE(where, object * 7 + 1);
      table.writeUInt16BE(index, object * 7 + 5);
    };
    for (const [object, offset] of this.offsets) put(object, 1, offset, 0);
    for (const [stream, numbers] of this.streams) {
      numbers.forEach((object, index) => {
        put(object, 2, stream, index);
      });
    }
    const entries = `/Type /XRef\n/Size ${count}\n/W [1 4 2]\n${trailer}`;
    this.packed(number, entries, await pack(table));
    this.add(latin1(`startxref\n${start}\n%%EOF\n`));
  }

  /** The same as a table in letters (ISO 32000-1, 7.5.4), for readers that know no other. */
  crossReferenceTable(count: number, trailer: string): void {
    const start = this.size;
    const lines = Array.from({ length: count }, (_, number) => {
      const offset = this.offsets.get(number);
      if (offset === undefined) return '0000000000 65535 f\r\n';
      return `${String(offset).padStart(10, '0')} 00000 n\r\n`;
    });
    this.add(latin1(`xref\n0 ${count}\n${lines.join('')}`));
    this.add(latin1(`trailer\n<<\n/Size ${count}\n${trailer}\n>>\n`));
    this.add(latin1(`startxref\n${start}\n%%EOF\n`));
  }

  finish(): Uint8Array {
    const file = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }
}

/**
 * All objects of the context and those `written`, as a file: streams as they are, the rest packed
 * into object streams, which PDF knows from 1.5 on; before, each stands by itself. The library's
 * own writer does the same with a slower deflate, and calls every file 1.7.
 */
export async function serialise(
  context: PDFContext,
  written: ObjectTexts,
  version: readonly [major: number, minor: number],
): Promise<Uint8Array> {
  const writer = new FileWriter();
  // Four bytes past 127 tell tools that carry files about that this one is binary.
  writer.add(latin1(`%PDF-${version.join('.')}\n%\xe2\xe3\xcf\xd3\n`));
  const loose = new ObjectTexts();
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) writer.indirect(reference.objectNumber, ...bytesOf(object));
    else loose.add(reference.objectNumber, object.toString());
  }
  const { Root: root, Info: info } = context.trailerInfo;
  const id = `<${identifierPlaceholder.hex}>`;
  const trailer = `/Root ${root}\n${info ? `/Info ${info}\n` : ''}/ID [ ${id} ${id} ]`;
  const next = context.largestObjectNumber + 1;
  if (version[0] > 1 || version[1] >= 5) {
    const last = await writer.objectStreams([loose, written], next);
    await writer.crossReferences(last, trailer);
  } else {
    for (const texts of [loose, written]) {
      for (let index = 0; index < texts.count; index++) {
        writer.indirect(texts.numberOf(index), Uint8Array.from(texts.textOf(index)));
      }
    }
    writer.crossReferenceTable(next, trailer);
  }
  return writer.finish();
}
