import { PDFContext, PDFDict, PDFParser, PDFRef } from 'pdf-lib';
import { type CrossReferences, readCrossReferences } from './cross-references.js';
import { ObjectReader, UnusualObject } from './object-reader.js';
import { follow, nameText, pdfName } from './objects.js';
import { Dictionary, PlainReader, type PlainValue } from './plain-values.js';

/** The structure tree as printed: elements by the hundred a page, so they are read as plain data. */
export interface PrintedStructure {
  root: Dictionary;
  /** The object of a number, which is the printed file's own. */
  at(number: number): PlainValue;
  /** What the file's own numbers have become greater by where it was joined to others. */
  raisedBy: number;
}

/** What the browser printed: of its catalog only the pages, and the structure tree apart. */
export interface PrintedObjects {
  context: PDFContext;
  catalog: PDFDict;
  structure?: PrintedStructure;
}

/** What the browser printed, and which objects it holds. */
export interface JoinedObjects extends PrintedObjects {
  references: ReadonlySet<PDFRef>;
}

const keptKeys = new Set(['Type', 'Pages']);

function separate(
  context: PDFContext,
  catalog: PDFDict,
  raisedBy: number,
  at: PrintedStructure['at'],
): PrintedObjects {
  const reference = catalog.get(pdfName('StructTreeRoot'));
  // Before it is followed: an outline would lead to the structure's elements one by one.
  for (const key of catalog.keys()) if (!keptKeys.has(nameText(key))) catalog.delete(key);
  const root = reference instanceof PDFRef ? at(reference.objectNumber - raisedBy) : undefined;
  const structure = root instanceof Dictionary ? { root, at, raisedBy } : undefined;
  return { context, catalog, structure };
}

/**
 * Reads each object that the trailer leads to where the table says that it stands.
 *
 * @param context May hold the objects of other files: the numbers of these are raised above them.
 */
function readByTable(
  bytes: Uint8Array,
  { offsets, trailer }: CrossReferences,
  context: PDFContext,
): JoinedObjects | undefined {
  const raisedBy = context.largestObjectNumber;
  const reader = new ObjectReader(bytes, context, raisedBy);
  const head = reader.objectAt(trailer);
  if (!(head instanceof PDFDict) || head.has(pdfName('Prev')) || head.has(pdfName('Encrypt'))) {
    return undefined;
  }
  const load = (reference: PDFRef) => {
    const at = offsets[reference.objectNumber - raisedBy];
    if (!at) return undefined;
    // `12 0 obj`: the word's end is where the object begins.
    const object = reader.objectAt(bytes.indexOf(letterJ, at) + 1);
    context.assign(reference, object);
    return object;
  };
  const root = head.get(pdfName('Root'));
  const catalog = root instanceof PDFRef ? load(root) : undefined;
  if (!(catalog instanceof PDFDict)) return undefined;
  context.trailerInfo.Root ??= root;
  const plain = new PlainReader(bytes);
  const printed = separate(context, catalog, raisedBy, (number) => {
    const at = offsets[number];
    return at ? plain.objectAt(at) : null;
  });
  const references = follow([catalog], load);
  return { ...printed, references };
}

const letterJ = 106;

async function readAll(bytes: Uint8Array): Promise<PrintedObjects> {
  // The parser would else pause for the clock after every hundred objects. It alone is used, not
  // the library's document: that one knows forms and fonts, which take long to load.
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY);
  const context = await parser.parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new Error('the browser printed no PDF');
  return separate(context, catalog, 0, (number) => {
    const written = context.lookup(PDFRef.of(number))?.toString() ?? 'null';
    return new PlainReader(Buffer.from(written, 'latin1')).readAt(0);
  });
}

/** Reads a printed file: by its table of cross references, else from beginning to end. */
export async function readPrinted(bytes: Uint8Array): Promise<PrintedObjects> {
  const table = readCrossReferences(bytes);
  try {
    return (table && readByTable(bytes, table, PDFContext.create())) ?? readAll(bytes);
  } catch (error) {
    if (error instanceof UnusualObject) return readAll(bytes);
    throw error;
  }
}

/**
 * Reads a further printed file into the context of others. Its catalog is none of theirs: what it
 * leads to is for the caller to join.
 */
export function readFurther(bytes: Uint8Array, context: PDFContext): JoinedObjects {
  const table = readCrossReferences(bytes);
  const printed = table && readByTable(bytes, table, context);
  if (!printed) throw new Error('the browser printed no PDF that can be joined to another');
  return printed;
}
