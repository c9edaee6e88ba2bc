import { settleContainment } from './containment.js';
import { headingLevel } from './roles.js';
import { hasRole, isTag, type Kid, newTag, rewriteKids, type Tag, tagsOf } from './tags.js';

/** The element that a link leads to inside the file. */
export type ElementOf = (link: Tag) => Tag | undefined;

/** What stands in PDF 2.0 for types of PDF 1.7 and for roles of ours. */
const successors: Readonly<Record<string, string>> = {
  Note: 'FENote',
  Subtitle: 'P',
  Byline: 'P',
  Date: 'P',
  Bibliography: 'Sect',
};

/** A first heading that alone is of the first level is the title, which is no heading in PDF 2.0. */
function settleTitle(document: Tag): void {
  const headings = tagsOf(document).filter(({ role }) => /^H[1-6]$/.test(role));
  const [title, ...others] = headings.filter(({ role }) => role === 'H1');
  if (title && others.length === 0 && headings[0] === title) title.role = 'Title';
  const below = headings.filter(({ role }) => role !== 'Title');
  const level = ({ role }: Tag) => headingLevel(role) ?? 1;
  const highest = Math.min(...below.map(level));
  for (const heading of below) heading.role = `H${level(heading) - highest + 1}`;
}

/** A reference may not hold a link any more (ISO/TS 32005): one of both stays. */
function settleReference(reference: Tag, isInContents: boolean): Tag {
  const [link] = reference.kids;
  if (!link || !isTag(link) || link.role !== 'Link' || reference.kids.length > 1) return reference;
  const { id = link.id, lang = link.lang } = reference;
  return { ...link, role: isInContents ? 'Reference' : 'Link', id, lang };
}

/** Words of an entry that stand beside its link, such as a folio. */
function settleEntry(entry: Tag): void {
  entry.kids = entry.kids.map((kid): Kid => {
    const isAllowed = hasRole(kid, 'Lbl', 'P', 'Reference', 'TOC');
    if (isAllowed || !isTag(kid)) return kid;
    return kid.role === 'Link' ? { ...kid, role: 'Reference' } : newTag('P', [kid]);
  });
}

/** References of an entry itself, not of those below it. */
const referencesIn = (entry: Tag): Tag[] =>
  entry.kids
    .filter(isTag)
    .flatMap((kid) =>
      kid.role === 'Reference' ? [kid] : kid.role === 'TOC' ? [] : referencesIn(kid),
    );

const addReference = (from: Tag, to: Tag) => {
  from.refersTo ??= [];
  if (!from.refersTo.includes(to)) from.refersTo.push(to);
};

/** Entries of the contents name what they lead to; calls and notes name each other (8.2.5.8, 8.2.5.14). */
export function addReferences(document: Tag, elementOf: ElementOf): void {
  for (const tag of tagsOf(document)) {
    if (tag.role === 'TOCI') {
      for (const reference of referencesIn(tag)) {
        const target = elementOf(reference);
        if (target) addReference(tag, target);
      }
    }
    const note = tag.role === 'Link' ? elementOf(tag) : undefined;
    if (note?.role !== 'FENote') continue;
    addReference(tag, note);
    addReference(note, tag);
  }
}

/**
 * Brings a settled structure of PDF 1.7 to what PDF/UA-2 asks for (ISO 14289-2, 8.2): types of PDF
 * 2.0 where it has them, those of PDF 1.7 for contents, quotations and code, which it has not.
 */
export function settleForPdf2(document: Tag): void {
  settleTitle(document);
  rewriteKids(document, (kid, parent) => {
    if (!isTag(kid)) return kid;
    kid.role = successors[kid.role] ?? kid.role;
    if (kid.role === 'FENote') kid.attributes.FENote = { NoteType: { name: 'Footnote' } };
    if (kid.role === 'TOCI') settleEntry(kid);
    return kid.role === 'Reference' ? settleReference(kid, parent.role === 'TOCI') : kid;
  });
  // What an annotation says, its element may not say otherwise (8.9.4.2).
  for (const tag of tagsOf(document)) if (tag.role === 'Link') tag.alt = undefined;
  settleContainment(document);
}

/** Types of the namespace of PDF 2.0 (ISO 32000-2, 14.8.4). */
export const pdf2Types: ReadonlySet<string> = new Set(
  `Document DocumentFragment Part Sect Div Aside NonStruct P H H1 H2 H3 H4 H5 H6 Title FENote Sub
  Lbl Em Strong Span Link Annot Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead
  TBody TFoot Caption Figure Formula Artifact`.split(/\s+/),
);

export const pdf2Namespace = 'http://iso.org/pdf2/ssn';
