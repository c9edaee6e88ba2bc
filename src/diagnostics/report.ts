import type { Diagnostic, Place } from './diagnostic.js';
import { type RuleId, rules } from './rules.js';

/** What a finding says; place and rule come beside it. */
export interface Finding {
  message: string;
  remedy: string;
}

/** Where words may or may not be divided: no part of what a person would look for. */
const breakMarkers = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Gathers the findings of one run, in the order they were made. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];

  add(rule: RuleId, place: Place, { message, remedy }: Finding): void {
    const { severity } = rules[rule];
    this.diagnostics.push({
      rule,
      severity,
      place,
      message: message.replaceAll(breakMarkers, ''),
      remedy: remedy.replaceAll(breakMarkers, ''),
    });
  }

  get hasErrors(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  get hasWarnings(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'warning');
  }
}
