import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { Report } from '../diagnostics/report.js';
import type { SourceText } from './publication.js';
import type { PublicationFolder } from './publication-folder.js';

/** A text file without which there is nothing to build: what keeps it from being read is a failure. */
export async function requireText(
  name: string,
  place: Place,
  folder: PublicationFolder,
  report: Report,
): Promise<SourceText> {
  const findings = new Report();
  const source = await folder.readText(name, place, findings);
  for (const { severity, rule, place, message, remedy } of findings.diagnostics) {
    if (severity === 'error') throw new Failure(rule, place, { message, remedy });
    report.add(rule, place, { message, remedy });
  }
  if (source === undefined) throw new Error(`no diagnostic says why ${name} was not read`);
  return source;
}
