import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { placesIn, type RawEntry } from './raw-entry.js';
import { readRecord } from './ris.js';

/** RIS's types by EndNote's names of kinds; what is not here is generic. */
const types: Record<string, string> = {
  blog: 'BLOG',
  book: 'BOOK',
  'book section': 'CHAP',
  'conference paper': 'CPAPER',
  'conference proceedings': 'CONF',
  dataset: 'DATA',
  'edited book': 'EDBOOK',
  'electronic article': 'EJOUR',
  'electronic book': 'EBOOK',
  'government document': 'GOVDOC',
  hearing: 'HEAR',
  'journal article': 'JOUR',
  'legal rule or regulation': 'LEGAL',
  'magazine article': 'MGZN',
  manuscript: 'MANSCPT',
  map: 'MAP',
  'newspaper article': 'NEWS',
  pamphlet: 'PAMP',
  patent: 'PAT',
  'personal communication': 'PCOMM',
  report: 'RPRT',
  statute: 'STAT',
  thesis: 'THES',
  'unpublished work': 'UNPB',
  'web page': 'ELEC',
};

/** RIS's fields by EndNote's letters, for what is copied as it is. */
const fields: Record<string, string> = {
  '7': 'ET',
  '@': 'SN',
  A: 'AU',
  B: 'T2',
  C: 'CY',
  D: 'PY',
  E: 'A2',
  F: 'ID',
  G: 'LA',
  I: 'PB',
  J: 'T2',
  K: 'KW',
  N: 'IS',
  R: 'DO',
  S: 'T3',
  T: 'TI',
  U: 'UR',
  V: 'VL',
  X: 'AB',
  Y: 'A3',
  Z: 'N1',
};

interface Field {
  tag: string;
  value: string;
}

/** Fields of a record; lines without a tag go on with the field before. */
function fieldsOf(text: string): Field[] {
  const found: Field[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value] = /^%(.) ?(.*)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (tag !== undefined) found.push({ tag, value: (value ?? '').trim() });
    else if (last && line.trim()) last.value += ` ${line.trim()}`;
  }
  return found.filter(({ value }) => value !== '');
}

function risLines({ tag, value }: Field): string[] {
  if (tag === 'P') {
    const [, first, last] = /^([^-–]+)[-–]+(.+)$/.exec(value) ?? [];
    return first && last ? [`SP  - ${first.trim()}`, `EP  - ${last.trim()}`] : [`SP  - ${value}`];
  }
  const field = Object.hasOwn(fields, tag) ? fields[tag] : undefined;
  return field ? [`${field}  - ${value}`] : [];
}

function risRecord(text: string): string {
  const found = fieldsOf(text);
  const kind = found.find(({ tag }) => tag === '0')?.value.toLowerCase() ?? '';
  const type = Object.hasOwn(types, kind) ? types[kind] : 'GEN';
  return [`TY  - ${type}`, ...found.flatMap(risLines), 'ER  - ', ''].join('\n');
}

/**
 * EndNote's tagged export (`.enw`), record by record from `%0`. It says in other letters what RIS
 * says, whose reader takes it from there.
 */
export function readEndNote(source: SourceText, report: Report): RawEntry[] {
  const placeAt = placesIn(source);
  const starts = [...source.text.matchAll(/^%0/gm)].map(({ index }) => index);
  return starts.flatMap((start, index) => {
    const text = source.text.slice(start, starts[index + 1]);
    return readRecord(risRecord(text), placeAt(start), report);
  });
}
