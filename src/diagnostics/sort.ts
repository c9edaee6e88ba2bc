import type { Diagnostic } from './diagnostic.js';

/**
 * By place: files in the order in which they first had a finding, lines and columns ascending, what
 * has no line first. Findings that say the same of the same spot are told once.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ place }) => place.file))];
  const rank = new Map(files.map((file, index) => [file, index]));
  const seen = new Set<string>();
  return diagnostics
    .filter((diagnostic) => {
      const said = JSON.stringify(diagnostic);
      return !seen.has(said) && seen.add(said);
    })
    .sort(
      ({ place: a }, { place: b }) =>
        (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    );
}
