import type { Place } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { Report } from '../../diagnostics/report.js';
import { describe, type FieldMap, type Value } from './value.js';

/** A kind of value: what it takes, in words, and how it is read. */
export interface Kind<T> {
  /** Completes “takes …”: `true or false`. */
  takes: string;
  /** The value, or undefined where it is not of this kind (then {@link Reading.wrong} was told). */
  read(value: Value, reading: Reading): T | undefined;
}

/** What is said of a field, for reading and for the documentation alike. */
export interface Field<T> {
  kind: Kind<T>;
  means: string;
  /** One line of YAML. */
  example: string;
  /** Pandoc has the field too, with this meaning. */
  pandoc?: true;
}

export type FieldTable = Record<string, Field<unknown>>;
export type FieldValues<T extends FieldTable> = {
  [Name in keyof T]?: T[Name] extends Field<infer V> ? V : never;
};

/** Where a value is read: the field's name with those it lies in, and who is told of faults. */
export class Reading {
  readonly report: Report;
  /** Places of values, by dotted path (`series.issues`, `author.0.orcid`). */
  readonly places: Map<string, Place>;
  /** As messages show it: the path without numbers. */
  readonly name: string;
  readonly #path: string;
  readonly #example?: string;

  constructor(report: Report, places: Map<string, Place>, path = '', example?: string) {
    this.report = report;
    this.places = places;
    this.name = shownName(path);
    this.#path = path;
    this.#example = example;
  }

  inside(name: string | number, value: Value, example?: string): Reading {
    const path = this.#path === '' ? String(name) : `${this.#path}.${name}`;
    this.places.set(path, value.place);
    return new Reading(this.report, this.places, path, example ?? this.#example);
  }

  /** A value of the wrong kind, and the one that was most likely meant. */
  wrong(value: Value, takes: string, meant?: string): undefined {
    this.report.add('publication/field', value.place, {
      message: `\`${this.name}\` takes ${takes}, not ${describe(value)}`,
      remedy: this.#remedy(takes, meant),
    });
    return undefined;
  }

  #remedy(takes: string, meant: string | undefined): string {
    if (meant !== undefined) return `Write \`${meant}\``;
    return this.#example ? `Write it as in \`${this.#example}\`` : `Give it ${takes}`;
  }
}

/** `author.0.orcid` as people say it: `author.orcid`. */
export const shownName = (path: string) => path.replaceAll(/\.\d+/g, '');

/** Fields that belong elsewhere, by name: what to do about them. */
export type Elsewhere = (name: string) => { message: string; remedy: string } | undefined;

/** Reads the fields of a map; those that the table does not know are warned of. */
export function readFields<T extends FieldTable>(
  map: FieldMap,
  table: T,
  reading: Reading,
  elsewhere: Elsewhere = () => undefined,
): FieldValues<T> {
  const values: Record<string, unknown> = {};
  for (const { name, place, value } of map.entries) {
    const field = Object.hasOwn(table, name) ? table[name] : undefined;
    if (field === undefined) {
      const dotted = reading.name === '' ? name : `${reading.name}.${name}`;
      const finding = elsewhere(name) ?? unknownField(dotted, name, Object.keys(table));
      reading.report.add('publication/unknown-field', place, finding);
      continue;
    }
    const inside = reading.inside(name, value, field.example);
    values[name] = value.kind === 'nothing' ? undefined : field.kind.read(value, inside);
  }
  return values as FieldValues<T>;
}

function unknownField(dotted: string, name: string, known: string[]) {
  const near = nearest(name, known);
  return {
    message: `\`${dotted}\` is no field that Octavo knows, and is not used`,
    remedy: near
      ? `Write \`${near}\`, or delete it`
      : 'Delete it, or see docs/front-matter.md for the fields there are',
  };
}
