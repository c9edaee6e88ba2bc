import { nearest } from '../../../diagnostics/nearest.js';
import type { Report } from '../../../diagnostics/report.js';
import type { BibtexEntry, Fields } from './entry.js';

/** Fields that belong to their own entry alone (BibLaTeX 3.19, appendix B). */
const ownFields = new Set(
  (
    'crossref entryset entrysubtype execute ids label options presort related relatedoptions ' +
    'relatedstring relatedtype shorthand shorthandintro sortkey xdata xref'
  ).split(' '),
);

const set = (list: string) => new Set(list.split(' '));
const bookParts = set('inbook bookinbook suppbook');
const collections = set('collection reference incollection inreference suppcollection');
const collectionParts = set('incollection inreference suppcollection');

/** What a parent's title is to its child: the prefix of the fields (`booktitle`), by types. */
const titleRules: readonly [parent: ReadonlySet<string>, child: ReadonlySet<string>, to: string][] =
  [
    [set('mvbook'), new Set(['book', ...bookParts]), 'main'],
    [set('mvcollection mvreference'), collections, 'main'],
    [set('mvproceedings'), set('proceedings inproceedings conference'), 'main'],
    [set('book'), bookParts, 'book'],
    [set('collection reference'), collectionParts, 'book'],
    [set('proceedings'), set('inproceedings conference'), 'book'],
    [set('periodical'), set('article suppperiodical'), 'journal'],
  ];

const titles = ['title', 'subtitle', 'titleaddon'];
const otherTitles = ['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle'];

/**
 * Gives entries the fields that they take from others: those of `xdata`, then those of `crossref`,
 * by BibLaTeX's own rules (3.19, sections 2.2.3 and 3.13.6, appendix B). A field of the entry
 * itself always wins. `xref` names a parent that gives nothing.
 */
export class Inheritance {
  private readonly entries = new Map<string, BibtexEntry>();
  private readonly resolved = new Map<BibtexEntry, Fields>();

  constructor(
    entries: Iterable<BibtexEntry>,
    private readonly report: Report,
  ) {
    for (const entry of entries) {
      if (!this.entries.has(entry.key)) this.entries.set(entry.key, entry);
    }
  }

  /** All fields of an entry. */
  fieldsOf(entry: BibtexEntry): Fields {
    const known = this.resolved.get(entry);
    if (known) return known;
    // Whoever comes back here while it is being worked out is in a circle, and takes what is its own.
    this.resolved.set(entry, entry.fields);
    const own = this.withXdata(entry);
    const fields = { ...this.fromParent(entry, own), ...own };
    this.resolved.set(entry, fields);
    return fields;
  }

  private withXdata(entry: BibtexEntry): Fields {
    const own = Object.fromEntries(
      Object.entries(entry.fields).map(([name, value]) => [name, this.reference(value, entry)]),
    );
    const keys = (entry.fields.xdata ?? '').split(',').map((key) => key.trim());
    for (const key of keys) {
      const source = key === '' ? undefined : this.entry(key, entry);
      const given = source ? inheritable(this.fieldsOf(source)) : {};
      for (const [name, value] of Object.entries(given)) own[name] ??= value;
    }
    return own;
  }

  /** `xdata=KEY-FIELD-2` in a field: one field of another entry, or one part of a list. */
  private reference(value: string, entry: BibtexEntry): string {
    const [, key, field, part] = /^\s*xdata=(.+?)-([a-z]+)(?:-(\d+))?\s*$/.exec(value) ?? [];
    if (key === undefined || field === undefined) return value;
    const source = this.entry(key, entry);
    const given = source ? (this.fieldsOf(source)[field] ?? '') : '';
    return part === undefined ? given : (given.split(/\s+and\s+/)[Number(part) - 1] ?? '');
  }

  private fromParent(entry: BibtexEntry, { crossref = '' }: Fields): Fields {
    const key = crossref.trim();
    const parent = key === '' ? undefined : this.entry(key, entry);
    if (!parent) return {};
    const fields = inheritable(this.fieldsOf(parent));
    if (bookParts.has(entry.type) && /^(?:mv)?book$/.test(parent.type) && fields.author) {
      fields.bookauthor ??= fields.author;
    }
    const prefix = titleRules.find(
      ([parents, children]) => parents.has(parent.type) && children.has(entry.type),
    )?.[2];
    return prefix === undefined ? fields : withTitlesAs(prefix, fields);
  }

  private entry(key: string, from: BibtexEntry): BibtexEntry | undefined {
    const found = this.entries.get(key);
    if (found && found !== from) return found;
    const near = nearest(key, this.entries.keys());
    this.report.add('citation/missing-parent', from.place, {
      message: found
        ? `The entry “${from.key}” takes fields from itself`
        : `The entry “${from.key}” takes fields from “${key}”, which is in no file`,
      remedy:
        near === undefined || near === from.key
          ? 'Add that entry, or take the reference out'
          : `Write ${near} if that is meant; else add the entry, or take the reference out`,
    });
    return undefined;
  }
}

function inheritable(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !ownFields.has(name)));
}

function withTitlesAs(prefix: string, fields: Fields): Fields {
  const renamed = Object.entries(fields)
    .filter(([name]) => !otherTitles.includes(name))
    .map(([name, value]) => [titles.includes(name) ? prefix + name : name, value]);
  return Object.fromEntries(renamed);
}
