import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib';

// Ways to spoil a good file, one defect at a time.
export const name = PDFName.of;

export interface Opened {
  file: PDFDocument;
  catalog: PDFDict;
  page: PDFDict;
  /** Structure elements of a role, in the order of the file. */
  tags(role: string): PDFDict[];
  first(role: string): PDFDict;
}

export function open(file: PDFDocument): Opened {
  const dicts = file.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict);
  const tags = (role: string) => dicts.filter((dict) => dict.get(name('S')) === name(role));
  const first = (role: string) => {
    const [tag] = tags(role);
    if (!tag) throw new Error(`the file has no ${role}`);
    return tag;
  };
  return { file, catalog: file.catalog, page: file.getPage(0).node, tags, first };
}

/** Every dictionary that stands alone, those of streams among them. */
export function everyDict({ file }: Opened): PDFDict[] {
  return file.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);
}

/** The first dictionary whose entry is written so. */
export function where(opened: Opened, key: string, value: string): PDFDict {
  const found = everyDict(opened).find((dict) => String(dict.get(name(key))) === value);
  if (!found) throw new Error(`nothing has ${key} ${value}`);
  return found;
}

export const put = (dict: PDFDict, key: string, value: string) =>
  dict.set(name(key), PDFHexString.fromText(value));
export const rename = (dict: PDFDict, role: string) => dict.set(name('S'), name(role));
export const dictOf = (dict: PDFDict, key: string) => dict.lookup(name(key), PDFDict);

export function editContent(page: PDFDict, edit: (content: string) => string): void {
  const content = page.lookup(name('Contents')) as PDFRawStream;
  const { context } = page;
  const plain = inflateSync(content.contents).toString('latin1');
  const changed = edit(plain);
  if (changed === plain) throw new Error('the mutant is no mutant');
  const stream = context.stream(Buffer.from(changed, 'latin1'));
  page.set(name('Contents'), context.register(stream));
}

export function editMetadata(catalog: PDFDict, edit: (xmp: string) => string): void {
  const stream = catalog.lookup(name('Metadata')) as PDFRawStream;
  const xmp = Buffer.from(stream.contents).toString('utf8');
  const changed = catalog.context.stream(Buffer.from(edit(xmp)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(name('Metadata'), catalog.context.register(changed));
}

type Find = (opened: Opened) => PDFDict;
export type Spoil = (opened: Opened) => unknown;

// What is spoilt.
export const catalog: Find = (opened) => opened.catalog;
export const page: Find = (opened) => opened.page;
export const image: Find = (opened) => where(opened, 'Subtype', '/Image');
export const form: Find = (opened) => where(opened, 'Subtype', '/Form');
export const intent: Find = (opened) =>
  opened.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
export const info: Find = ({ file: { context } }) =>
  context.lookup(context.trailerInfo.Info, PDFDict);
export const firstLink: Find = (opened) =>
  opened.page.lookup(name('Annots'), PDFArray).lookup(0, PDFDict);

// How.
export const set =
  (find: Find, key: string, value: unknown): Spoil =>
  (opened) =>
    find(opened).set(name(key), opened.page.context.obj(value as never));
export const drop =
  (find: Find, key: string): Spoil =>
  (opened) =>
    find(opened).delete(name(key));
/** A stream packed by LZW. */
export const lzw: Spoil = ({ catalog, page: { context } }) => {
  const packed = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
  const stream = context.stream(packed, { Filter: 'LZWDecode' });
  catalog.set(name('Spoilt'), context.register(stream));
};
/** A graphics state of the first page. */
export const state =
  (entries: Record<string, string | number>): Spoil =>
  (opened) =>
    dictOf(dictOf(opened.page, 'Resources'), 'ExtGState').set(
      name('Spoilt'),
      opened.page.context.obj({ Type: 'ExtGState', ca: 1, ...entries }),
    );
export const paint =
  (operators: string): Spoil =>
  (opened) =>
    editContent(opened.page, (content) => `${operators} ${content}`);
export const xmp =
  (from: string | RegExp, to: string): Spoil =>
  (opened) =>
    editMetadata(opened.catalog, (packet) => {
      const changed = packet.replace(from, to);
      if (changed === packet) throw new Error('the mutant is no mutant');
      return changed;
    });
/** Every glyph of every font stands for a word, in UTF-16 by its hexadecimal digits. */
export const everyGlyphSays =
  (word: string): Spoil =>
  (opened) => {
    const { context } = opened.page;
    const codes = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
      .map((high) => `<${high}00> <${high}ff> [${`<${word}>\n`.repeat(256)}]`)
      .join('\n');
    const map = context.register(context.stream(`beginbfrange\n${codes}\nendbfrange`));
    for (const dict of everyDict(opened)) {
      if (dict.has(name('ToUnicode'))) dict.set(name('ToUnicode'), map);
    }
  };

/** A kid of an element. */
export function kidOf(tag: PDFDict, index = 0): PDFDict {
  const kids = tag.lookup(name('K'));
  if (kids instanceof PDFDict) return kids;
  return tag.lookup(name('K'), PDFArray).lookup(index, PDFDict);
}

export const leadsAstray: Spoil = ({ catalog }) => {
  const root = dictOf(catalog, 'StructTreeRoot');
  const list = dictOf(root, 'ParentTree').lookup(name('Nums'), PDFArray).lookup(1, PDFArray);
  list.set(list.size() - 1, list.get(list.size() - 2) as PDFRef);
};

export const namesWrongParent: Spoil = ({ first }) => {
  const paragraph = first('P');
  paragraph.set(name('P'), paragraph.context.getObjectRef(first('Table')) as PDFRef);
};

/** No link of the page stands in the structure any more. */
export const linksOutside: Spoil = ({ tags }) => {
  for (const link of tags('Link')) {
    const kids = link.lookup(name('K'));
    if (kids instanceof PDFArray) link.set(name('K'), kids.get(0));
  }
};

/** A link of the browser's, which leads nowhere outside of it. */
export const leadsNowhere: Spoil = (opened) => {
  const action = { S: 'URI', URI: PDFString.of('https://octavo.invalid/#a') };
  set(firstLink, 'A', action)(opened);
};

/** The last cell of the file's tables reaches below its table. */
export const reachesBelow: Spoil = (opened) => {
  set(({ tags }) => tags('TD').at(-1) as PDFDict, 'A', { O: 'Table', RowSpan: 9 })(opened);
};

/** The file with a password that only its owner needs, as qpdf encrypts it. */
export function encrypted(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-encrypted-'));
  const [plain, locked] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')];
  try {
    writeFileSync(plain, bytes);
    execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', plain, locked]);
    return readFileSync(locked);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
