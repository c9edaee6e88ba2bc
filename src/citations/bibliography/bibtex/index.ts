import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import type { Report } from '../../../diagnostics/report.js';
import type { SourceText } from '../../../publication/publication.js';
import { type PlaceAt, placesIn, type RawEntry } from '../raw-entry.js';
import type { EntrySet } from '../sets.js';
import { convertEntry } from './convert.js';
import type { BibtexEntry } from './entry.js';
import { Inheritance } from './inherit.js';
import { type BibtexPiece, bibtexPieces } from './pieces.js';
import { Strings, stringsUsed } from './strings.js';

/** What citation-js makes of the text of an entry. */
interface ParsedEntry {
  type: string;
  label: string;
  properties: Record<string, string | number>;
  annotations?: unknown;
}

/**
 * BibTeX and BibLaTeX, entry by entry. Fields are read as BibLaTeX's, which knows BibTeX's too.
 * The files of a publication are one: an entry takes strings and fields from any of them.
 */
export class BibtexFiles {
  private readonly strings = new Strings();
  private readonly entries = new Map<SourceText, BibtexEntry[]>();
  private readonly inheritance: Inheritance;

  constructor(
    sources: readonly SourceText[],
    private readonly report: Report,
  ) {
    const files = sources.map((source) => ({ source, ...bibtexPieces(source.text) }));
    const pieces = files.flatMap((file) => file.pieces);
    for (const { kind, text } of pieces) if (kind === 'string') this.strings.add(text);
    for (const file of files) {
      const placeAt = placesIn(file.source);
      this.reportStrayBraces(file.strayBraces, placeAt);
      const entries = file.pieces.filter(({ kind }) => kind === 'entry');
      this.entries.set(
        file.source,
        entries.flatMap((piece) => this.parse(piece, placeAt)),
      );
    }
    this.inheritance = new Inheritance([...this.entries.values()].flat(), report);
  }

  /** The works of one of the files; a set of works or a store of fields is none. */
  read(source: SourceText): RawEntry[] {
    return (this.entries.get(source) ?? []).flatMap((entry) => {
      if (entry.type === 'xdata' || entry.type === 'set') return [];
      const fields = this.inheritance.fieldsOf(entry);
      const data = convertEntry(entry, fields);
      if (!data) return this.reportBad(entry, 'a field of it is no TeX that can be read');
      const otherKeys = fields.ids === undefined ? [] : keysIn(fields.ids);
      return [{ place: entry.place, data, otherKeys }];
    });
  }

  /** The sets of works of all files. */
  get sets(): EntrySet[] {
    const entries = [...this.entries.values()].flat().filter(({ type }) => type === 'set');
    return entries.map(({ key, fields, place }) => ({
      key: key.normalize('NFC'),
      members: keysIn(fields.entryset ?? ''),
      place,
    }));
  }

  private parse(piece: BibtexPiece, placeAt: PlaceAt): BibtexEntry[] {
    const place = placeAt(piece.offset);
    if (piece.unclosed)
      return this.reportBad({ ...piece, place }, 'a brace is missing', 'is not closed');
    for (const { name, offset } of stringsUsed(piece.text)) {
      if (!this.strings.has(name)) this.reportString(name, placeAt(piece.offset + offset));
    }
    try {
      const options = {
        forceType: '@biblatex/text',
        target: '@biblatex/entries+list',
        generateGraph: false,
      };
      const text = `${this.strings.neededBy(piece.text)}\n${piece.text}`;
      const parsed = plugins.input.chain(text, options) as ParsedEntry[];
      return parsed.map(({ type, label, properties, annotations }) => {
        const fields = Object.entries(properties).map(([name, value]) => [name, String(value)]);
        return { type, key: label, fields: Object.fromEntries(fields), annotations, place };
      });
    } catch (error) {
      const [reason = ''] = String((error as Error).message).split('\n');
      return this.reportBad({ ...piece, place }, reason.replace(/ at line \d+ col \d+:?$/, ''));
    }
  }

  private reportBad(
    { key, place }: Pick<BibtexEntry, 'key' | 'place'>,
    reason: string,
    what = 'cannot be read',
  ): [] {
    const named = key ? `The entry “${key}”` : 'An entry';
    this.report.add('citation/bad-entry', place, {
      message: `${named} ${what}: ${reason}`,
      remedy: 'Correct the entry; the other entries of the file are read all the same',
    });
    return [];
  }

  private reportString(name: string, place: BibtexEntry['place']): void {
    this.report.add('citation/unknown-string', place, {
      message: `No @string defines “${name}”: nothing stands in its place`,
      remedy: 'Define it, or put the text in braces',
    });
  }

  private reportStrayBraces(offsets: readonly number[], placeAt: PlaceAt): void {
    for (const offset of offsets) {
      this.report.add('citation/bibliography-syntax', placeAt(offset), {
        message: 'This closing brace stands outside every entry: what precedes it is not read',
        remedy: 'Look for a closing brace too many in the entry before it',
      });
    }
  }
}

/** `one, other` */
function keysIn(list: string): string[] {
  const keys = list.split(',').map((key) => key.trim().normalize('NFC'));
  return keys.filter((key) => key !== '');
}
