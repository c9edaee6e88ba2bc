import type { Diagnostic, Place } from './diagnostic.js';
import { type RuleId, rules } from './rules.js';

/** What a finding says; place and rule come beside it. */
export interface Finding {
  message: string;
  remedy: string;
}

/** Gathers the findings of one run, in the order they were made. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];

  add(rule: RuleId, place: Place, { message, remedy }: Finding): void {
    const { severity } = rules[rule];
    this.diagnostics.push({ rule, severity, place, message, remedy });
  }

  get hasErrors(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  get hasWarnings(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'warning');
  }
}
