import {
  PDFArray,
  PDFContext,
  PDFDict,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { openPrinted, type PdfFile, sheetsUnder } from './file.js';
import { dictAt, nameText, pdfName } from './objects.js';

/** What leads from pages to links and tags, and from the catalogue to all but the pages. */
const passedOver = new Set(['Annots', 'StructTreeRoot', 'Outlines', 'Names', 'Dests']);

const lengthOfEntry = 20;

/** Where each object of a file begins, by its number, as a table in letters has it (ISO 32000-1, 7.5.4). */
class CrossReferences {
  private constructor(
    private readonly file: Buffer,
    private readonly start: number,
    readonly count: number,
    /** Where the trailer's dictionary begins. */
    readonly trailer: number,
  ) {}

  /** Undefined where the file has no such table, or more than one. */
  static of(file: Buffer): CrossReferences | undefined {
    const near = file.toString('latin1', Math.max(0, file.length - 64));
    const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(near)?.[1] ?? Number.NaN);
    const head = Number.isNaN(at) ? '' : file.toString('latin1', at, at + 40);
    const [whole, count = ''] = /^xref\s+0 (\d+)\s*?\r?\n/.exec(head) ?? [];
    if (whole === undefined) return undefined;
    const start = at + whole.length;
    const end = start + Number(count) * lengthOfEntry;
    const isOnly = /^\s*trailer\s*<</.exec(file.toString('latin1', end, end + 20));
    if (!isOnly) return undefined;
    return new CrossReferences(file, start, Number(count), end + isOnly[0].length - 2);
  }

  /** Where an object's own bytes begin, after its number; undefined where there is none. */
  offset({ objectNumber, generationNumber }: PDFRef): number | undefined {
    if (objectNumber >= this.count) return undefined;
    const at = this.start + objectNumber * lengthOfEntry;
    const entry = /^(\d{10}) (\d{5}) n/.exec(this.file.toString('latin1', at, at + 18));
    if (!entry) return undefined;
    const place = Number(entry[1]);
    const header = `${objectNumber} ${generationNumber} obj`;
    const isThere = this.file.toString('latin1', place, place + header.length) === header;
    return isThere ? place + header.length : undefined;
  }
}

/** Reads objects as something leads to them. */
class PageReader {
  readonly context = PDFContext.create();
  private readonly open: PDFRef[] = [];
  private readonly seen = new Set<PDFRef>();

  constructor(
    private readonly file: Buffer,
    private readonly places: CrossReferences,
  ) {}

  parse(offset: number): PDFObject {
    return PDFObjectParser.forBytes(this.file.subarray(offset), this.context).parseObject();
  }

  /** Reads all that an object leads to; false where something is not where the table says. */
  follow(first: PDFRef): boolean {
    this.visit(first);
    for (let next = this.open.pop(); next; next = this.open.pop()) {
      const offset = this.places.offset(next);
      if (offset === undefined) return false;
      const object = this.parse(offset);
      this.context.assign(next, object);
      this.visit(object);
    }
    return true;
  }

  private visit(value: PDFObject): void {
    if (value instanceof PDFRef) {
      if (this.seen.has(value)) return;
      this.seen.add(value);
      this.open.push(value);
    } else if (value instanceof PDFRawStream) this.visit(value.dict);
    else if (value instanceof PDFArray) for (const item of value.asArray()) this.visit(item);
    else if (value instanceof PDFDict) {
      for (const [key, item] of value.entries()) {
        if (!passedOver.has(nameText(key))) this.visit(item);
      }
    }
  }
}

/**
 * Opens what the browser printed without its tags, links and bookmarks, which are most of its
 * objects: references to them lead nowhere. A file that is not as the browser writes it is opened
 * whole.
 */
export async function openPages(bytes: Uint8Array): Promise<PdfFile> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = CrossReferences.of(file);
  if (!places) return openPrinted(bytes);
  const reader = new PageReader(file, places);
  const trailer = reader.parse(places.trailer);
  const root = trailer instanceof PDFDict ? trailer.get(pdfName('Root')) : undefined;
  if (!(root instanceof PDFRef) || !reader.follow(root)) return openPrinted(bytes);
  const { context } = reader;
  const catalog = context.lookup(root);
  const pages = catalog instanceof PDFDict ? dictAt(catalog, 'Pages') : undefined;
  if (!(catalog instanceof PDFDict) || !pages) return openPrinted(bytes);
  context.trailerInfo.Root = root;
  return { context, catalog, sheets: sheetsUnder(pages) };
}
