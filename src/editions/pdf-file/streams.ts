import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  PDFRawStream,
} from 'pdf-lib';
import { arrayAt, nameAt, pdfName } from './objects.js';
import { PackingBeside, packNow } from './pack.js';

type LiteralObject = Record<string, Literal>;
type Literal = string | number | boolean | PDFObject | Literal[] | { [key: string]: Literal };

/** How much larger streams mostly are than they are packed: they are then not put together from pieces. */
const packedTimes = 8;

/** The bytes of a stream, filters undone. Image filters (DCT, JPX, …) cannot be and throw. */
export function decodeStream(stream: PDFRawStream): Uint8Array {
  const plain = !stream.dict.has(pdfName('DecodeParms'));
  // The ordinary case by the fast road: the library's own inflate is several times slower.
  if (plain && nameAt(stream.dict, 'Filter') === 'FlateDecode')
    return inflateSync(stream.contents, {
      chunkSize: Math.max(1024, stream.contents.length * packedTimes),
    });
  return decodePDFRawStream(stream).decode();
}

/** What is being packed beside the program's own work, by file. */
const underWay = new WeakMap<PDFContext, PackingBeside>();

/** Resolves once all streams of a file are packed. */
export async function streamsPacked(context: PDFContext): Promise<void> {
  await underWay.get(context)?.done();
}

/** As {@link replaceStream}, on another thread; resolves as soon as there is room for the next. */
async function replaceStreamBeside(stream: PDFRawStream, bytes: Uint8Array): Promise<void> {
  const { context } = stream.dict;
  const others = underWay.get(context) ?? new PackingBeside();
  underWay.set(context, others);
  await others.add(bytes, (packed) => setPacked(stream, packed));
}

/** Replaces a stream's bytes, compressed; its dictionary loses the old filter. */
export function replaceStream(stream: PDFRawStream, bytes: Uint8Array): void {
  setPacked(stream, packNow(bytes));
}

function setPacked(stream: PDFRawStream, compressed: Uint8Array): void {
  stream.dict.delete(pdfName('DecodeParms'));
  stream.dict.set(pdfName('Filter'), pdfName('FlateDecode'));
  // The contents are read-only by type alone; a new object would need a new reference.
  (stream as { contents: Uint8Array }).contents = compressed;
  stream.updateDict();
}

export function newStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: LiteralObject = {},
): PDFRawStream {
  const stream = PDFRawStream.of(context.obj(entries), bytes);
  replaceStream(stream, bytes);
  return stream;
}

/** The content of a page as one run of bytes: its streams joined by line ends (ISO 32000-1, 7.8.2). */
export function pageContent(page: PDFDict): Uint8Array {
  const single = page.lookup(pdfName('Contents'));
  if (single instanceof PDFRawStream) return decodeStream(single);
  const several = arrayAt(page, 'Contents') ?? PDFArray.withContext(page.context);
  const parts: Uint8Array[] = [];
  for (let index = 0; index < several.size(); index++) {
    const stream = several.lookup(index);
    if (stream instanceof PDFRawStream) parts.push(decodeStream(stream), Uint8Array.of(10));
  }
  return Buffer.concat(parts);
}

/**
 * Puts other content in place of a page's; it can be read again once {@link streamsPacked} resolves.
 * To be awaited before the next page's.
 */
export async function setPageContent(page: PDFDict, bytes: Uint8Array): Promise<void> {
  const { context } = page;
  let stream = page.lookup(pdfName('Contents'));
  if (!(stream instanceof PDFRawStream)) {
    stream = PDFRawStream.of(context.obj({}), new Uint8Array());
    page.set(pdfName('Contents'), context.register(stream));
  }
  await replaceStreamBeside(stream as PDFRawStream, bytes);
}
