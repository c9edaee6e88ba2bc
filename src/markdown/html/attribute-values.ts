const date = String.raw`\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?`;
const zone = String.raw`(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)`;

/** A date, or a date and time with its zone (HTML, § 4.7.3). */
const editTime = new RegExp(`^${date}(?:[T ]${clock}${zone})?$`);

/** What a `time` element may say (HTML, § 4.5.14). */
const anyTime = new RegExp(
  `^(?:${[
    String.raw`\d{4,}`,
    String.raw`\d{4,}-(?:0[1-9]|1[0-2])`,
    String.raw`(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`,
    String.raw`\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])`,
    date,
    clock,
    zone,
    `${date}[T ]${clock}${zone}?`,
    String.raw`P(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?`,
  ].join('|')})$`,
);

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Whether the day that a value names, if any, is in its month. */
function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4,})-(\d\d)-(\d\d)/.exec(value) ?? [];
  return day === undefined || Number(day) <= daysIn(Number(year), Number(month));
}

/** Whether a `time` element may have a text as its moment. */
export function isTime(value: string): boolean {
  return anyTime.test(value) && isDay(value);
}

const isUrl = (value: string) => URL.canParse(value);
const isCount = (value: string) => /^[1-9]\d{0,2}$/.test(value);
const isInteger = (value: string) => /^-?\d{1,9}$/.test(value);
const isLength = (value: string) => /^\d{1,5}$/.test(value);

const onAny: Record<string, (value: string) => boolean> = {
  cite: isUrl,
  colspan: isCount,
  dir: (value) => /^(?:ltr|rtl|auto)$/i.test(value),
  height: isLength,
  rowspan: isCount,
  scope: (value) => /^(?:row|col|rowgroup|colgroup)$/i.test(value),
  span: isCount,
  start: isInteger,
  type: (value) => /^[1aAiI]$/.test(value),
  value: isInteger,
  width: isLength,
};

/** Whether an attribute, by its name in HTML, has a value that HTML allows. */
export function isAllowedValue(element: string, attribute: string, value: string): boolean {
  if (attribute === 'datetime')
    return element === 'time' ? isTime(value) : editTime.test(value) && isDay(value);
  return onAny[attribute]?.(value) ?? true;
}
