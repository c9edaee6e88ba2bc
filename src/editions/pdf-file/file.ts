import { type PDFContext, PDFDict, PDFNumber, type PDFRef } from 'pdf-lib';
import { identify } from './identifier.js';
import { ObjectTexts } from './object-texts.js';
import { arrayAt, dictAt, nameText, numberAt, pdfName, sweep } from './objects.js';
import { type PrintedStructure, readFurther, readPrinted } from './printed-objects.js';
import { serialise } from './serialise.js';
import { streamsPacked } from './streams.js';
import { retagSubsets } from './subset-tags.js';

export interface Sheet {
  reference: PDFRef;
  dict: PDFDict;
}

/** The structure of some of a file's sheets. */
export interface SheetsStructure {
  structure: PrintedStructure;
  sheets: readonly Sheet[];
  /** Index of the first of them. */
  firstSheet: number;
}

/** An opened PDF. */
export interface PdfFile {
  context: PDFContext;
  catalog: PDFDict;
  /** In order. */
  sheets: Sheet[];
  /** What the browser printed, as it was given. */
  printed: readonly Uint8Array[];
  /** The structure trees as printed; they are not part of the file that is saved. */
  structures: SheetsStructure[];
  /** Objects beside those of the context. */
  written: ObjectTexts;
}

function sheetsUnder(node: PDFDict): Sheet[] {
  const kids = arrayAt(node, 'Kids')?.asArray() ?? [];
  return kids.flatMap((kid): Sheet[] => {
    const dict = node.context.lookup(kid);
    if (!(dict instanceof PDFDict)) return [];
    return arrayAt(dict, 'Kids') ? sheetsUnder(dict) : [{ reference: kid as PDFRef, dict }];
  });
}

/** Puts the pages under a root of the page tree behind those under another. */
function joinPages(catalog: PDFDict, further: PDFDict): void {
  const [root, other] = [catalog, further].map((each) => dictAt(each, 'Pages'));
  const kids = root && arrayAt(root, 'Kids');
  const reference = further.get(pdfName('Pages'));
  if (!root || !other || !kids || !reference) return;
  kids.push(reference);
  const count = (numberAt(root, 'Count') ?? 0) + (numberAt(other, 'Count') ?? 0);
  root.set(pdfName('Count'), PDFNumber.of(count));
  other.set(pdfName('Parent'), catalog.get(pdfName('Pages')) as PDFRef);
}

/** Opens what the browser printed: files that go on where the one before ends, as one. */
export async function openPrinted(printed: readonly Uint8Array[]): Promise<PdfFile> {
  const [first, ...further] = printed;
  if (!first) throw new RangeError('nothing was printed');
  const { context, catalog, structure } = await readPrinted(first);
  const written = new ObjectTexts();
  const file: PdfFile = { context, catalog, sheets: [], printed, structures: [], written };
  const add = (pages: PDFDict | undefined, own: PrintedStructure | undefined) => {
    const sheets = pages ? sheetsUnder(pages) : [];
    const firstSheet = file.sheets.length;
    if (own) file.structures.push({ structure: own, sheets, firstSheet });
    file.sheets.push(...sheets);
  };
  add(dictAt(catalog, 'Pages'), structure);
  for (const [index, bytes] of further.entries()) {
    const other = readFurther(bytes, context);
    retagSubsets(context, index + 1, other.references);
    add(dictAt(other.catalog, 'Pages'), other.structure);
    joinPages(catalog, other.catalog);
  }
  return file;
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
