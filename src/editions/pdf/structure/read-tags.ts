import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import {
  dictAt,
  nameAt,
  nameText,
  numberAt,
  numbersOf,
  pdfName,
  textAt,
} from '../../pdf-file/objects.js';
import { type AttributeValue, type Kid, newTag, type Tag } from './tags.js';

function itemsOf(value: PDFObject | undefined): PDFObject[] {
  if (value === undefined) return [];
  return value instanceof PDFArray ? value.asArray() : [value];
}

function attributeValue(value: PDFObject | undefined): AttributeValue | undefined {
  if (value instanceof PDFNumber) return value.asNumber();
  if (value instanceof PDFName) return { name: nameText(value) };
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  if (!(value instanceof PDFArray)) return undefined;
  const numbers = numbersOf(value);
  if (numbers) return numbers;
  const ids = value
    .asArray()
    .filter((item) => item instanceof PDFString || item instanceof PDFHexString);
  return { ids: ids.map((id) => id.decodeText()) };
}

function readAttributes(dict: PDFDict, tag: Tag): void {
  for (const item of itemsOf(dict.lookup(pdfName('A')))) {
    const attributes = item instanceof PDFRef ? dict.context.lookup(item) : item;
    if (!(attributes instanceof PDFDict)) continue;
    const owner = nameAt(attributes, 'O') ?? 'Layout';
    for (const [key, value] of attributes.entries()) {
      const read = nameText(key) === 'O' ? undefined : attributeValue(value);
      if (read !== undefined) {
        tag.attributes[owner] ??= {};
        tag.attributes[owner][nameText(key)] = read;
      }
    }
  }
}

/** Reads the structure tree; `Document` stands for whatever stood at its top. */
export function readTags(catalog: PDFDict, pages: readonly PDFRef[]): Tag {
  const numberOf = new Map(pages.map((reference, index) => [reference, index]));
  const pageOf = (dict: PDFDict): number | undefined => {
    const page = dict.get(pdfName('Pg'));
    return page instanceof PDFRef ? numberOf.get(page) : undefined;
  };

  function readKid(item: PDFObject, parent: PDFDict, page: number | undefined): Kid | undefined {
    const value = item instanceof PDFRef ? parent.context.lookup(item) : item;
    if (value instanceof PDFNumber) {
      return page === undefined ? undefined : { kind: 'content', page, mcid: value.asNumber() };
    }
    if (!(value instanceof PDFDict)) return undefined;
    const type = nameAt(value, 'Type');
    const own = pageOf(value) ?? page;
    if (type === 'MCR' && own !== undefined) {
      return { kind: 'content', page: own, mcid: numberAt(value, 'MCID') ?? -1 };
    }
    const object = value.get(pdfName('Obj'));
    if (type === 'OBJR' && own !== undefined && object instanceof PDFRef) {
      return { kind: 'annotation', page: own, reference: object };
    }
    return value.has(pdfName('S')) ? readTag(value) : undefined;
  }

  function readTag(dict: PDFDict): Tag {
    const tag = newTag(nameAt(dict, 'S') ?? 'NonStruct');
    tag.lang = textAt(dict, 'Lang');
    tag.alt = textAt(dict, 'Alt');
    tag.actualText = textAt(dict, 'ActualText');
    tag.id = textAt(dict, 'ID');
    readAttributes(dict, tag);
    const page = pageOf(dict);
    for (const item of itemsOf(dict.lookup(pdfName('K')))) {
      const kid = readKid(item, dict, page);
      if (kid) tag.kids.push(kid);
    }
    return tag;
  }

  const root = dictAt(catalog, 'StructTreeRoot');
  const document = newTag('Document');
  for (const item of itemsOf(root?.lookup(pdfName('K')))) {
    const kid = root && readKid(item, root, undefined);
    if (kid?.kind === 'tag' && kid.role === 'Document') document.kids.push(...kid.kids);
    else if (kid) document.kids.push(kid);
  }
  return document;
}
