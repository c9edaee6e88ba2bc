import { type PDFContext, PDFDict, PDFParser, type PDFRef } from 'pdf-lib';
import { identify } from './identifier.js';
import { arrayAt, dictAt, nameText, sweep } from './objects.js';
import { serialise } from './serialise.js';
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
}

/** The pages under a node of the page tree, in order. */
export function sheetsUnder(node: PDFDict): Sheet[] {
  const kids = arrayAt(node, 'Kids')?.asArray() ?? [];
  return kids.flatMap((kid): Sheet[] => {
    const dict = node.context.lookup(kid);
    if (!(dict instanceof PDFDict)) return [];
    return arrayAt(dict, 'Kids') ? sheetsUnder(dict) : [{ reference: kid as PDFRef, dict }];
  });
}

/** Opens what the browser printed. */
export async function openPrinted(bytes: Uint8Array): Promise<PdfFile> {
  // The parser would else pause for the clock after every hundred objects. It alone is used, not
  // the library's document: that one knows forms and fonts, which take long to load.
  const context = await PDFParser.forBytesWithOptions(
    bytes,
    Number.POSITIVE_INFINITY,
  ).parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new Error('the browser printed no PDF');
  const pages = dictAt(catalog, 'Pages');
  return { context, catalog, sheets: pages ? sheetsUnder(pages) : [] };
}

/** The file as bytes: unreachable objects gone, the rest packed, its ID taken from its contents. */
export async function saveFile(
  { context }: PdfFile,
  version: readonly [major: number, minor: number],
): Promise<Uint8Array> {
  sweep(context);
  await streamsPacked(context);
  return identify(serialise(context, version));
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
