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
  return { kind: 'tag', role, kids, attributes: {} };
}

export const isTag = (kid: Kid): kid is Tag => kid.kind === 'tag';

export const hasRole = (kid: Kid, ...roles: string[]): boolean =>
  isTag(kid) && roles.includes(kid.role);

/** Every tag under (and with) the one given, in reading order. */
export function* tagsOf(tag: Tag): Generator<Tag> {
  // Generators within generators would cost a step a level for each of some ten thousand tags.
  const open = [tag];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let index = next.kids.length - 1; index >= 0; index--) {
      const kid = next.kids[index] as Kid;
      if (isTag(kid)) open.push(kid);
    }
  }
}

/** Every leaf under the tag, in reading order. */
export function* leavesOf(tag: Tag): Generator<Content | Annotation> {
  for (const kid of tag.kids) {
    if (isTag(kid)) yield* leavesOf(kid);
    else yield kid;
  }
}

/** Rebuilds each tag's kids from below: `change` gets a kid whose own kids are done. */
export function rewriteKids(tag: Tag, change: (kid: Kid, parent: Tag) => Kid[]): void {
  const kids: Kid[] = [];
  for (const kid of tag.kids) {
    if (isTag(kid)) rewriteKids(kid, change);
    for (const changed of change(kid, tag)) kids.push(changed);
  }
  tag.kids = kids;
}
