import { directionOf } from '../../document/direction.js';

/**
 * Entries of `ViewerPreferences` that tell how pages lie side by side (ISO 32000-1, table 150): none
 * where they are bound at the left.
 */
export function readingOrder({ lang }: { lang: string }): { Direction?: 'R2L' } {
  return directionOf(lang) === 'rtl' ? { Direction: 'R2L' } : {};
}
