import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import { type BibtexPiece, bibtexEntries } from './bibtex-entries.js';
import { type PlaceAt, placesIn, type RawEntry } from './raw-entry.js';
import { isRecord } from './values.js';

interface ParsedEntry {
  type: string;
  label: string;
  properties: Record<string, unknown>;
}

/**
 * BibTeX and BibLaTeX, entry by entry. Fields are read as BibLaTeX's, which knows BibTeX's too;
 * all entries are turned into CSL together, because `crossref` looks at others.
 */
export function readBibtex(source: SourceText, report: Report): RawEntry[] {
  const placeAt = placesIn(source);
  const { pieces, strayBraces } = bibtexEntries(source.text);
  for (const offset of strayBraces) {
    report.add('citation/bibliography-syntax', placeAt(offset), {
      message: 'This closing brace stands outside every entry: what precedes it is not read',
      remedy: 'Look for a closing brace too many in the entry before it',
    });
  }
  const strings = pieces.filter(({ kind }) => kind === 'string').map(({ text }) => text);
  const parsed = pieces
    .filter(({ kind }) => kind === 'entry')
    .flatMap((piece) => parse(piece, strings.join('\n'), placeAt, report));
  const converted = convert(parsed.map(({ entry }) => entry));
  return parsed.flatMap(({ piece }, index) => {
    const data = converted[index];
    return isRecord(data) ? [{ place: placeAt(piece.offset), data }] : [];
  });
}

function parse(piece: BibtexPiece, strings: string, placeAt: PlaceAt, report: Report) {
  const place = placeAt(piece.offset);
  const remedy = 'Correct the entry; the other entries of the file are read all the same';
  const named = piece.key ? `The entry “${piece.key}”` : 'An entry';
  if (piece.unclosed) {
    const message = `${named} is not closed: a brace is missing`;
    report.add('citation/bad-entry', place, { message, remedy });
    return [];
  }
  try {
    const entries = plugins.input.chain(`${strings}\n${piece.text}`, {
      forceType: '@biblatex/text',
      target: '@biblatex/entries+list',
      generateGraph: false,
    }) as ParsedEntry[];
    return entries.map((entry) => ({ piece, entry }));
  } catch (error) {
    const [reason = ''] = String((error as Error).message).split('\n');
    const message = `${named} cannot be read: ${reason.replace(/ at line \d+ col \d+:?$/, '')}`;
    report.add('citation/bad-entry', place, { message, remedy });
    return [];
  }
}

function convert(entries: readonly ParsedEntry[]): unknown[] {
  const list = (some: readonly ParsedEntry[]) =>
    plugins.input.chain(some, {
      forceType: '@biblatex/entries+list',
      generateGraph: false,
    }) as unknown[];
  try {
    return entries.length > 0 ? list(entries) : [];
  } catch {
    return entries.map((entry) => {
      try {
        return list([entry])[0];
      } catch {
        return { id: entry.label, type: 'document' };
      }
    });
  }
}
