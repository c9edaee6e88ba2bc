import { isRecord, textOf } from './values.js';

/** CSL-JSON's name variable. */
export interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  suffix?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
  /** Stands for the `others` at the end of a BibTeX list. */
  others?: true;
  [part: string]: unknown;
}

/** Names in any of the forms that bibliographies carry: objects, `Family, Given`, or one text. */
export function namesOf(value: unknown): CslName[] {
  const list = Array.isArray(value) ? value : [value];
  const names = list.flatMap((name) => {
    const read = isRecord(name) ? nameOfRecord(name) : nameOfText(textOf(name));
    return read ? [read] : [];
  });
  const last = names.at(-1);
  const isOthers = (last?.family ?? last?.literal) === 'others' && !last?.given;
  if (names.length > 1 && isOthers) names.splice(-1, 1, { others: true });
  return names;
}

function nameOfRecord(name: Record<string, unknown>): CslName | undefined {
  const read: CslName = {};
  for (const [part, value] of Object.entries(name)) {
    const text = textOf(value);
    if (text !== undefined) read[part] = text;
    else if (typeof value === 'boolean') read[part] = value;
  }
  // A family name alone that holds a space is an institution's, as BibTeX's double braces write it.
  const { family, given, literal } = read;
  if (family && !given && /\s/.test(family) && Object.keys(read).length === 1) {
    return { literal: family };
  }
  return family || given || literal ? read : undefined;
}

function nameOfText(text: string | undefined): CslName | undefined {
  if (text === undefined) return undefined;
  const [family, given, ...rest] = text.split(/\s*,\s*/);
  return given && rest.length === 0 ? { family, given } : { literal: text };
}
