import { type PDFContext, type PDFDict, PDFNull, type PDFObject, type PDFRef } from 'pdf-lib';
import type { Sheet } from '../../pdf-file/file.js';
import { pdfName, rounded, text } from '../../pdf-file/objects.js';
import { standardRole, standardRoles } from './roles.js';
import { type AttributeValue, type Kid, type Tag, tagsOf } from './tags.js';

/** Where structure elements stand in the written file. */
export interface WrittenTags {
  root: PDFRef;
  /** By structure element id. */
  byId: Map<string, PDFRef>;
}

/** A number tree or name tree of one node: readers want them sorted, not balanced. */
function numberTree(context: PDFContext, entries: [number, PDFObject][]): PDFRef {
  const sorted = entries.toSorted(([a], [b]) => a - b).flat();
  return context.register(context.obj({ Nums: context.obj(sorted) }));
}

function nameTree(context: PDFContext, entries: Map<string, PDFRef>): PDFRef {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = sorted.flatMap(([id, reference]) => [text(id), reference]);
  return context.register(context.obj({ Names: context.obj(names) }));
}

function attributeObject(context: PDFContext, value: AttributeValue): PDFObject {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return context.obj(value);
  if (Array.isArray(value)) return context.obj(value.map(rounded));
  return 'name' in value ? pdfName(value.name) : context.obj(value.ids.map(text));
}

class TagWriter {
  readonly byId = new Map<string, PDFRef>();
  private readonly references = new Map<Tag, PDFRef>();
  /** Elements by the StructParents key of their page or form, then by MCID. */
  private readonly sequences = new Map<number, PDFRef[]>();
  private readonly annotations: [number, PDFRef][] = [];
  private readonly formKeys = new Map<PDFRef, number>();
  private nextKey: number;

  constructor(
    private readonly context: PDFContext,
    private readonly pages: readonly Sheet[],
  ) {
    this.nextKey = pages.length;
    pages.forEach(({ dict }, index) => {
      dict.set(pdfName('StructParents'), context.obj(index));
      this.sequences.set(index, []);
    });
  }

  private keyOf(form: PDFRef): number {
    let key = this.formKeys.get(form);
    if (key === undefined) {
      key = this.nextKey++;
      this.formKeys.set(form, key);
      this.sequences.set(key, []);
      const stream = this.context.lookup(form) as { dict?: PDFDict } | undefined;
      stream?.dict?.set(pdfName('StructParents'), this.context.obj(key));
    }
    return key;
  }

  private writeKid(kid: Kid, owner: PDFRef, ownPage: number | undefined): PDFObject {
    const { context } = this;
    if (kid.kind === 'tag') return this.referenceOf(kid);
    const page = this.pages[kid.page]?.reference;
    if (kid.kind === 'annotation') {
      const key = this.nextKey++;
      this.annotations.push([key, owner]);
      const annotation = context.lookup(kid.reference) as PDFDict | undefined;
      annotation?.set(pdfName('StructParent'), context.obj(key));
      return context.obj({ Type: 'OBJR', Pg: page, Obj: kid.reference });
    }
    const key = kid.form ? this.keyOf(kid.form) : kid.page;
    const owners = this.sequences.get(key);
    if (owners) owners[kid.mcid] = owner;
    if (!kid.form && kid.page === ownPage) return context.obj(kid.mcid);
    const form = kid.form && { Stm: kid.form };
    return context.obj({ Type: 'MCR', Pg: page, MCID: kid.mcid, ...form });
  }

  referenceOf(tag: Tag): PDFRef {
    let reference = this.references.get(tag);
    if (!reference) {
      reference = this.context.nextRef();
      this.references.set(tag, reference);
    }
    return reference;
  }

  write(tag: Tag, parent: PDFRef): void {
    const { context } = this;
    const reference = this.referenceOf(tag);
    const dict = context.obj({ S: tag.role, P: parent });
    const ownPage = tag.kids.find((kid) => kid.kind === 'content')?.page;
    const page = ownPage === undefined ? undefined : this.pages[ownPage]?.reference;
    if (page) dict.set(pdfName('Pg'), page);
    const put = (key: string, value: string | undefined) => {
      if (value !== undefined) dict.set(pdfName(key), text(value));
    };
    put('Lang', tag.lang);
    put('Alt', tag.alt);
    put('ActualText', tag.actualText);
    put('ID', tag.id);
    if (tag.id !== undefined && !this.byId.has(tag.id)) this.byId.set(tag.id, reference);
    const attributes = Object.entries(tag.attributes).map(([owner, entries]) => {
      const attribute = context.obj({ O: owner });
      for (const [key, value] of Object.entries(entries)) {
        attribute.set(pdfName(key), attributeObject(context, value));
      }
      return attribute;
    });
    if (attributes.length) {
      dict.set(
        pdfName('A'),
        attributes.length === 1 ? (attributes[0] as PDFDict) : context.obj(attributes),
      );
    }
    const kids = tag.kids.map((kid) => this.writeKid(kid, reference, ownPage));
    if (kids.length)
      dict.set(pdfName('K'), kids.length === 1 ? (kids[0] as PDFObject) : context.obj(kids));
    context.assign(reference, dict);
    for (const kid of tag.kids) if (kid.kind === 'tag') this.write(kid, reference);
  }

  parentTree(): PDFRef {
    const { context } = this;
    const sequences = [...this.sequences].map(([key, owners]): [number, PDFObject] => [
      key,
      context.register(context.obj(Array.from(owners, (owner) => owner ?? PDFNull))),
    ]);
    return numberTree(context, [...sequences, ...this.annotations]);
  }

  get parentTreeNextKey(): number {
    return this.nextKey;
  }
}

/** Roles outside of PDF 1.7's standard types, each with the type that it stands for. */
function roleMap(document: Tag): Record<string, string> {
  const foreign = new Set([...tagsOf(document)].map(({ role }) => role));
  const named = [...foreign].filter((role) => !standardRoles.has(role)).sort();
  return Object.fromEntries(named.map((role) => [role, standardRole(role)]));
}

/** Writes the structure tree with its parent tree, id tree and role map (ISO 32000-1, 14.7). */
export function writeTags(catalog: PDFDict, document: Tag, pages: readonly Sheet[]): WrittenTags {
  const { context } = catalog;
  const writer = new TagWriter(context, pages);
  const root = context.nextRef();
  writer.write(document, root);
  const dict = context.obj({
    Type: 'StructTreeRoot',
    K: writer.referenceOf(document),
    ParentTree: writer.parentTree(),
    ParentTreeNextKey: writer.parentTreeNextKey,
    RoleMap: roleMap(document),
  });
  if (writer.byId.size) dict.set(pdfName('IDTree'), nameTree(context, writer.byId));
  context.assign(root, dict);
  catalog.set(pdfName('StructTreeRoot'), root);
  catalog.set(pdfName('MarkInfo'), context.obj({ Marked: true }));
  return { root, byId: writer.byId };
}
