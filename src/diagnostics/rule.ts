import type { Severity } from './diagnostic.js';

/** What the registry says of a rule. */
export interface Rule {
  severity: Severity;
  /** What the rule guards, for the documentation. */
  guards: string;
}

/** Keeps the ids of a group literal while checking each entry's shape. */
export function defineRules<const T extends Record<string, Rule>>(group: T): T {
  return group;
}
