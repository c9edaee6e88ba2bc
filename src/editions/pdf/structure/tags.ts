import type { PDFRef } from 'pdf-lib';

export type AttributeValue = string | number | number[] | { name: string } | { ids: string[] };

/** A structure element while it is being rewritten: plain data, no PDF objects but references. */
export interface Tag {
  kind: 'tag';
  role: string;
  kids: Kid[];
  lang?: string;
  alt?: string;
  /** What the content reads as where its glyphs do not say it. */
  actualText?: string;
  id?: string;
  /** By owner (`Table`, `List`, `Layout`), then by key. */
  attributes: Record<string, Record<string, AttributeValue>>;
  /** Elements that it leads to or that lead to it (ISO 32000-2, table 355: Ref). */
  refersTo?: Tag[];
  /** A file that says the same (ISO 32000-2, 14.13.6: AF). */
  associated?: PDFRef;
  /** Its number in the file, once it has one. */
  number?: number;
  /** Key of the mark the element carried through the print engine. */
  mark?: string;
}

/** A marked-content sequence: painted by a page itself or by a form that the page shows. */
export interface Content {
  kind: 'content';
  /** From 0. */
  page: number;
  mcid: number;
  /** The form whose stream holds the sequence. */
  form?: PDFRef;
}

/** An annotation standing in the structure. */
export interface Annotation {
  kind: 'annotation';
  page: number;
  reference: PDFRef;
}

export type Kid = Tag | Content | Annotation;

export function newTag(role: string, kids: Kid[] = []): Tag {
  // All fields, so that all tags are alike to the machine: there are some hundred a page.
  const none = undefined;
  return {
    kind: 'tag',
    role,
    kids,
    lang: none,
    alt: none,
    actualText: none,
    id: none,
    attributes: {},
    refersTo: none,
    associated: none,
    number: none,
    mark: none,
  };
}

export const isTag = (kid: Kid): kid is Tag => kid.kind === 'tag';

export const hasRole = (kid: Kid, ...roles: string[]): boolean =>
  isTag(kid) && roles.includes(kid.role);

/**
 * Calls `visit` for the tag and each that is under it, in reading order: each before its kids, which
 * are those that it then has.
 */
export function eachTag(tag: Tag, visit: (tag: Tag) => void): void {
  visit(tag);
  const { kids } = tag;
  // By index, here and below: a book is gone through many times.
  for (let index = 0; index < kids.length; index++) {
    const kid = kids[index] as Kid;
    if (isTag(kid)) eachTag(kid, visit);
  }
}

/** Every tag that is under the one given now, and that one, in reading order. */
export function tagsOf(tag: Tag): Tag[] {
  const tags: Tag[] = [];
  eachTag(tag, (each) => tags.push(each));
  return tags;
}

function addLeaves({ kids }: Tag, leaves: (Content | Annotation)[]): void {
  for (let index = 0; index < kids.length; index++) {
    const kid = kids[index] as Kid;
    if (isTag(kid)) addLeaves(kid, leaves);
    else leaves.push(kid);
  }
}

/** Every leaf under the tag, in reading order. */
export function leavesOf(tag: Tag): (Content | Annotation)[] {
  const leaves: (Content | Annotation)[] = [];
  addLeaves(tag, leaves);
  return leaves;
}

/**
 * Rebuilds each tag's kids from below: `change` gets a kid whose own kids are done, and gives what
 * stands in its place, mostly the kid itself.
 */
export function rewriteKids(
  tag: Tag,
  change: (kid: Kid, parent: Tag) => Kid | readonly Kid[],
): void {
  const { kids } = tag;
  let rewritten: Kid[] | undefined;
  for (let index = 0; index < kids.length; index++) {
    const kid = kids[index] as Kid;
    if (isTag(kid)) rewriteKids(kid, change);
    const changed = change(kid, tag);
    if (changed !== kid) rewritten ??= kids.slice(0, index);
    if (!rewritten) continue;
    if (Array.isArray(changed)) rewritten.push(...changed);
    else rewritten.push(changed as Kid);
  }
  if (rewritten) tag.kids = rewritten;
}
