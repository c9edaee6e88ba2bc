import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { type RawEntry, TextPlaces } from './raw-entry.js';
import { isRecord } from './values.js';

const start = /^[ \t]*TY {1,2}-/;
const end = /^[ \t]*ER {1,2}-/;

/** RIS, record by record, from `TY` to `ER`. */
export function readRis(source: SourceText, report: Report): RawEntry[] {
  const places = new TextPlaces(source);
  return recordsOf(source.text).flatMap(({ text, offset, closed }) => {
    const place = places.at(offset);
    const fail = (message: string) => {
      report.add('citation/bad-entry', place, {
        message,
        remedy: 'Correct the record; the other records of the file are read all the same',
      });
    };
    if (!closed) fail("A record is not closed: its 'ER  - ' is missing");
    try {
      const data = workOf(text);
      return data ? [{ place, data }] : [];
    } catch (error) {
      fail(`A record cannot be read: ${(error as Error).message}`);
      return [];
    }
  });
}

/**
 * The work that a record tells of, in CSL's terms.
 *
 * @param text One record, from `TY` to `ER`.
 */
export function workOf(text: string): Record<string, unknown> | undefined {
  const options = { forceType: '@ris/file', generateGraph: false };
  const [data] = plugins.input.chain(text, options) as unknown[];
  return isRecord(data) ? data : undefined;
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
