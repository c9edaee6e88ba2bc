import {
  type CitationCluster,
  openCitations,
  readBibliography,
  resolveLocale,
  resolveStyle,
} from '../src/citations/index.js';
import { Report } from '../src/diagnostics/report.js';
import { generateBook } from './book.js';
import { median } from './measure.js';

/** Milliseconds of CPU, those of the garbage collector's threads included. */
export interface EditTimes {
  style: string;
  /** Of the document. */
  citations: number;
  /** The document as a whole, in a new session. */
  opened: number;
  /** The first edit that followed. */
  first: number;
  /** Of each kind of edit, and of taking it back. */
  medians: Record<string, number>;
}

const citationCount = 100;
const citedWorks = 84;
const { references } = generateBook({ words: 6000, notes: 130, sources: 120, seed: 7 });

/** One citation in three has a locator, and one in ten is of two works. */
function documentOf(keys: readonly string[]): CitationCluster[] {
  const keyAt = (index: number) => keys[(index * 37) % citedWorks] as string;
  return Array.from({ length: citationCount }, (_, index) => ({
    items: [
      { key: keyAt(index), ...(index % 3 === 0 ? { locator: String(index + 1) } : {}) },
      ...(index % 10 === 0 ? [{ key: keyAt(index + 50) }] : []),
    ],
  }));
}

/** The document after each kind of edit, at a place that every turn has of its own. */
function editsOf(clusters: readonly CitationCluster[], keys: readonly string[], turn: number) {
  const at = (turn * 37 + 11) % citationCount;
  const from = at % 20;
  const citing = (key: string | undefined) => [
    ...clusters.slice(0, at),
    { items: [{ key: key as string }] },
    ...clusters.slice(at),
  ];
  const moved = clusters.filter((_, index) => index !== from);
  moved.splice(at, 0, clusters[from] as CitationCluster);
  return {
    locator: clusters.map((cluster, index) =>
      index === at
        ? { items: cluster.items.map((item) => ({ ...item, locator: String(turn) })) }
        : cluster,
    ),
    move: moved,
    'cite again': citing(keys[turn % citedWorks]),
    'cite another work': citing(keys[citedWorks + (turn % (keys.length - citedWorks))]),
    'take out': clusters.filter((_, index) => index !== at),
  };
}

/** Cites the document again after every kind of edit, `turns` times, under each style. */
export async function measureEdits(styles: readonly string[], turns: number): Promise<EditTimes[]> {
  const times: EditTimes[] = [];
  for (const name of styles) times.push(await measureStyle(name, turns));
  return times;
}

async function measureStyle(name: string, turns: number): Promise<EditTimes> {
  const place = { file: 'bench' };
  const report = new Report();
  const style = await resolveStyle(name, { folder: process.cwd(), from: 'command' }, place);
  const locale = await resolveLocale(style, 'en-GB', place, report);
  const text = JSON.stringify(references);
  const items = readBibliography([{ path: '/book.json', shown: 'book.json', text }], report);
  const keys = [...items.keys()];
  const session = openCitations({ style, locale, items, linkCitations: true });
  const cite = (clusters: readonly CitationCluster[]) => {
    const noted = clusters.map((cluster, index) => ({ ...cluster, note: index + 1 }));
    const start = process.cpuUsage();
    session.cite(noted);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const clusters = documentOf(keys);
  const opened = cite(clusters);
  const taken = new Map<string, number[]>();
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [kind, edited] of Object.entries(editsOf(clusters, keys, turn))) {
      taken.set(kind, [...(taken.get(kind) ?? []), cite(edited)]);
      taken.set('back', [...(taken.get('back') ?? []), cite(clusters)]);
    }
  }
  const medians = [...taken].map(([kind, values]) => [kind, median(values)] as const);
  const first = taken.get('locator')?.[0] ?? 0;
  return {
    style: name,
    citations: clusters.length,
    opened,
    first,
    medians: Object.fromEntries(medians),
  };
}
