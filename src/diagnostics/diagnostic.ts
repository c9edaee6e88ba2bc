import type { RuleId } from './rules.js';

/** A spot in a file of the publication. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  /** Path as a person would type it: relative to the working folder where that is shorter. */
  file: string;
  line?: number;
  column?: number;
}

export type Severity = 'error' | 'warning' | 'note';

/** One finding: where, which rule, what is wrong, and what to do about it. */
export interface Diagnostic {
  rule: RuleId;
  severity: Severity;
  place: Place;
  /** What is wrong, a sentence without a closing stop. */
  message: string;
  /** What to do, an imperative sentence without a closing stop. */
  remedy: string;
}

/** `file:line:column`, with what is known of it. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
}
