import { isTag, type Tag } from './tags.js';

/** Keeps a language only where it differs from the one around it. */
export function settleLanguage(tag: Tag, around: string): void {
  if (tag.lang === around || tag.lang === '') tag.lang = undefined;
  const own = tag.lang ?? around;
  for (const kid of tag.kids) if (isTag(kid)) settleLanguage(kid, own);
}
