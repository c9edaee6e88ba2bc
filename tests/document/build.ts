import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { buildDocument } from '../../src/document/build-document.js';
import type { OctavoDocument } from '../../src/document/document.js';
import { parseManuscript } from '../../src/markdown/index.js';

export interface Built {
  document: OctavoDocument;
  /** `rule file:line:column` of each finding. */
  findings: string[];
  messages: string[];
}

const works = [
  { key: 'a', id: 'ref-1', content: [{ type: 'text' as const, value: 'A.' }], text: 'A.' },
  { key: 'b', id: 'ref-2', content: [{ type: 'text' as const, value: 'B.' }], text: 'B.' },
];

/** The Document of a manuscript without front matter, under a bibliography of two works. */
export function build(
  text: string,
  colophon?: string,
  references = works,
  claimsAccessibility = false,
): Built {
  const report = new Report();
  const parse = (source: string, shown: string) =>
    parseManuscript({ path: `/${shown}`, shown, text: source }, 1, report);
  const document = buildDocument(
    {
      text: parse(text, 'manuscript.md'),
      colophon: colophon === undefined ? undefined : parse(colophon, 'colophon.md'),
      metadata: { title: 'Europe\'s "turn"', authors: [], lang: 'en-GB', keywords: [] },
      references,
      referencesTitle: 'References',
      images: new Map(),
      toc: false,
      claimsAccessibility,
      files: { manuscript: 'manuscript.md', colophon: 'colophon.md' },
    },
    report,
  );
  const findings = report.diagnostics.map(({ rule, place }) => `${rule} ${formatPlace(place)}`);
  return { document, findings, messages: report.diagnostics.map(({ message }) => message) };
}
