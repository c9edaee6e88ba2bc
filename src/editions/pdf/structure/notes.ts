import { eachTag, hasRole, isTag, type Kid, newTag, type Tag } from './tags.js';

/** The element id that a link leads to, where it leads into the publication. */
export type TargetOf = (link: Tag) => string | undefined;

/** A call is a Reference around its link (ISO 32000-1, table 338). */
function wrapCalls(tag: Tag, targetOf: TargetOf): void {
  const { kids } = tag;
  for (let index = 0; index < kids.length; index++) {
    const kid = kids[index] as Kid;
    if (!isTag(kid)) continue;
    wrapCalls(kid, targetOf);
    const isCall = kid.role === 'Link' && targetOf(kid)?.startsWith('note-');
    if (isCall && tag.role !== 'Reference') kids[index] = newTag('Reference', [kid]);
  }
}

const leadsBack = (kid: Kid | undefined, targetOf: TargetOf): boolean => {
  if (!kid || !isTag(kid)) return false;
  if (kid.role === 'Link') return targetOf(kid)?.startsWith('call-') ?? false;
  return hasRole(kid, 'Lbl', 'Span') && leadsBack(kid.kids[0], targetOf);
};

/** The note's number, which leads back to the call, is the label of the note. */
function labelNote(note: Tag, targetOf: TargetOf): void {
  const [first] = note.kids;
  if (!first || !isTag(first) || first.role === 'Lbl') return;
  const holder = leadsBack(first, targetOf) ? note : first;
  const [number] = holder.kids;
  if (!number || !isTag(number) || !leadsBack(number, targetOf)) return;
  holder.kids = holder.kids.slice(1);
  const label = number.role === 'Lbl' ? number : newTag('Lbl', [number]);
  note.kids = [label, ...note.kids];
}

/** Gives note calls and notes the shape that reading software knows; each note gets an id. */
export function settleNotes(document: Tag, targetOf: TargetOf): void {
  wrapCalls(document, targetOf);
  let count = 0;
  eachTag(document, (note) => {
    if (note.role !== 'Note') return;
    count++;
    note.id ??= `unnumbered-note-${count}`;
    labelNote(note, targetOf);
  });
}
