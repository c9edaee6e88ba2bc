import { isRecord, textOf } from './values.js';

/** CSL-JSON's date variable. */
export interface CslDate {
  'date-parts'?: number[][];
  literal?: string;
  season?: number | string;
  circa?: boolean | string | number;
}

const iso =
  /^(?<year>-?\d{2}[\dX]{2})(?:-(?<month>\d\d?)(?:-(?<day>\d\d?))?)?(?:T.*)?(?<circa>[~%?])?$/;

/** What stands for the end of a range without end, in the engine's terms. */
const openEnd = [0];

/**
 * `2025`, `2025-02`, `2025-02-14`, `2020/2021`, `2020/..`, `199X`, `-0043` (EDTF: ISO 8601-2,
 * levels 0 and 1).
 */
function datePartsOf(text: string): Pick<CslDate, 'date-parts' | 'circa' | 'season'> | undefined {
  const [from = '', to, ...more] = text.split('/').map((end) => end.trim());
  const start = endOf(from);
  if (!start || more.length > 0) return undefined;
  if (to === undefined) {
    const { unknownDigits, parts } = start;
    const last = parts.slice(0, 1).map((year) => year + unknownDigits);
    return { ...start.rest, 'date-parts': unknownDigits > 0 ? [parts, last] : [parts] };
  }
  if (to === '' || to === '..') return { ...start.rest, 'date-parts': [start.parts, openEnd] };
  const end = endOf(to);
  return end && { ...start.rest, ...end.rest, 'date-parts': [start.parts, end.parts] };
}

interface DateEnd {
  parts: number[];
  /** Years that digits left open may be added to the first: 9 for `199X`. */
  unknownDigits: number;
  rest: Pick<CslDate, 'circa' | 'season'>;
}

function endOf(text: string): DateEnd | undefined {
  const groups = iso.exec(text)?.groups;
  if (!groups) return undefined;
  const { year = '', month, day, circa } = groups;
  // EDTF counts seasons as months 21 to 24.
  const isSeason = Number(month) > 20 && Number(month) < 25;
  const given = isSeason ? [] : [month, day].filter((part) => part !== undefined).map(Number);
  const unknownDigits = Number(`0${year.replaceAll(/[^X]/g, '').replaceAll('X', '9')}`);
  return {
    parts: unknownDigits > 0 ? [yearOf(year)] : [yearOf(year), ...given],
    unknownDigits,
    rest: {
      ...(circa ? { circa: true } : {}),
      ...(isSeason ? { season: Number(month) - 20 } : {}),
    },
  };
}

/** The year before 1 is 0 in ISO 8601; in CSL it is -1. */
function yearOf(text: string): number {
  const year = Number(text.replaceAll('X', '0'));
  return year > 0 ? year : year - 1;
}

/** A date in any of the forms that bibliographies carry, as CSL-JSON has it. */
export function dateOf(value: unknown): CslDate | undefined {
  if (Array.isArray(value)) return dateOfList(value);
  if (isRecord(value)) return dateOfRecord(value);
  const text = textOf(value);
  return text === undefined ? undefined : (datePartsOf(text) ?? { literal: text });
}

function dateOfRecord(value: Record<string, unknown>): CslDate | undefined {
  const { circa, season } = value;
  const rest = {
    ...(circa ? { circa: true } : {}),
    ...(season ? { season: season as number } : {}),
  };
  const parts = partsOf(value['date-parts'] ?? dayOf(value));
  if (parts) return { 'date-parts': parts, ...rest };
  const text = textOf(value.raw) ?? textOf(value.literal);
  if (text !== undefined) return { ...(datePartsOf(text) ?? { literal: text }), ...rest };
  return undefined;
}

/** pandoc's older YAML: a list of `{year, month, day}`. */
function dateOfList(value: unknown[]): CslDate | undefined {
  const parts = partsOf(value.map((day) => (isRecord(day) ? dayOf(day)?.[0] : day)));
  return parts && { 'date-parts': parts };
}

function dayOf({ year, month, day }: Record<string, unknown>): unknown[][] | undefined {
  return year === undefined ? undefined : [[year, month, day].filter((part) => part !== undefined)];
}

function partsOf(value: unknown): number[][] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const parts = value.slice(0, 2).map((end) => (Array.isArray(end) ? end.map(Number) : []));
  const valid = parts.every((end) => end.length > 0 && end.every((part) => Number.isInteger(part)));
  return valid ? parts.map((end) => end.slice(0, 3)) : undefined;
}
