/** An ISO date of any precision, read as a calendar date: no clock and no time zone take part. */
function calendarDate(iso: string): { date: Date; precision: number } {
  const parts = iso.split('-').map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  return { date: new Date(Date.UTC(year, month - 1, day)), precision: parts.length };
}

const options: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/**
 * A year or a month of the manuscript is none of a calendar whose years begin at another time, as
 * the Persian ones do; those of Thailand only have another number.
 */
const calendarOf = (lang: string) => (/^th\b/i.test(lang) ? 'buddhist' : 'gregory');

function format({ date, precision }: { date: Date; precision: number }, lang: string): string {
  const calendar = calendarOf(lang);
  const asked = { ...options[precision - 1], calendar, timeZone: 'UTC' };
  return new Intl.DateTimeFormat(lang, asked).format(date);
}

/** `2025-02-14` as `14 February 2025`, `2025-02` as `February 2025`, in the language given (BCP 47). */
export function formatDate(iso: string, lang: string): string {
  return format(calendarDate(iso), lang);
}

/** `2025-02-14` as `February 2025`; a bare year stays one. */
export function formatMonth(iso: string, lang: string): string {
  return formatDate(iso.slice(0, 7), lang);
}
