import { isTag, rewriteKids, type Tag } from './tags.js';

/** A link that a page break cuts is one: the pieces that the engine nests become its content. */
export function settleLinks(document: Tag): void {
  rewriteKids(document, (kid, parent) => {
    const isPiece = isTag(kid) && kid.role === 'Link' && parent.role === 'Link';
    return isPiece ? kid.kids : kid;
  });
}
