/**
 * Reading bibliographies: CSL-JSON, CSL-YAML, BibTeX/BibLaTeX, RIS and EndNote into CSL items by key.
 * A bad entry loses itself alone. Nothing is ever fetched.
 */
import { formatPlace } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { SourceText } from '../../publication/publication.js';
import type { Bibliography, BibliographyItem } from '../types.js';
import { BibtexFiles } from './bibtex/index.js';
import { readEndNote } from './endnote/tagged.js';
import { readEndNoteXml } from './endnote/xml.js';
import { itemOf } from './item.js';
import { readJson } from './json.js';
import { KeyMaker } from './made-key.js';
import type { RawEntry } from './raw-entry.js';
import { readRis } from './ris/index.js';
import { worksOfSets } from './sets.js';
import { textOf } from './values.js';
import { readYaml } from './yaml.js';

type Reader = (source: SourceText, report: Report) => RawEntry[];

const readers: Record<string, Reader> = {
  json: readJson,
  csljson: readJson,
  yaml: readYaml,
  yml: readYaml,
  ris: readRis,
  enw: readEndNote,
  xml: readEndNoteXml,
};

const bibtexFormats = new Set(['bib', 'bibtex', 'biblatex']);

/**
 * All works of the files, in order. Of two works with one key, the first counts; both are named.
 * A work is found by its other keys too, and a set of works by its own.
 */
export function readBibliography(files: readonly SourceText[], report: Report): Bibliography {
  const items = new Map<string, BibliographyItem>();
  const bibtexFiles = files.filter((source) => bibtexFormats.has(formatOf(source)));
  const bibtex = new BibtexFiles(bibtexFiles, report);
  const others: [key: string, item: BibliographyItem][] = [];
  for (const source of files) {
    const entries = bibtexFiles.includes(source)
      ? bibtex.read(source)
      : (readerOf(source, report)?.(source, report) ?? []);
    const made = new KeyMaker(entries.map(keyOf));
    for (const entry of entries) {
      const key = keyOf(entry) ?? made.keyFor(entry, report);
      const first = items.get(key);
      if (first) {
        reportDuplicate(key, first, entry, report);
        continue;
      }
      const item = { key, place: entry.place, csl: itemOf(entry, key, report) };
      items.set(key, item);
      for (const other of entry.otherKeys ?? []) others.push([other, item]);
    }
  }
  for (const [key, item] of others) if (!items.has(key)) items.set(key, item);
  return Object.assign(items, { sets: worksOfSets(bibtex.sets, items, report) });
}

function formatOf({ shown, format }: SourceText): string {
  return format ?? /\.([^./\\]+)$/.exec(shown)?.[1]?.toLowerCase() ?? '';
}

function readerOf(source: SourceText, report: Report): Reader | undefined {
  const extension = formatOf(source);
  const reader = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!reader) {
    report.add(
      'citation/unknown-format',
      { file: source.shown },
      {
        message: `Octavo reads no bibliography of this kind: “${extension}”`,
        remedy:
          'Give CSL-JSON (.json), CSL-YAML (.yaml), BibTeX (.bib), RIS (.ris) or EndNote (.enw, .xml)',
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
