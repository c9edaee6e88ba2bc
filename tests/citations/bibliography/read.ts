import { readBibliography } from '../../../src/citations/index.js';
import { Report } from '../../../src/diagnostics/report.js';

/** Reads bibliography files: their works, and what was found wrong with them, where. */
export function read(...files: [name: string, text: string][]) {
  const report = new Report();
  const bibliography = readBibliography(
    files.map(([name, text]) => ({ path: `/${name}`, shown: name, text })),
    report,
  );
  const findings = report.diagnostics.map(
    ({ rule, place }) => `${rule} ${place.file}:${place.line}:${place.column}`,
  );
  const csl = Object.fromEntries([...bibliography].map(([key, { csl: item }]) => [key, item]));
  return { bibliography, csl, findings, report };
}
