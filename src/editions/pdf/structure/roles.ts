/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export const standardRoles = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
  H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot
  Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
  Figure Formula Form`.split(/\s+/),
);

/** Roles of ours and of PDF 2.0, and the standard type of PDF 1.7 that each stands for. */
const mappedRoles: Record<string, string> = {
  Title: 'H1',
  Subtitle: 'P',
  Byline: 'P',
  Date: 'P',
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  FENote: 'Note',
  Bibliography: 'Sect',
};

/** What a role counts as; a role that nobody maps counts as a division. */
export function standardRole(role: string): string {
  return standardRoles.has(role) ? role : (mappedRoles[role] ?? 'Div');
}

const inline = new Set(
  'Span Quote Reference Code Link Annot Ruby RB RT RP Warichu WT WP Lbl BibEntry'.split(' '),
);
const paragraphs = new Set('P H H1 H2 H3 H4 H5 H6'.split(' '));
const groups = new Set('Document Part Art Sect Div BlockQuote Note TOC Index'.split(' '));

export const isInline = (role: string) => inline.has(standardRole(role));
/** Holds text and nothing but text. */
export const isParagraph = (role: string) => paragraphs.has(standardRole(role));
/** Holds blocks; text straight in it wants a paragraph. */
export const isGroup = (role: string) => groups.has(standardRole(role));

/** The level of a heading; undefined for what is none. */
export function headingLevel(role: string): number | undefined {
  const match = /^H([1-6])$/.exec(standardRole(role));
  return match ? Number(match[1]) : undefined;
}
