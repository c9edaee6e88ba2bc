import type { Nodes } from 'hast';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { Reference } from '../../document/document.js';
import type { Metadata } from '../../publication/publication.js';

/** What records are made of. */
export interface RecordSource {
  metadata: Metadata;
  /** What the publication cites, as its style lists it. */
  references: readonly Reference[];
  /** The text with its notes: what it holds says who can read it. */
  trees?: readonly Nodes[];
  /** Where a field of the front matter stands. */
  placeOf(field: string): Place;
  /** When the record counts as made (SOURCE_DATE_EPOCH); absent: the publication's date. */
  sourceDate?: Date;
  report: Report;
}

/** A field that a record cannot do without. */
export interface Demand {
  field: string;
  /** Undefined where the front matter lacks it. */
  value: unknown;
  /** As the front matter would say it. */
  example: string;
}

/** Whether all demands are met; tells of those that are not. */
export function hasAll(
  { placeOf, report }: RecordSource,
  record: string,
  demands: readonly Demand[],
): boolean {
  const unmet = demands.filter(({ value }) => value === undefined || value === '');
  for (const { field, example } of unmet) {
    report.add('metadata/missing', placeOf(field), {
      message: `${record} needs \`${field}\`, which the front matter does not give`,
      remedy: `Add \`${example}\`, or leave this record out of --metadata`,
    });
  }
  return unmet.length === 0;
}

/** Tells of a value that a record has no place for as it is, and that was left out of it. */
export function tellLeftOut(
  { placeOf, report }: RecordSource,
  record: string,
  field: string,
  why: string,
): void {
  report.add('metadata/left-out', placeOf(field), {
    message: `${record} goes without \`${field}\`: ${why}`,
    remedy: `Correct \`${field}\` if it is wrong, or send the record as it is`,
  });
}
