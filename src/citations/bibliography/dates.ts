import { isRecord, textOf } from './values.js';

/** CSL-JSON's date variable. */
export interface CslDate {
  'date-parts'?: number[][];
  literal?: string;
  season?: number | string;
  circa?: boolean | string | number;
}

const iso = /^(?<year>-?\d{4})(?:-(?<month>\d\d?)(?:-(?<day>\d\d?))?)?(?:T.*)?(?<circa>[~%?])?$/;

/** `2025`, `2025-02`, `2025-02-14`, and `2020/2021` (EDTF, ISO 8601-2, level 0 and `~`). */
function datePartsOf(text: string): Pick<CslDate, 'date-parts' | 'circa' | 'season'> | undefined {
  const ends = text.split('/');
  if (ends.length > 2) return undefined;
  const parts: number[][] = [];
  let circa: true | undefined;
  let season: number | undefined;
  for (const end of ends) {
    const groups = iso.exec(end.trim())?.groups;
    if (!groups) return undefined;
    const { year, month, day } = groups;
    // EDTF counts seasons as months 21 to 24.
    const isSeason = Number(month) > 20 && Number(month) < 25;
    if (isSeason) season = Number(month) - 20;
    const given = [year, isSeason ? undefined : month, isSeason ? undefined : day];
    parts.push(given.filter((part) => part !== undefined).map(Number));
    if (groups.circa) circa = true;
  }
  return { 'date-parts': parts, circa, season };
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
