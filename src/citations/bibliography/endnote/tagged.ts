import type { Report } from '../../../diagnostics/report.js';
import type { SourceText } from '../../../publication/publication.js';
import { placesIn, type RawEntry } from '../raw-entry.js';
import { readRecord } from '../ris/index.js';
import { asRis, type EndNoteRecord } from './record.js';

/** RIS's fields by EndNote's signs, for what is copied as it is. */
const fields: Record<string, string> = {
  '!': 'ST',
  '&': 'SE',
  '6': 'NV',
  '7': 'ET',
  '9': 'M3',
  '?': 'A4',
  '@': 'SN',
  '[': 'Y2',
  A: 'AU',
  B: 'T2',
  C: 'CY',
  E: 'A2',
  F: 'ID',
  G: 'LA',
  I: 'PB',
  J: 'T2',
  K: 'KW',
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

function recordOf(text: string): EndNoteRecord {
  const found = fieldsOf(text);
  const firstOf = (sign: string) => found.find(({ tag }) => tag === sign)?.value;
  const copied = found.flatMap(({ tag, value }) => {
    const name = Object.hasOwn(fields, tag) ? fields[tag] : undefined;
    return name === undefined ? [] : [{ tag: name, value }];
  });
  return {
    kind: firstOf('0') ?? '',
    fields: copied,
    pages: firstOf('P'),
    number: firstOf('N'),
    year: firstOf('D'),
    day: firstOf('8'),
  };
}

/** EndNote's tagged export (`.enw`), record by record from `%0`. */
export function readEndNote(source: SourceText, report: Report): RawEntry[] {
  const placeAt = placesIn(source);
  const starts = [...source.text.matchAll(/^%0/gm)].map(({ index }) => index);
  return starts.flatMap((start, index) => {
    const text = source.text.slice(start, starts[index + 1]);
    return readRecord(asRis(recordOf(text)), placeAt(start), report);
  });
}
