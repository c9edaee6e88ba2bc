import { PDFRef } from 'pdf-lib';
import { eachTag, type Tag } from './tags.js';

/** The element that a target is; where it has none of its own, the first on its page. */
export type ElementAt = (target: string) => Tag | undefined;

/** @param pageOf Where a target stands, from 0; undefined where it is on no page. */
export function elementsOf(
  document: Tag,
  pageOf: (target: string) => number | undefined,
): ElementAt {
  const byId = new Map<string, Tag>();
  const firstOn = new Map<number, Tag>();
  eachTag(document, (tag) => {
    if (tag.id !== undefined && !byId.has(tag.id)) byId.set(tag.id, tag);
    for (const kid of tag.kids) {
      if (kid.kind === 'content' && !firstOn.has(kid.page)) firstOn.set(kid.page, tag);
    }
  });
  return (target) => {
    const page = pageOf(target);
    return byId.get(target) ?? (page === undefined ? undefined : firstOn.get(page));
  };
}

/** An element as the file's other objects name it, once it is written. */
export const referenceTo = (tag: Tag | undefined): PDFRef | undefined =>
  tag?.number === undefined ? undefined : PDFRef.of(tag.number);
