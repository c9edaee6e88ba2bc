/** Opening and closing marks of quotations typed with `"` and with `'`. */
export interface QuotationMarks {
  double: readonly [string, string];
  single: readonly [string, string];
}

const english: QuotationMarks = { double: ['“', '”'], single: ['‘', '’'] };
const lowHigh: QuotationMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const lowHighRight: QuotationMarks = { double: ['„', '”'], single: ['‚', '’'] };
const rightRight: QuotationMarks = { double: ['”', '”'], single: ['’', '’'] };
const guillemets: QuotationMarks = { double: ['«', '»'], single: ['„', '“'] };
/** No-break spaces inside guillemets, narrow in French. */
const spacedGuillemets: QuotationMarks = {
  double: ['«\u202F', '\u202F»'],
  single: ['“', '”'],
};

/**
 * By BCP 47 tag in lower case, after CLDR's `delimiters`. What is typed as a double mark stays the
 * outer kind, a single one the inner. Italian, Spanish and Portuguese have guillemets too: whoever
 * wants them types them, and they are kept.
 */
const marks: Readonly<Record<string, QuotationMarks>> = {
  bg: lowHigh,
  cs: lowHigh,
  da: rightRight,
  de: lowHigh,
  'de-ch': { double: ['«', '»'], single: ['‹', '›'] },
  'de-li': { double: ['«', '»'], single: ['‹', '›'] },
  el: { double: ['«', '»'], single: ['“', '”'] },
  et: lowHigh,
  fi: rightRight,
  fr: spacedGuillemets,
  'fr-ch': { double: ['«', '»'], single: ['‹', '›'] },
  hr: lowHighRight,
  hu: { double: ['„', '”'], single: ['»', '«'] },
  is: lowHigh,
  lt: lowHigh,
  nb: { double: ['«', '»'], single: ['‘', '’'] },
  nn: { double: ['«', '»'], single: ['‘', '’'] },
  no: { double: ['«', '»'], single: ['‘', '’'] },
  pl: lowHighRight,
  ro: { double: ['„', '”'], single: ['«', '»'] },
  ru: guillemets,
  sk: lowHigh,
  sl: lowHigh,
  sr: lowHigh,
  sv: rightRight,
  uk: guillemets,
};

/** Marks of a language; English ones where it is not listed. */
export function quotationMarksOf(lang: string): QuotationMarks {
  const parts = lang.toLowerCase().split('-');
  for (let count = parts.length; count > 0; count -= 1) {
    const found = marks[parts.slice(0, count).join('-')];
    if (found !== undefined) return found;
  }
  return english;
}
