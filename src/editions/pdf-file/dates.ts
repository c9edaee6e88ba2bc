/**
 * The moment an edition counts as made: the one asked for, else midnight UTC of the publication's
 * full ISO date, else none.
 */
export function momentOf(sourceDate: Date | undefined, date: string | undefined): Date | undefined {
  if (sourceDate) return sourceDate;
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const moment = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** `D:20250214000000Z` (ISO 32000-1, 7.9.4). */
export function pdfDate(moment: Date): string {
  return `D:${xmpDate(moment).replace(/[-:T]/g, '')}`;
}

/** `2025-02-14T00:00:00Z`: the same moment to the second, as PDF/A asks of the pair. */
export function xmpDate(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
