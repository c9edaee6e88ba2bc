import { type PDFContext, PDFDict, type PDFRef } from 'pdf-lib';
import { identify } from './identifier.js';
import { arrayAt, dictAt, nameText, sweep } from './objects.js';
import { type PrintedStructure, readPrinted } from './printed-objects.js';
import { serialise, type WrittenObject } from './serialise.js';
import { streamsPacked } from './streams.js';

export interface Sheet {
  reference: PDFRef;
  dict: PDFDict;
}

/** An opened PDF. */
export interface PdfFile {
  context: PDFContext;
  catalog: PDFDict;
  /** In order. */
  sheets: Sheet[];
  /** The bytes as the browser printed them. */
  printed: Uint8Array;
  /** The structure tree as printed; it is not part of the file that is saved. */
  structure?: PrintedStructure;
  /** Objects beside those of the context. */
  written: WrittenObject[];
}

function sheetsUnder(node: PDFDict): Sheet[] {
  const kids = arrayAt(node, 'Kids')?.asArray() ?? [];
  return kids.flatMap((kid): Sheet[] => {
    const dict = node.context.lookup(kid);
    if (!(dict instanceof PDFDict)) return [];
    return arrayAt(dict, 'Kids') ? sheetsUnder(dict) : [{ reference: kid as PDFRef, dict }];
  });
}

/** Opens what the browser printed. */
export async function openPrinted(bytes: Uint8Array): Promise<PdfFile> {
  const { context, catalog, structure } = await readPrinted(bytes);
  const pages = dictAt(catalog, 'Pages');
  const sheets = pages ? sheetsUnder(pages) : [];
  return { context, catalog, sheets, printed: bytes, structure, written: [] };
}

/** The file as bytes: unreachable objects gone, the rest packed, its ID taken from its contents. */
export async function saveFile(
  { context, written }: PdfFile,
  version: readonly [major: number, minor: number],
): Promise<Uint8Array> {
  sweep(context);
  await streamsPacked(context);
  return identify(await serialise(context, written, version));
}

/** Leaves of a dictionary's entries only the keys named: what else the print engine wrote goes. */
export function keepOnly(dict: PDFDict, keys: ReadonlySet<string>): void {
  for (const key of dict.keys()) {
    if (!keys.has(nameText(key))) dict.delete(key);
  }
}

/** A page's resources, which it may inherit from the page tree. */
export function resourcesOf(page: PDFDict): PDFDict {
  const own = dictAt(page, 'Resources');
  if (own) return own;
  const parent = dictAt(page, 'Parent');
  return parent ? resourcesOf(parent) : page.context.obj({});
}
