const isoDate = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** Whether the front matter's date is one (`2025`, `2025-02`, `2025-02-14`) and not words. */
export const isIsoDate = (date: string | undefined): date is string =>
  date !== undefined && isoDate.test(date);

/** Midnight UTC at the start of an ISO date of any precision; undefined for all else. */
export function startOf(date: string | undefined): Date | undefined {
  const [whole, year, month = '01', day = '01'] = isoDate.exec(date ?? '') ?? [];
  if (whole === undefined) return undefined;
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/**
 * The moment an edition counts as made: the one asked for, else midnight UTC of the publication's
 * full ISO date, else none.
 */
export function momentOf(sourceDate: Date | undefined, date: string | undefined): Date | undefined {
  return sourceDate ?? (date?.length === 'YYYY-MM-DD'.length ? startOf(date) : undefined);
}

/** `2025-02-14T00:00:00Z`, to the second. */
export function isoMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** `D:20250214000000Z` (ISO 32000-1, 7.9.4): the same moment, as PDF/A asks of the pair. */
export function pdfDate(moment: Date): string {
  return `D:${isoMoment(moment).replace(/[-:T]/g, '')}`;
}

/** Where nothing dates a publication and its file must have dates all the same. */
const undated = new Date('1980-01-01T00:00:00Z');

/** As {@link momentOf}, for files that may not go without: a date without a day counts from its start. */
export function requiredMoment(sourceDate: Date | undefined, date: string | undefined): Date {
  return sourceDate ?? startOf(date) ?? undated;
}
