/** RIS's types by EndNote's names of kinds; what is not here is generic. */
const types: Record<string, string> = {
  'aggregated database': 'AGGR',
  'ancient text': 'ANCIENT',
  artwork: 'ART',
  'audiovisual material': 'ADVS',
  bill: 'BILL',
  blog: 'BLOG',
  book: 'BOOK',
  'book section': 'CHAP',
  case: 'CASE',
  'classical work': 'CLSWK',
  'computer program': 'COMP',
  'conference paper': 'CPAPER',
  'conference proceedings': 'CONF',
  dataset: 'DATA',
  dictionary: 'DICT',
  'edited book': 'EDBOOK',
  'electronic article': 'EJOUR',
  'electronic book': 'EBOOK',
  'electronic book section': 'ECHAP',
  encyclopedia: 'ENCYC',
  'film or broadcast': 'MPCT',
  'government document': 'GOVDOC',
  hearing: 'HEAR',
  interview: 'ICOMM',
  'journal article': 'JOUR',
  'legal rule or regulation': 'LEGAL',
  'magazine article': 'MGZN',
  manuscript: 'MANSCPT',
  map: 'MAP',
  music: 'MUSIC',
  'newspaper article': 'NEWS',
  pamphlet: 'PAMP',
  patent: 'PAT',
  'personal communication': 'PCOMM',
  podcast: 'SOUND',
  report: 'RPRT',
  serial: 'SER',
  'social media': 'BLOG',
  standard: 'STAND',
  statute: 'STAT',
  thesis: 'THES',
  'unpublished work': 'UNPB',
  'web page': 'ELEC',
};

/** Kinds whose number is that of an issue; the number of any other is its own. */
const inIssues = new Set(['JOUR', 'MGZN', 'NEWS', 'EJOUR']);

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A record of EndNote, each field under the RIS tag that says the same. */
export interface EndNoteRecord {
  /** EndNote's name of the kind: `Journal Article`. */
  kind: string;
  fields: readonly { tag: string; value: string }[];
  /** First and last, as written: `33-45`. */
  pages?: string;
  /** Of the issue, or of the work. */
  number?: string;
  year?: string;
  /** In words: `11 September`. */
  day?: string;
}

/** The record in RIS's form, whose reader takes it from there. */
export function asRis({ kind, fields, pages = '', number, year, day = '' }: EndNoteRecord): string {
  const name = kind.trim().toLowerCase();
  const type = (Object.hasOwn(types, name) && types[name]) || 'GEN';
  const [, first, last] = /^([^-–]+)[-–]+(.+)$/.exec(pages) ?? [];
  const lines = [
    ['TY', type],
    ...fields.map(({ tag, value }) => [tag, value]),
    ['SP', first ?? pages],
    ['EP', last],
    [inIssues.has(type) ? 'IS' : 'M1', number],
    ['PY', year],
    ['DA', year === undefined ? undefined : dateOf(year, day)],
  ];
  const written = lines.flatMap(([tag, value = '']) => {
    const line = value.replace(/\s+/g, ' ').trim();
    return line === '' ? [] : [`${tag}  - ${line}`];
  });
  return [...written, 'ER  - ', ''].join('\n');
}

/** `2024/09/11` of a year and `11 September`, `Sep 11`, `September` or `2024-09-11`. */
function dateOf(year: string, day: string): string | undefined {
  const [, isoYear, isoMonth, isoDay = ''] = /^(\d{4})[-/](\d\d?)(?:[-/](\d\d?))?/.exec(day) ?? [];
  if (isoYear !== undefined) return `${isoYear}/${isoMonth}/${isoDay}`;
  const word = /\p{L}{3,}/u.exec(day)?.[0].slice(0, 3).toLowerCase() ?? '';
  const month = months.indexOf(word) + 1;
  if (month === 0 || !/^\d{4}$/.test(year)) return undefined;
  return `${year}/${month}/${/\b(\d\d?)\b/.exec(day)?.[1] ?? ''}`;
}
