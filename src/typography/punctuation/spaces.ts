import type { TextEdit } from '../text-edits.js';

const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';

/** A space (group 1) that is to become one of a kind that no line is broken at. */
interface TiedSpace {
  pattern: RegExp;
  space: string;
}

const numeral = String.raw`(?:\p{N}|[ivxlc]+\b)`;

/** Abbreviations that a number follows, by language; `*` for all. */
const beforeNumbers: Readonly<Record<string, string>> = {
  '*': String.raw`p\.|pp\.|vol\.|vols\.|fig\.|figs\.|n\.|no\.|nos\.|nr\.|art\.|arts\.|§|§§|№`,
  en: String.raw`ch\.|chs\.|chap\.|sec\.|par\.|para\.|paras\.|ed\.|eq\.|eqs\.|pt\.|app\.|tab\.|l\.|ll\.|ca\.|c\.`,
  it: String.raw`cap\.|capp\.|tab\.|par\.|c\.|cc\.|col\.|sez\.|s\.`,
  de: String.raw`S\.|Bd\.|Bde\.|Kap\.|Abb\.|Tab\.|Abs\.|Z\.|Sp\.|Rn\.|Anm\.`,
  fr: String.raw`chap\.|t\.|col\.|n°|nº|tabl\.|al\.`,
  es: String.raw`pág\.|págs\.|cap\.|caps\.|núm\.|t\.|núms\.`,
  pt: String.raw`pág\.|págs\.|cap\.|núm\.|t\.`,
  nl: String.raw`blz\.|hfdst\.|afb\.|dl\.`,
};

const titles: Readonly<Record<string, string>> = {
  en: String.raw`Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.|St\.?|Gen\.|Sen\.|Rep\.|Capt\.|Col\.`,
  it: String.raw`Sig\.|Dott\.|Prof\.|On\.|Sen\.|S\.`,
  de: String.raw`Dr\.|Prof\.|Hr\.|Fr\.|St\.`,
  fr: String.raw`M\.|MM\.|Mme|Mlle|Dr|Pr`,
  es: String.raw`Sr\.|Sra\.|Dr\.|Dra\.|D\.|Dña\.`,
};

const afterNumbers = '%|‰|°C|°F|€|£|km²?|m²|mm|cm|kg|mg|ha|GW|MW|kW|GWh|MWh|kWh|Mt|Gt';

const byLanguage = new Map<string, readonly TiedSpace[]>();

/** Edits that make spaces no-break where a line's end would part what belongs together. */
export function spaceEdits(
  text: string,
  lang: string,
  isVerbatim: (at: number) => boolean,
): TextEdit[] {
  const primary = lang.toLowerCase().split('-')[0] ?? '';
  let tied = byLanguage.get(primary);
  if (tied === undefined) {
    tied = tiedSpacesOf(primary);
    byLanguage.set(primary, tied);
  }
  const edits = new Map<number, TextEdit>();
  for (const { pattern, space } of tied) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index;
      if (!isVerbatim(at)) edits.set(at, { from: at, to: at + 1, text: space });
    }
  }
  return [...edits.values()].sort((a, b) => a.from - b.from);
}

function tiedSpacesOf(primary: string): TiedSpace[] {
  const abbreviations = [beforeNumbers['*'], beforeNumbers[primary]].filter(Boolean).join('|');
  const tied: TiedSpace[] = [
    tie(String.raw`(?<=(?<![\p{L}\p{N}])(?:${abbreviations}))[ ](?=${numeral})`, 'iu'),
    tie(String.raw`(?<=\p{N})[ ](?=(?:${afterNumbers})(?![\p{L}\p{N}]))`, 'u'),
    // Initials among themselves and with the surname: J. R. Smith.
    tie(String.raw`(?<=(?<![\p{L}\p{N}])\p{Lu}\.)[ ](?=\p{Lu}\.)`, 'u'),
    tie(String.raw`(?<=\p{Lu}\.[ \u00A0]?\p{Lu}\.)[ ](?=\p{Lu}\p{Ll})`, 'u'),
  ];
  const names = titles[primary];
  if (names !== undefined) {
    tied.push(tie(String.raw`(?<=(?<![\p{L}\p{N}])(?:${names}))[ ](?=\p{Lu}\p{Ll})`, 'u'));
  }
  if (primary === 'fr') tied.push(...frenchSpaces);
  if (primary === 'cs' || primary === 'sk' || primary === 'pl') {
    tied.push(tie(String.raw`(?<=(?<![\p{L}\p{N}])[aiouvwkszAIOUVWKSZ])[ ](?=\p{L})`, 'u'));
  }
  return tied;
}

function tie(pattern: string, flags: string, space = noBreak): TiedSpace {
  return { pattern: new RegExp(pattern, `g${flags}`), space };
}

/** Lexique des règles typographiques en usage à l'Imprimerie nationale, "espacements". */
const frenchSpaces: readonly TiedSpace[] = [
  tie(String.raw`[ \u00A0](?=[;!?](?![\p{L}\p{N}]))`, 'u', narrowNoBreak),
  tie('[ ](?=:(?![\\p{L}\\p{N})]))', 'u'),
  tie('(?<=«)[ \\u00A0]', 'u', narrowNoBreak),
  tie('[ \\u00A0](?=»)', 'u', narrowNoBreak),
];
