import type { Diagnostic, Place } from './diagnostic.js';
import type { Finding } from './report.js';
import { type RuleId, rules } from './rules.js';

/** 1: the publication has errors; 2: the command was used wrongly; 3: the machine lacks something. */
export type FailureStatus = 1 | 2 | 3;

/** Thrown where work cannot go on. Carries its diagnostic and the exit status it leads to. */
export class Failure extends Error {
  readonly diagnostic: Diagnostic;
  readonly status: FailureStatus;

  constructor(
    rule: RuleId,
    place: Place,
    { message, remedy }: Finding,
    status: FailureStatus = 1,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'Failure';
    this.status = status;
    this.diagnostic = { rule, severity: rules[rule].severity, place, message, remedy };
  }
}
