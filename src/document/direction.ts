export type Direction = 'ltr' | 'rtl';

const rightToLeft = new Set('ar arc ckb dv fa he iw nqo ps sd syr ug ur yi'.split(' '));

/** Scripts (ISO 15924) that are written from right to left. */
const rightToLeftScripts = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm)$/i;

/** Which way a language (BCP 47) is written: as its script says, where it names one. */
export function directionOf(lang: string): Direction {
  const [language = '', ...rest] = lang.split('-');
  const script = rest.find((part) => part.length === 4 && /^[a-z]+$/i.test(part));
  if (script !== undefined) return rightToLeftScripts.test(script) ? 'rtl' : 'ltr';
  return rightToLeft.has(language.toLowerCase()) ? 'rtl' : 'ltr';
}
