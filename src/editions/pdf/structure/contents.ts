import { eachTag, isTag, type Kid, newTag, type Tag } from './tags.js';

function itemKids(item: Tag): Kid[] {
  return item.kids.flatMap((kid): Kid[] => {
    if (!isTag(kid)) return [kid];
    if (kid.role === 'Lbl') return [];
    if (kid.role === 'LBody' || kid.role === 'P' || kid.role === 'NonStruct') return itemKids(kid);
    if (kid.role === 'L') return [asContents(kid)];
    return [kid.role === 'Link' ? newTag('Reference', [kid]) : kid];
  });
}

function asContents(list: Tag): Tag {
  list.role = 'TOC';
  delete list.attributes.List;
  list.kids = list.kids.flatMap((kid): Kid[] => {
    if (!isTag(kid)) return [];
    // What the mark stands on may be the list or the navigation around it.
    if (kid.role === 'L' || kid.role === 'NonStruct') return asContents(kid).kids;
    if (kid.role !== 'LI' && kid.role !== 'TOCI')
      return kid.role === 'Caption' ? [kid] : [newTag('TOCI', [kid])];
    kid.role = 'TOCI';
    kid.kids = itemKids(kid);
    return [kid];
  });
  return list;
}

/** Turns the list inside a marked table of contents into its entries (ISO 32000-1, table 333). */
export function settleContents(document: Tag): void {
  eachTag(document, (tag) => {
    if (tag.role === 'TOC' && tag.kids.some((kid) => isTag(kid) && kid.role !== 'TOCI'))
      asContents(tag);
  });
}
