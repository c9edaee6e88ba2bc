import { type PDFDict, PDFRawStream, PDFRef } from 'pdf-lib';
import type { PdfFile, Sheet } from '../../pdf-file/file.js';
import { pdfName, rounded, text } from '../../pdf-file/objects.js';
import { pdf2Namespace, pdf2Types } from './pdf-2.js';
import { standardRole, standardRoles } from './roles.js';
import { type AttributeValue, type Kid, type Tag, tagsOf } from './tags.js';

const written = (value: string) => text(value).toString();
const nameOf = (value: string) => pdfName(value).toString();
const listOf = (items: readonly string[]) => `[ ${items.join(' ')} ]`;
const referenceTo = (object: number) => `${object} 0 R`;

function attributeText(value: AttributeValue): string {
  if (typeof value === 'string') return written(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return listOf(value.map((item) => String(rounded(item))));
  return 'name' in value ? nameOf(value.name) : listOf(value.ids.map(written));
}

/** The attributes of an element by their owners, as its entry; empty where it has none. */
function attributesText({ attributes }: Tag): string {
  const owners: string[] = [];
  for (const owner in attributes) {
    const pairs = Object.entries(attributes[owner] ?? {}).map(
      ([key, value]) => ` ${nameOf(key)} ${attributeText(value)}`,
    );
    owners.push(`<< /O ${nameOf(owner)}${pairs.join('')} >>`);
  }
  if (owners.length === 0) return '';
  return ` /A ${owners.length === 1 ? owners[0] : listOf(owners)}`;
}

/**
 * Writes structure elements as text, not as the library's objects: there are more of them than of
 * all else in a file. Elements are told by their object numbers.
 */
class TagWriter {
  private readonly byId = new Map<string, number>();
  /** Elements by the StructParents key of their page or form, then by MCID. */
  private readonly sequences = new Map<number, number[]>();
  private readonly annotations: [key: number, element: number][] = [];
  private readonly formKeys = new Map<PDFRef, number>();
  private nextKey: number;
  /** The namespace of PDF 2.0, where the file is of that version. */
  readonly namespace: number | undefined;

  constructor(
    private readonly file: PdfFile,
    isPdf2: boolean,
  ) {
    const entries = `/Type /Namespace /NS ${written(pdf2Namespace)}`;
    this.namespace = isPdf2 ? this.put(`<< ${entries} >>`) : undefined;
    this.nextKey = file.sheets.length;
    file.sheets.forEach(({ dict }, index) => {
      dict.set(pdfName('StructParents'), file.context.obj(index));
      this.sequences.set(index, []);
    });
  }

  /** The number for one more object. */
  next(): number {
    this.file.context.largestObjectNumber += 1;
    return this.file.context.largestObjectNumber;
  }

  put(body: string, number = this.next()): number {
    this.file.written.add(number, body);
    return number;
  }

  private numberOf(tag: Tag): number {
    tag.number ??= this.next();
    return tag.number;
  }

  private sheet(page: number | undefined): Sheet | undefined {
    return page === undefined ? undefined : this.file.sheets[page];
  }

  private keyOf(form: PDFRef): number {
    let key = this.formKeys.get(form);
    if (key === undefined) {
      key = this.nextKey++;
      this.formKeys.set(form, key);
      this.sequences.set(key, []);
      const { context } = this.file;
      const stream = context.lookup(form);
      if (stream instanceof PDFRawStream) {
        stream.dict.set(pdfName('StructParents'), context.obj(key));
      }
    }
    return key;
  }

  /** A kid as its parent names it; a tag is written at the number it then has. */
  private kid(kid: Kid, owner: number, ownPage: number | undefined): string {
    if (kid.kind === 'tag') return referenceTo(this.write(kid, owner));
    const page = this.sheet(kid.page)?.reference;
    if (kid.kind === 'annotation') {
      const key = this.nextKey++;
      this.annotations.push([key, owner]);
      const annotation = this.file.context.lookup(kid.reference) as PDFDict | undefined;
      annotation?.set(pdfName('StructParent'), this.file.context.obj(key));
      return `<< /Type /OBJR /Pg ${page} /Obj ${kid.reference} >>`;
    }
    const key = kid.form ? this.keyOf(kid.form) : kid.page;
    const owners = this.sequences.get(key);
    if (owners) owners[kid.mcid] = owner;
    if (!kid.form && kid.page === ownPage) return String(kid.mcid);
    const form = kid.form ? ` /Stm ${kid.form}` : '';
    return `<< /Type /MCR /Pg ${page} /MCID ${kid.mcid}${form} >>`;
  }

  private kids(kids: readonly Kid[], owner: number, ownPage: number | undefined): string {
    let written = '';
    for (const kid of kids) {
      if (written !== '') written += ' ';
      written += this.kid(kid, owner, ownPage);
    }
    return written;
  }

  /** Writes an element with all that is under it; returns its number. */
  write(tag: Tag, parent: number): number {
    const number = this.numberOf(tag);
    const content = tag.kids.find((kid) => kid.kind === 'content');
    const page = this.sheet(content?.page)?.reference;
    let body = `<< /S ${nameOf(tag.role)} /P ${referenceTo(parent)}`;
    if (this.namespace && pdf2Types.has(tag.role)) body += ` /NS ${referenceTo(this.namespace)}`;
    if (page) body += ` /Pg ${page}`;
    if (tag.lang !== undefined) body += ` /Lang ${written(tag.lang)}`;
    if (tag.alt !== undefined) body += ` /Alt ${written(tag.alt)}`;
    if (tag.actualText !== undefined) body += ` /ActualText ${written(tag.actualText)}`;
    if (tag.id !== undefined) body += ` /ID ${written(tag.id)}`;
    if (tag.id !== undefined && !this.byId.has(tag.id)) this.byId.set(tag.id, number);
    if (tag.refersTo) {
      body += ` /Ref ${listOf(tag.refersTo.map((each) => referenceTo(this.numberOf(each))))}`;
    }
    if (tag.associated) body += ` /AF [ ${tag.associated} ]`;
    body += attributesText(tag);
    const kids = this.kids(tag.kids, number, content?.page);
    if (tag.kids.length > 0) body += ` /K ${tag.kids.length === 1 ? kids : `[ ${kids} ]`}`;
    return this.put(`${body} >>`, number);
  }

  /** A number tree of one node: readers want them sorted, not balanced. */
  parentTree(): number {
    const entries = [...this.sequences].map(([key, owners]): [number, number] => [
      key,
      this.put(
        listOf(Array.from(owners, (owner) => (owner === undefined ? 'null' : referenceTo(owner)))),
      ),
    ]);
    const sorted = [...entries, ...this.annotations].sort(([a], [b]) => a - b);
    const pairs = sorted.map(([key, object]) => `${key} ${referenceTo(object)}`);
    return this.put(`<< /Nums ${listOf(pairs)} >>`);
  }

  /** A name tree of one node; undefined where nothing has an id. */
  idTree(): number | undefined {
    if (this.byId.size === 0) return undefined;
    const sorted = [...this.byId].sort(([a], [b]) => (a < b ? -1 : 1));
    const pairs = sorted.map(([id, element]) => `${written(id)} ${referenceTo(element)}`);
    return this.put(`<< /Names ${listOf(pairs)} >>`);
  }

  get parentTreeNextKey(): number {
    return this.nextKey;
  }
}

/** Roles outside of PDF 1.7's standard types, each with the type that it stands for. */
function roleMap(document: Tag, isPdf2: boolean): Record<string, string> {
  const foreign = new Set(tagsOf(document).map(({ role }) => role));
  const named = [...foreign]
    .filter((role) => !standardRoles.has(role) && !(isPdf2 && pdf2Types.has(role)))
    .sort();
  return Object.fromEntries(named.map((role) => [role, standardRole(role)]));
}

/**
 * Writes the structure tree with its parent tree, id tree and role map (ISO 32000-1, 14.7), and
 * with its namespace in a file of PDF 2.0 (ISO 32000-2, 14.7.4). Each tag is told its number.
 */
export function writeTags(file: PdfFile, document: Tag, isPdf2: boolean): void {
  const { catalog } = file;
  const writer = new TagWriter(file, isPdf2);
  const root = writer.next();
  const top = writer.write(document, root);
  const roles = Object.entries(roleMap(document, isPdf2));
  const ids = writer.idTree();
  const entries = [
    '/Type /StructTreeRoot',
    `/K ${referenceTo(top)}`,
    `/ParentTree ${referenceTo(writer.parentTree())}`,
    `/ParentTreeNextKey ${writer.parentTreeNextKey}`,
    ...(writer.namespace ? [`/Namespaces [ ${referenceTo(writer.namespace)} ]`] : []),
    `/RoleMap << ${roles.map(([role, standard]) => `${nameOf(role)} ${nameOf(standard)}`).join(' ')} >>`,
    ...(ids === undefined ? [] : [`/IDTree ${referenceTo(ids)}`]),
  ];
  writer.put(`<< ${entries.join(' ')} >>`, root);
  catalog.set(pdfName('StructTreeRoot'), PDFRef.of(root));
  catalog.set(pdfName('MarkInfo'), catalog.context.obj({ Marked: true }));
}
