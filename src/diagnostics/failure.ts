import type { Diagnostic, Place } from './diagnostic.js';
import type { Finding } from './report.js';
import { type RuleId, rules } from './rules.js';

/** 1: the publication has errors; 2: the command was used wrongly; 3: the machine lacks something. */
export type FailureStatus = 1 | 2 | 3;

/** Thrown where work cannot go on. Carries its diagnostic and the exit status it leads to. */
export class Failure extends Error {
  readonly diagnostic: Diagnostic;
  /** What else was found of the same kind. */
  readonly others: readonly Diagnostic[];
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
    this.others = [];
    this.diagnostic = { rule, severity: rules[rule].severity, place, message, remedy };
  }

  /** One failure that tells of several; the first says how the program ends. */
  static ofAll([first, ...rest]: readonly [Failure, ...Failure[]]): Failure {
    const { rule, place, message, remedy } = first.diagnostic;
    const all = new Failure(rule, place, { message, remedy }, first.status, first.cause);
    const others = [first, ...rest].flatMap((failure) => [
      ...(failure === first ? [] : [failure.diagnostic]),
      ...failure.others,
    ]);
    return Object.assign(all, { others });
  }
}
