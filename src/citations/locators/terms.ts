import { childOf, parseXml } from '../style/xml.js';

/** CSL 1.0.2, "Locators". */
const labels = new Set(
  (
    'act appendix article article-locator book canon chapter column elocation equation figure ' +
    'folio issue line location note opus page paragraph part rule scene section sub-verbo ' +
    'supplement table timestamp title title-locator verse version volume'
  ).split(' '),
);

/** What people write in any language, whatever the terms of the locale are. */
const everywhere: Readonly<Record<string, string>> = {
  'p.': 'page',
  'pp.': 'page',
  page: 'page',
  pages: 'page',
  'ch.': 'chapter',
  'chs.': 'chapter',
  'chap.': 'chapter',
  'chaps.': 'chapter',
  chapter: 'chapter',
  chapters: 'chapter',
  'vol.': 'volume',
  'vols.': 'volume',
  volume: 'volume',
  volumes: 'volume',
  'sec.': 'section',
  'secs.': 'section',
  'sect.': 'section',
  section: 'section',
  sections: 'section',
  '§': 'section',
  '§§': 'section',
  'para.': 'paragraph',
  'paras.': 'paragraph',
  'par.': 'paragraph',
  paragraph: 'paragraph',
  paragraphs: 'paragraph',
  '¶': 'paragraph',
  '¶¶': 'paragraph',
  'art.': 'article-locator',
  'arts.': 'article-locator',
  article: 'article-locator',
  articles: 'article-locator',
  'fig.': 'figure',
  'figs.': 'figure',
  figure: 'figure',
  'fol.': 'folio',
  'fols.': 'folio',
  folio: 'folio',
  'bk.': 'book',
  'bks.': 'book',
  book: 'book',
  'col.': 'column',
  'cols.': 'column',
  column: 'column',
  'l.': 'line',
  'll.': 'line',
  line: 'line',
  lines: 'line',
  'n.': 'note',
  'nn.': 'note',
  note: 'note',
  notes: 'note',
  'no.': 'issue',
  'nos.': 'issue',
  'op.': 'opus',
  'opp.': 'opus',
  'pt.': 'part',
  'pts.': 'part',
  part: 'part',
  parts: 'part',
  's.v.': 'sub-verbo',
  's.vv.': 'sub-verbo',
  'v.': 'verse',
  'vv.': 'verse',
  verse: 'verse',
  'app.': 'appendix',
  appendix: 'appendix',
  'tbl.': 'table',
  table: 'table',
};

/** A label as people write it (lower case) -> CSL's name for it. */
export type LocatorTerms = ReadonlyMap<string, string>;

/** The locator labels that a manuscript may use under a locale, longest first. */
export function locatorTerms(localeXml: string): LocatorTerms {
  const terms = new Map(Object.entries(everywhere));
  for (const { attributes, children, text } of childOf(parseXml(localeXml), 'terms')?.children ??
    []) {
    const label = attributes.name ?? '';
    if (!labels.has(label)) continue;
    const written = [text, ...children.map((child) => child.text)];
    for (const form of written) {
      const term = form.trim().toLowerCase();
      if (term !== '') terms.set(term, label === 'article' ? 'article-locator' : label);
    }
  }
  return new Map([...terms].sort(([one], [other]) => other.length - one.length));
}
