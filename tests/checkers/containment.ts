// Which element may stand straight in which (ISO/TS 32005, table 5), row by row; artifacts, NonStruct
// and Private may stand anywhere.
const rows = `
Annot: Annot Art Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em FENote Figure Form
  Formula H Hn L Lbl Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table Title
  Warichu
Art: Annot Aside BlockQuote Caption Code Div DocumentFragment FENote Figure Form Formula H Hn
  Index L Lbl Link Note P Part Sect TOC Table Title
Aside: Annot Art BlockQuote Caption Code Div Document DocumentFragment FENote Figure Form Formula
  H Hn Index L Lbl Link Note P Part Reference Sect TOC Table
BibEntry: Annot Div Em FENote Figure Lbl Link Note P Part Reference Span Strong
BlockQuote: Annot Art BlockQuote Caption Code Div Document DocumentFragment FENote Figure Form
  Formula H Hn Index L Lbl Link Note P Part Reference Sect TOC Table
Caption: Annot Art Aside BibEntry BlockQuote Code Div DocumentFragment Em FENote Figure Form
  Formula H Hn Index L Lbl Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table
  Warichu
Code: Annot Art Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em FENote Figure Form
  Formula Index L Lbl Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table Warichu
Document: Annot Art Aside BlockQuote Code Div Document DocumentFragment FENote Figure Form Formula
  H Hn Index L Link Note P Part Sect TOC Table Title
DocumentFragment: Annot Art Aside BlockQuote Code Div Document DocumentFragment FENote Figure Form
  Formula H Hn Index L Link Note P Part Sect TOC Table Title
Em: Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span
  Strong Sub Warichu
FENote: Annot Art Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em FENote Figure
  Form Formula Index L Lbl Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table
  Warichu
Figure: Annot Art Aside BibEntry BlockQuote Caption Code Div Em FENote Figure Form Formula H Hn
  Index L Lbl Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table Warichu
Form: BibEntry Caption Code Div FENote Figure Formula L Lbl Note Part Reference Table
Formula: Annot Aside BibEntry BlockQuote Caption Code Div Em FENote Figure Form Formula H Hn Index
  L Lbl Link Note P Part Quote Reference Ruby Span Strong Sub Table Warichu
H: Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Sect Span
  Strong Sub Warichu
Hn: Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Sect Span
  Strong Sub Warichu
Index: Annot Caption Div FENote Figure Formula H Hn L Note P Part Reference Sect Table
L: Caption L LI
LBody: Annot Art Aside BibEntry BlockQuote Caption Code Div Em FENote Figure Form Formula H Hn
  Index L Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table Warichu
LI: Div LBody Lbl
Lbl: Annot BibEntry Code Em FENote Figure Form Formula Link Note Quote Reference Ruby Span Strong
  Sub Warichu
Link: Annot Art Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em FENote Figure Form
  Formula H Hn L Lbl Note P Part Quote Reference Ruby Sect Span Strong Sub Table Title Warichu
Note: Annot Art Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em FENote Figure Form
  Formula Index L Lbl Link Note P Part Quote Reference Ruby Sect Span Strong Sub Table Warichu
P: Annot BibEntry Code Em FENote Figure Form Formula L Lbl Link Note Quote Reference Ruby Span
  Strong Sub Table Warichu
Quote: Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span
  Strong Sub Warichu
RB: Annot Em Form Link Quote Reference Span Strong Sub
RP: Annot Em Form Link Quote Reference Span Strong Sub
RT: Annot Em Form Link Quote Reference Span Strong Sub
Reference: Annot Art Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em FENote Figure
  Form Formula H Hn L Lbl Note P Part Quote Reference Ruby Sect Span Strong Sub Table Title
  Warichu
Ruby: RB RP RT
Sect: Annot Art Aside BlockQuote Caption Code Div DocumentFragment FENote Figure Form Formula H Hn
  Index L Lbl Link Note P Part Sect TOC Table Title
Span: Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span
  Strong Sub Warichu
Strong: Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span
  Strong Sub Warichu
Sub: Annot BibEntry Code Em FENote Figure Form Formula L Lbl Link Note Quote Reference Ruby Span
  Strong Warichu
TBody: TR
TD: Annot Art BibEntry Code Div Em FENote Figure Form Formula H Hn Index L Lbl Link Note P Quote
  Reference Ruby Sect Span Strong Table Warichu
TFoot: TR
TH: Annot Art BibEntry Code Div Em FENote Figure Form Formula H Hn Index L Lbl Link Note P Quote
  Reference Ruby Sect Span Strong Table Warichu
THead: TR
TOC: Caption Part TOC TOCI
TOCI: Div Lbl P Reference TOC
TR: TD TH
Table: Caption TBody TFoot THead TR
Title: Annot Aside BibEntry Caption Code Div Em FENote Figure Form Formula L Lbl Link Note P Part
  Quote Reference Ruby Span Strong Table Warichu
WP: Annot Em Form Link Quote Reference Span Strong Sub
WT: Annot Em Form Link Quote Reference Span Strong Sub
Warichu: WP WT
`;

const anywhere = ['Artifact', 'NonStruct', 'Private'];

const mayHold = new Map(
  rows
    .trim()
    .split(/\n(?! )/)
    .map((row): [string, Set<string>] => {
      const [parent = '', kids = ''] = row.split(':');
      return [parent, new Set([...anywhere, ...kids.trim().split(/\s+/)])];
    }),
);

/** Elements without content of their own. */
export const withoutContent = new Set(
  `Art Document DocumentFragment Index L LI Sect TBody TFoot THead TOC TOCI TR Table`.split(/\s+/),
);

const typeOf = (role: string) => (/^H[1-9]\d*$/.test(role) ? 'Hn' : role);

/** The types that the table says of what may stand in them. */
export const containmentRows = (): string[] => [...mayHold.keys()];

/** Whether an element may stand in another; types that the table does not have hold anything. */
export function mayStandIn(kid: string, parent: string): boolean {
  return mayHold.get(typeOf(parent))?.has(typeOf(kid)) ?? true;
}
