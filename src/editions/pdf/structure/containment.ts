import { isTag, type Kid, newTag, type Tag } from './tags.js';

const words = (list: string) => list.split(/\s+/);
const phrases = words(
  `Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span Strong
  Sub Warichu`,
);
const blocks = words(
  `Annot Art Aside BlockQuote Code DocumentFragment FENote Figure Form Formula H Hn Index L Link
  Note P Sect TOC Table Title`,
);
const flow = [...phrases, ...blocks];

const set = (types: readonly string[], more = '', less = '') => {
  const without = words(less);
  return new Set([...types, ...words(more)].filter((type) => !without.includes(type)));
};

/** What may stand straight in each type: ISO/TS 32005, table 5. Other types may hold anything. */
const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  Document: set(blocks, 'Document'),
  DocumentFragment: set(blocks, 'Document'),
  Art: set(blocks, 'Caption Lbl', 'Art'),
  Sect: set(blocks, 'Caption Lbl'),
  Aside: set(blocks, 'Caption Document Lbl Reference', 'Aside Title'),
  BlockQuote: set(blocks, 'Caption Document Lbl Reference', 'Aside Title'),
  Index: set([], 'Caption FENote Figure Formula H Hn L Note P Reference Sect Table'),
  TOC: set([], 'Caption TOC TOCI'),
  TOCI: set([], 'Lbl P Reference TOC'),
  L: set([], 'Caption L LI'),
  LI: set([], 'Lbl LBody'),
  LBody: set(flow, 'Caption', 'Lbl TOC Title DocumentFragment'),
  Table: set([], 'Caption TBody TFoot THead TR'),
  THead: set([], 'TR'),
  TBody: set([], 'TR'),
  TFoot: set([], 'TR'),
  TR: set([], 'TD TH'),
  TD: set(flow, '', 'Aside BlockQuote DocumentFragment Sub TOC Title'),
  TH: set(flow, '', 'Aside BlockQuote DocumentFragment Sub TOC Title'),
  Caption: set(flow, '', 'TOC Title'),
  Figure: set(flow, 'Caption', 'DocumentFragment TOC Title'),
  Formula: set(flow, 'Caption', 'Art DocumentFragment Sect TOC Title'),
  FENote: set(flow, 'Caption', 'H Hn TOC Title'),
  Code: set(flow, 'Caption', 'H Hn TOC Title'),
  Link: set(flow, 'Caption', 'Index Link TOC'),
  Reference: set(flow, 'Caption', 'Index Link TOC'),
  BibEntry: set([], 'Annot Em FENote Figure Lbl Link Note P Reference Span Strong'),
  Title: set(phrases, 'Aside Caption L P Table', 'Sub'),
  P: set(phrases, 'L Table'),
  Hn: set(phrases, 'Sect'),
  Sub: set(phrases, 'L', 'Sub'),
  Lbl: set(phrases, '', 'Lbl'),
  ...Object.fromEntries(['Em', 'Strong', 'Span', 'Quote'].map((type) => [type, set(phrases)])),
};

/** What stands in these counts as standing in what they stand in. */
const passedThrough = new Set(['Div', 'Part', 'NonStruct', 'Private']);

/** Where they may not stand all the same. */
const noDivisions = words('Em Hn L Lbl P Quote Span Strong Sub Table TBody TFoot THead TOC TR');
const withoutDivisions: Readonly<Record<string, ReadonlySet<string>>> = {
  Div: new Set(noDivisions),
  Part: new Set([...noDivisions, ...words('LI TD TH TOCI')]),
};

/** Types that hold elements and no content of their own. */
const holdsNoContent = new Set(
  'Document DocumentFragment Art Sect Index L LI TOC TOCI Table THead TBody TFoot TR'.split(' '),
);

const typeOf = (role: string) => (/^H[1-9]/.test(role) ? 'Hn' : role);

function mayHold(parent: string, kid: Kid): boolean {
  if (!isTag(kid)) return !holdsNoContent.has(parent);
  if (passedThrough.has(kid.role)) return !withoutDivisions[kid.role]?.has(parent);
  return allowed[parent]?.has(typeOf(kid.role)) ?? true;
}

const isPhrase = (kid: Kid) => !isTag(kid) || phrases.includes(kid.role);

/** Runs of words among which some may not stand there, each put into a paragraph. */
function withParagraphs(parent: string, kids: readonly Kid[]): Kid[] {
  if (!mayHold(parent, newTag('P'))) return [...kids];
  const runs: Kid[][] = [];
  for (const kid of kids) {
    const last = runs.at(-1);
    if (last && isPhrase(kid) && isPhrase(last[0] as Kid)) last.push(kid);
    else runs.push([kid]);
  }
  return runs.flatMap((run) => {
    const isMisplaced = isPhrase(run[0] as Kid) && !run.every((kid) => mayHold(parent, kid));
    return isMisplaced ? [newTag('P', run)] : run;
  });
}

const holdsCaption = ({ kids }: Tag) => kids.some((kid) => isTag(kid) && kid.role === 'Caption');

/** Puts words into paragraphs and captions into sections where they could not stand otherwise. */
export function settleContainment(tag: Tag, around = ''): void {
  // A caption belongs to what it stands straight in, which may not be nothing.
  if (passedThrough.has(tag.role) && holdsCaption(tag) && mayHold(around, newTag('Sect'))) {
    tag.role = 'Sect';
  }
  const parent = passedThrough.has(tag.role) ? around : typeOf(tag.role);
  tag.kids = withParagraphs(parent, tag.kids);
  for (const kid of tag.kids) if (isTag(kid)) settleContainment(kid, parent);
}

/** Something that stands where it may not. */
export interface Misplaced {
  /** `Caption in Document`. */
  what: string;
  /** Itself; what it stands in, where it is content. */
  tag: Tag;
}

export function misplacedIn(tag: Tag, around = ''): Misplaced[] {
  const parent = passedThrough.has(tag.role) ? around : typeOf(tag.role);
  return tag.kids.flatMap((kid): Misplaced[] => {
    const isFine = mayHold(parent, kid);
    const own = isTag(kid)
      ? { what: `${kid.role} in ${parent}`, tag: kid }
      : { what: `content in ${parent}`, tag };
    return [...(isFine ? [] : [own]), ...(isTag(kid) ? misplacedIn(kid, parent) : [])];
  });
}
