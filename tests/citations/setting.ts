import { fileURLToPath } from 'node:url';
import type { Root, RootContent } from 'mdast';
import {
  type Bibliography,
  type CitationStyle,
  type PlacedCitations,
  type Placing,
  placeCitations,
  readBibliography,
  resolveLocale,
  resolveStyle,
} from '../../src/citations/index.js';
import { Report } from '../../src/diagnostics/report.js';
import { parseManuscript } from '../../src/markdown/index.js';

export const place = { file: 'm.md', line: 1, column: 1 };

/** The style by name, without what this machine may hold. */
export function styleNamed(name: string): Promise<CitationStyle> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return resolveStyle(name, { folder, from: 'publication', machineFolders: [] }, place);
}

/** A bibliography of CSL items. */
export function bibliographyOf(items: readonly object[]): Bibliography {
  const text = JSON.stringify(items);
  return readBibliography([{ path: '/b.json', shown: 'b.json', text }], new Report());
}

export interface Setting
  extends Pick<Placing, 'nocite' | 'linkCitations' | 'restartNotes' | 'lists'> {
  style?: string;
  lang?: string;
}

export interface Set extends PlacedCitations {
  root: Root;
  findings: string[];
  report: Report;
}

/** A manuscript, cited. */
export async function cite(
  manuscript: string,
  bibliography: Bibliography,
  { style = 'iai', lang = 'en-GB', ...rest }: Setting = {},
): Promise<Set> {
  const report = new Report();
  const source = { path: '/m.md', shown: 'm.md', text: manuscript };
  const root = parseManuscript(source, 1, report);
  const found = await styleNamed(style);
  const locale = await resolveLocale(found, lang, place, report, []);
  const placed = placeCitations(root, {
    bibliography,
    style: found,
    locale,
    file: 'm.md',
    report,
    ...rest,
  });
  const findings = report.diagnostics.map(
    (finding) => `${finding.rule} ${finding.place.line}:${finding.place.column}`,
  );
  return { ...placed, root, report, findings };
}

/** What a reader sees: notes as `{1}`, emphasis as it is, everything else as text. */
export function reading(node: Root | RootContent): string {
  if (node.type === 'note') return `{${node.data?.number}}`;
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(reading).join('') : '';
}

/** The text of each note in order of first call. */
export function noteTexts(root: Root): string[] {
  const texts: string[] = [];
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'note' && node.children.length > 0) {
      texts[(node.data?.number ?? 0) - 1] = node.children.map(reading).join(' ');
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return texts;
}
