import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  PDFRawStream,
} from 'pdf-lib';
import { arrayAt, nameAt, pdfName } from './objects.js';

type LiteralObject = Record<string, Literal>;
type Literal = string | number | boolean | PDFObject | Literal[] | { [key: string]: Literal };

/** The bytes of a stream, filters undone. Image filters (DCT, JPX, …) cannot be and throw. */
export function decodeStream(stream: PDFRawStream): Uint8Array {
  const plain = !stream.dict.has(pdfName('DecodeParms'));
  // The ordinary case by the fast road: the library's own inflate is several times slower.
  if (plain && nameAt(stream.dict, 'Filter') === 'FlateDecode') return inflateSync(stream.contents);
  return decodePDFRawStream(stream).decode();
}

/** Replaces a stream's bytes, compressed; its dictionary loses the old filter. */
export function replaceStream(stream: PDFRawStream, bytes: Uint8Array): void {
  const compressed = deflateSync(bytes, { level: 7 });
  stream.dict.delete(pdfName('DecodeParms'));
  stream.dict.set(pdfName('Filter'), pdfName('FlateDecode'));
  // The contents are read-only by type alone; a new object would need a new reference.
  (stream as { contents: Uint8Array }).contents = new Uint8Array(compressed);
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

export function setPageContent(page: PDFDict, bytes: Uint8Array): void {
  const single = page.lookup(pdfName('Contents'));
  if (single instanceof PDFRawStream) replaceStream(single, bytes);
  else page.set(pdfName('Contents'), page.context.register(newStream(page.context, bytes)));
}
