import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';

/** How many findings of one rule a reader wants to see of one file. */
const most = 20;

/** Hands findings on: of one rule the first ones, then one that counts the rest. */
export function addFew(findings: readonly Diagnostic[], report: Report): void {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { rule } of findings) totals.set(rule, (totals.get(rule) ?? 0) + 1);
  for (const { rule, place, message, remedy } of findings) {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    const left = count > most ? (totals.get(rule) ?? 0) - most : 0;
    if (left <= 1) report.add(rule, place, { message, remedy });
    else if (count === most + 1) {
      report.add(rule, place, {
        message: `${left} more findings of this rule begin here`,
        remedy: 'Mend those above first, then build again',
      });
    }
  }
}
