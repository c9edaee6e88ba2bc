import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import { colours, plain } from '../diagnostics/paint.js';
import { LineIndex } from '../diagnostics/position.js';
import { readPlainFile, sizeLimits } from '../publication/publication-folder.js';
import { type Surroundings, showsColour } from './surroundings.js';

/** Writes diagnostics to standard error; on a terminal, or where asked, with the line at fault. */
export async function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  { stderr, environment, workingFolder }: Surroundings,
  verbose = false,
): Promise<void> {
  const paint = showsColour(stderr, environment) ? colours : plain;
  const sources = new Map<string, LineIndex | undefined>();
  // A terminal that does not know its width says 0.
  const width = Math.min(Math.max(stderr.columns || 100, 40), 120);
  const withSource = verbose || stderr.isTTY === true;
  for (const diagnostic of diagnostics) {
    const { file, line } = diagnostic.place;
    if (withSource && line !== undefined && !sources.has(file)) {
      sources.set(file, await readLines(resolve(workingFolder, file)));
    }
    const text = formatDiagnostic(diagnostic, { paint, source: sources.get(file), width });
    stderr.write(`${text}\n`);
  }
}

async function readLines(path: string): Promise<LineIndex | undefined> {
  const bytes = await readPlainFile(path, sizeLimits.text);
  return bytes instanceof Uint8Array ? new LineIndex(new TextDecoder().decode(bytes)) : undefined;
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning`; empty where there is neither. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map(
      (severity) =>
        [diagnostics.filter((each) => each.severity === severity).length, severity] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => counted(count, severity))
    .join(', ');
}
