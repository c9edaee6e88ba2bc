/** A calendar date of any precision, or what keeps the text from being one. */
export type ReadDate = { iso: string } | { fault: 'impossible' } | undefined;

const isoDate = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{2}:?\d{2}.*)?$/;
const dayFirst =
  /^(?:\p{L}+,?\s+)?(\d{1,2})(?:\.|st|nd|rd|th|er|º|o)?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/iu;
const monthFirst = /^(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const monthAndYear = /^(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/iu;

/**
 * `2025-02-14`, `2025-02`, `2025`, a time after it or not; or with the month in words of English or
 * the publication's language: `14 February 2025`, `February 14, 2025`, `14. Februar 2025`,
 * `Feb 2025`. Undefined for what may be no date at all or may be read two ways (`3/4/2025`).
 */
export function readDate(written: string, lang: string): ReadDate {
  const text = written.trim().replaceAll(/[\s\u00A0]+/g, ' ');
  const iso = isoDate.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const [, day, month, year] = dayFirst.exec(text) ?? swap(monthFirst.exec(text)) ?? [];
  if (day && month && year) {
    const number = monthNumber(month, lang);
    return number === undefined ? undefined : dateOf(year, String(number), day);
  }
  const [, name, ofYear] = monthAndYear.exec(text) ?? [];
  const number = name === undefined ? undefined : monthNumber(name, lang);
  return number === undefined ? undefined : dateOf(ofYear, String(number));
}

const swap = (match: RegExpExecArray | null) => match && [match[0], match[2], match[1], match[3]];

function dateOf(year = '', month?: string, day?: string): ReadDate {
  if (month === undefined) return { iso: year };
  const numbers = [Number(year), Number(month), Number(day ?? 1)] as const;
  if (!isOnCalendar(...numbers)) return { fault: 'impossible' };
  const parts = [year, month, ...(day === undefined ? [] : [day])];
  return { iso: parts.map((part) => part.padStart(2, '0')).join('-') };
}

function isOnCalendar(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** From 1, by the full or the abbreviated name in English or in the language given. */
function monthNumber(name: string, lang: string): number | undefined {
  const wanted = fold(name);
  for (const language of [lang, 'en', 'en-GB']) {
    for (let month = 1; month <= 12; month++) {
      if (monthNames(month, language).includes(wanted)) return month;
    }
  }
  return undefined;
}

function monthNames(month: number, lang: string): string[] {
  const day = new Date(Date.UTC(2000, month - 1, 1));
  const styles: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long' },
  ];
  return styles.flatMap((style) =>
    new Intl.DateTimeFormat(lang, { ...style, timeZone: 'UTC' })
      .formatToParts(day)
      .filter(({ type }) => type === 'month')
      .map(({ value }) => fold(value)),
  );
}

const fold = (word: string) => word.toLowerCase().replace(/\.$/, '');
