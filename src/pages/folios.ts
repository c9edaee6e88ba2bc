import { folioOf } from './plan-pages.js';

/** The folio of the page that each named element stands on. */
export function foliosOf(
  targets: Readonly<Record<string, { page: number }>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(targets).map(([id, { page }]) => [id, folioOf(page)]));
}
