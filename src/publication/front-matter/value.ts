import type { Place } from '../../diagnostics/diagnostic.js';

/** What YAML or JSON says, each part with its place; aliases and tags are gone. */
export type Value = Nothing | Scalar | List | FieldMap;

export interface Nothing {
  kind: 'nothing';
  place: Place;
}

export interface Scalar {
  kind: 'scalar';
  /** As written: `007` and `1.10` keep their zeros. */
  text: string;
  boolean?: boolean;
  place: Place;
}

export interface List {
  kind: 'list';
  items: Value[];
  place: Place;
}

export interface FieldMap {
  kind: 'map';
  entries: Entry[];
  place: Place;
}

export interface Entry {
  name: string;
  /** Where the name stands. */
  place: Place;
  value: Value;
}

/** A value in the words of a message: `a list`. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'nothing':
      return 'nothing';
    case 'scalar':
      return `“${value.text.length > 40 ? `${value.text.slice(0, 39)}…` : value.text}”`;
    case 'list':
      return 'a list';
    case 'map':
      return 'a group of fields';
  }
}
