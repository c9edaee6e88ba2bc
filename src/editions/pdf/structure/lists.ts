import { eachTag, hasRole, isTag, type Kid, newTag, type Tag } from './tags.js';

const bullets: Record<string, string> = { Disc: '•', Circle: '◦', Square: '▪' };

const isLabel = (kid: Kid) => hasRole(kid, 'Lbl');

function settleItem(item: Tag, bullet: string | undefined): void {
  const labels = item.kids.filter(isTag).filter((kid) => isLabel(kid) && kid.kids.length > 0);
  for (const label of labels) {
    // A drawn bullet says nothing to whoever hears the list.
    if (bullet && label.kids.every((kid) => !isTag(kid))) label.actualText ??= bullet;
  }
  const rest = item.kids.filter((kid) => !isLabel(kid));
  const bodies = rest.filter((kid) => hasRole(kid, 'LBody'));
  item.kids = [...labels, ...(bodies.length === rest.length ? bodies : [newTag('LBody', rest)])];
}

/** For labels that count nothing: ISO 14289-1 (7.6) wants another value than None. */
const unordered = { ListNumbering: { name: 'Disc' } };

/** What PDF 2.0 has for terms and what they mean (ISO 32000-2, table 382). */
const description = { ListNumbering: { name: 'Description' } };

const isDefinition = (list: Tag) => list.kids.some(isLabel);

/** Terms and what they mean, put into items: each term begins one, or joins the terms before it. */
function itemsOfDefinitions(list: Tag): Kid[] {
  const items: Tag[] = [];
  for (const kid of list.kids) {
    const item = items.at(-1);
    const opens = isLabel(kid) && item?.kids.at(-1) && !isLabel(item.kids.at(-1) as Kid);
    if (item && !opens) item.kids.push(kid);
    else items.push(newTag('LI', [kid]));
  }
  for (const item of items) settleItem(item, undefined);
  return items;
}

/** Gives each list items with a label and a body (ISO 32000-1, 14.8.4.3.3; ISO 14289-1, 7.6). */
export function settleLists(document: Tag, isPdf2: boolean): void {
  eachTag(document, (list) => {
    if (list.role !== 'L') return;
    if (isDefinition(list)) {
      list.kids = itemsOfDefinitions(list);
      list.attributes.List = isPdf2 ? description : unordered;
      return;
    }
    list.kids = list.kids.map((kid, index) => {
      const isCaption = index === 0 && hasRole(kid, 'Caption');
      return isCaption || hasRole(kid, 'LI') ? kid : newTag('LI', [kid]);
    });
    const numbering = list.attributes.List?.ListNumbering;
    const style = typeof numbering === 'object' && 'name' in numbering ? numbering.name : 'None';
    const items = list.kids.filter(isTag).filter(({ role }) => role === 'LI');
    for (const item of items) settleItem(item, bullets[style]);
    const isLabelled = items.some((item) => item.kids.some(isLabel));
    if (isLabelled && style === 'None') list.attributes.List = unordered;
  });
}
