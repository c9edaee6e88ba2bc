/**
 * Reading bibliographies: CSL-JSON, CSL-YAML, BibTeX/BibLaTeX, RIS and EndNote into CSL items by key.
 * A bad entry loses itself alone. Nothing is ever fetched.
 */
import { formatPlace } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import type { Bibliography, BibliographyItem } from '../types.js';
import { readBibtex } from './bibtex.js';
import { readEndNote } from './endnote.js';
import { itemOf } from './item.js';
import { readJson } from './json.js';
import { KeyMaker } from './made-key.js';
import type { RawEntry } from './raw-entry.js';
import { readRis } from './ris.js';
import { textOf } from './values.js';
import { readYaml } from './yaml.js';

type Reader = (source: SourceText, report: Report) => RawEntry[];

const readers: Record<string, Reader> = {
  json: readJson,
  csljson: readJson,
  yaml: readYaml,
  yml: readYaml,
  bib: readBibtex,
  bibtex: readBibtex,
  biblatex: readBibtex,
  ris: readRis,
  enw: readEndNote,
};

/** All works of the files, in order. Of two works with one key, the first counts; both are named. */
export function readBibliography(files: readonly SourceText[], report: Report): Bibliography {
  const items = new Map<string, BibliographyItem>();
  for (const source of files) {
    const entries = readerOf(source, report)?.(source, report) ?? [];
    const made = new KeyMaker(entries.map(keyOf));
    for (const entry of entries) {
      const key = keyOf(entry) ?? made.keyFor(entry, report);
      const first = items.get(key);
      if (first) reportDuplicate(key, first, entry, report);
      else items.set(key, { key, place: entry.place, csl: itemOf(entry, key, report) });
    }
  }
  return items;
}

function readerOf({ shown, format }: SourceText, report: Report): Reader | undefined {
  const extension = format ?? /\.([^./\\]+)$/.exec(shown)?.[1]?.toLowerCase() ?? '';
  const reader = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!reader) {
    report.add(
      'citation/unknown-format',
      { file: shown },
      {
        message: `Octavo reads no bibliography of this kind: “${extension}”`,
        remedy:
          'Give CSL-JSON (.json), CSL-YAML (.yaml), BibTeX (.bib), RIS (.ris) or EndNote (.enw)',
      },
    );
  }
  return reader;
}

function keyOf({ data }: RawEntry): string | undefined {
  return textOf(data.id) ?? textOf(data['citation-key']);
}

function reportDuplicate(
  key: string,
  first: BibliographyItem,
  { place }: RawEntry,
  report: Report,
): void {
  report.add('citation/duplicate-key', place, {
    message: `The key “${key}” is taken already at ${formatPlace(first.place)}: this entry is not used`,
    remedy: 'Give one of the two another key, or remove one',
  });
}
