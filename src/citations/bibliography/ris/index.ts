import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import type { Place } from '../../../diagnostics/diagnostic.js';
import type { Report } from '../../../diagnostics/report.js';
import type { SourceText } from '../../../publication/publication.js';
import { placesIn, type RawEntry } from '../raw-entry.js';
import { isRecord } from '../values.js';
import { amend, tagsOf } from './amend.js';

const start = /^[ \t]*TY {1,2}-/;
const end = /^[ \t]*ER {1,2}-/;

/** RIS, record by record, from `TY` to `ER`. */
export function readRis(source: SourceText, report: Report): RawEntry[] {
  const placeAt = placesIn(source);
  return recordsOf(source.text).flatMap(({ text, offset, closed }) => {
    const place = placeAt(offset);
    if (!closed) addBadRecord("A record is not closed: its 'ER  - ' is missing", place, report);
    return readRecord(text, place, report);
  });
}

/**
 * The work that a record tells of; none where it tells of none or cannot be read, which is reported.
 *
 * @param text One record, from `TY` to `ER`.
 */
export function readRecord(text: string, place: Place, report: Report): RawEntry[] {
  try {
    const data = convert(text);
    return isRecord(data) ? [{ place, data: amend(data, tagsOf(text), namesOf) }] : [];
  } catch (error) {
    addBadRecord(`A record cannot be read: ${(error as Error).message}`, place, report);
    return [];
  }
}

function convert(record: string): unknown {
  const options = { forceType: '@ris/file', generateGraph: false };
  const [data] = plugins.input.chain(record, options) as unknown[];
  return data;
}

function namesOf(names: readonly string[]): unknown {
  const authors = names.map((name) => `AU  - ${name}`);
  const data = convert(['TY  - GEN', ...authors, 'ER  - ', ''].join('\n'));
  return isRecord(data) ? data.author : undefined;
}

function addBadRecord(message: string, place: Place, report: Report): void {
  report.add('citation/bad-entry', place, {
    message,
    remedy: 'Correct the record; the other records of the file are read all the same',
  });
}

interface RisRecord {
  text: string;
  offset: number;
  closed: boolean;
}

function recordsOf(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (start.test(line)) {
      if (open) records.push({ ...open, text: `${open.text}ER  - \n` });
      open = { text: '', offset: index, closed: false };
    }
    if (!open) continue;
    open.text += line.replace(/[\r\n]+$/, '\n');
    if (end.test(line)) {
      records.push({ ...open, text: `${open.text.trimEnd()} \n`, closed: true });
      open = undefined;
    }
  }
  if (open) records.push({ ...open, text: `${open.text}\nER  - \n` });
  return records;
}
