import type { Place } from '../../diagnostics/diagnostic.js';
import type { Finding, Report } from '../../diagnostics/report.js';
import type { RuleId } from '../../diagnostics/rules.js';

/** Adds a finding that another edition of the same Document may have made already. */
export function addOnce(report: Report, rule: RuleId, place: Place, finding: Finding): void {
  const known = report.diagnostics.some(
    (diagnostic) =>
      diagnostic.rule === rule &&
      diagnostic.message === finding.message &&
      diagnostic.place.line === place.line &&
      diagnostic.place.column === place.column,
  );
  if (!known) report.add(rule, place, finding);
}
