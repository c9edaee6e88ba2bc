import { PDFRef } from 'pdf-lib';
import type { SheetsStructure } from '../../pdf-file/file.js';
import { Dictionary, Name, type PlainValue, Reference } from '../../pdf-file/plain-values.js';
import type { PrintedStructure } from '../../pdf-file/printed-objects.js';
import { type AttributeValue, type Kid, newTag, type Tag } from './tags.js';

function itemsOf(value: PlainValue | undefined): PlainValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The engine names elements by what it happens to count (`node00000012`), in each file anew. */
const engineName = /^node\d+$/;

function attributeValue(
  value: PlainValue,
  named: (id: string) => string,
): AttributeValue | undefined {
  if (value instanceof Name) return { name: value.name };
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  const numbers = value.filter((item) => typeof item === 'number');
  if (numbers.length === value.length) return numbers;
  return { ids: value.filter((item) => typeof item === 'string').map(named) };
}

const nameIn = (dict: Dictionary, key: string): string | undefined => {
  const value = dict.get(key);
  return value instanceof Name ? value.name : undefined;
};
const textIn = (dict: Dictionary, key: string): string | undefined => {
  const value = dict.get(key);
  return typeof value === 'string' ? value : undefined;
};

const contentOf = (page: number, mcid: number): Kid => ({
  kind: 'content',
  page,
  mcid,
  form: undefined,
});

/** Reads a printed structure tree. */
class TagReader {
  private readonly structure: PrintedStructure;
  private readonly pageOf: Map<number, number>;

  /** @param names Of ours, by the engine's: the same for all files that are joined. */
  constructor(
    { structure, sheets, firstSheet }: SheetsStructure,
    private readonly names: Map<string, string>,
  ) {
    this.structure = structure;
    this.pageOf = new Map(
      sheets.map(({ reference }, index) => [
        reference.objectNumber - structure.raisedBy,
        firstSheet + index,
      ]),
    );
  }

  private follow(value: PlainValue | undefined): PlainValue | undefined {
    return value instanceof Reference ? this.structure.at(value.number) : value;
  }

  /** A name of ours for one of the engine's, by the order in which they are come across. */
  private named(id: string): string {
    if (!engineName.test(id)) return id;
    const key = `${this.structure.raisedBy} ${id}`;
    const name = this.names.get(key) ?? `element-${this.names.size + 1}`;
    this.names.set(key, name);
    return name;
  }

  private raised({ number }: Reference): PDFRef {
    return PDFRef.of(number + this.structure.raisedBy);
  }

  private page(dict: Dictionary): number | undefined {
    const page = dict.get('Pg');
    return page instanceof Reference ? this.pageOf.get(page.number) : undefined;
  }

  kidsOf(dict: Dictionary, page: number | undefined): Kid[] {
    const value = this.follow(dict.get('K'));
    // Most have one kid or two: lists of no more room than that, since there are so many.
    if (!Array.isArray(value)) {
      const only = value === undefined ? undefined : this.kid(value, page);
      return only ? [only] : [];
    }
    const kids = value.map((item) => this.kid(this.follow(item), page));
    return kids.every((kid) => kid !== undefined) ? kids : kids.filter((kid) => kid !== undefined);
  }

  private kid(value: PlainValue | undefined, page: number | undefined): Kid | undefined {
    if (typeof value === 'number') {
      return page === undefined ? undefined : contentOf(page, value);
    }
    if (!(value instanceof Dictionary)) return undefined;
    const dict = value;
    if (dict.has('S')) return this.tag(dict);
    const own = this.page(dict) ?? page;
    if (own === undefined) return undefined;
    const [mcid, object] = [dict.get('MCID'), dict.get('Obj')];
    if (typeof mcid === 'number') return contentOf(own, mcid);
    if (!(object instanceof Reference)) return undefined;
    return { kind: 'annotation', page: own, reference: this.raised(object) };
  }

  private tag(dict: Dictionary): Tag {
    const tag = newTag(nameIn(dict, 'S') ?? 'NonStruct');
    tag.lang = textIn(dict, 'Lang');
    tag.alt = textIn(dict, 'Alt');
    tag.actualText = textIn(dict, 'ActualText');
    const id = textIn(dict, 'ID');
    tag.id = id === undefined ? undefined : this.named(id);
    if (dict.has('A')) this.attributes(dict.get('A'), tag);
    tag.kids = this.kidsOf(dict, this.page(dict));
    return tag;
  }

  private attributes(written: PlainValue | undefined, tag: Tag): void {
    for (const item of itemsOf(this.follow(written))) {
      const attributes = this.follow(item);
      if (!(attributes instanceof Dictionary)) continue;
      const owner = nameIn(attributes, 'O') ?? 'Layout';
      for (const [key, value] of attributes.entries()) {
        const read = key === 'O' ? undefined : attributeValue(value, (id) => this.named(id));
        if (read === undefined) continue;
        tag.attributes[owner] ??= {};
        tag.attributes[owner][key] = read;
      }
    }
  }
}

/** Reads the structure trees; `Document` stands for whatever stood at their tops. */
export function readTags(structures: readonly SheetsStructure[]): Tag {
  const document = newTag('Document');
  const names = new Map<string, string>();
  for (const each of structures) {
    for (const kid of new TagReader(each, names).kidsOf(each.structure.root, undefined)) {
      if (kid.kind === 'tag' && kid.role === 'Document') document.kids.push(...kid.kids);
      else document.kids.push(kid);
    }
  }
  return document;
}
