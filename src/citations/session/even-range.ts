import type { CslDate } from '../bibliography/dates.js';

/**
 * A range whose two ends are equally exact, as the engine demands: `2020` to `March 2021` is from
 * 2020 to 2021. An end that is open (a year 0) is as exact as the other.
 */
export function evenRange(date: CslDate): CslDate {
  const [start, end, ...more] = date['date-parts'] ?? [];
  if (!start || !end || more.length > 0 || start.length === end.length) return date;
  const exact = isOpen(end) ? start.length : Math.min(start.length, end.length);
  const filled = isOpen(end) ? [0, 0, 0] : end;
  return { ...date, 'date-parts': [start.slice(0, exact), filled.slice(0, exact)] };
}

function isOpen([year]: readonly number[]): boolean {
  return Number(year) === 0;
}
