/** What the `hyphen` package's pattern files hold: levels, a trie, and exceptions. */
export type Patterns = readonly [unknown, unknown, unknown?];

type PatternModule = { default: Patterns };

/** A language's patterns, and the least that may stand before and after a hyphen. */
export interface HyphenatedLanguage {
  load: () => Promise<PatternModule>;
  left: number;
  right: number;
}

function language(load: () => Promise<PatternModule>, left = 2, right = 3): HyphenatedLanguage {
  return { load, left, right };
}

/**
 * By BCP 47 tag, in lower case. The least numbers of letters are those of TeX's hyph-utf8, but
 * never less than three after the hyphen, where two are saved for nothing.
 */
export const languages: Readonly<Record<string, HyphenatedLanguage>> = {
  ca: language(() => import('hyphen/patterns/ca.js')),
  cs: language(() => import('hyphen/patterns/cs.js')),
  cy: language(() => import('hyphen/patterns/cy.js')),
  da: language(() => import('hyphen/patterns/da.js')),
  de: language(() => import('hyphen/patterns/de-1996.js')),
  'de-ch': language(() => import('hyphen/patterns/de-1996.js')),
  el: language(() => import('hyphen/patterns/el-monoton.js')),
  en: language(() => import('hyphen/patterns/en-gb.js')),
  'en-us': language(() => import('hyphen/patterns/en-us.js')),
  'en-ca': language(() => import('hyphen/patterns/en-us.js')),
  es: language(() => import('hyphen/patterns/es.js')),
  et: language(() => import('hyphen/patterns/et.js')),
  eu: language(() => import('hyphen/patterns/eu.js')),
  fi: language(() => import('hyphen/patterns/fi.js')),
  fr: language(() => import('hyphen/patterns/fr.js')),
  ga: language(() => import('hyphen/patterns/ga.js')),
  gl: language(() => import('hyphen/patterns/gl.js')),
  grc: language(() => import('hyphen/patterns/grc.js')),
  hr: language(() => import('hyphen/patterns/hr.js')),
  hu: language(() => import('hyphen/patterns/hu.js')),
  is: language(() => import('hyphen/patterns/is.js')),
  it: language(() => import('hyphen/patterns/it.js')),
  la: language(() => import('hyphen/patterns/la.js')),
  lt: language(() => import('hyphen/patterns/lt.js')),
  lv: language(() => import('hyphen/patterns/lv.js')),
  mk: language(() => import('hyphen/patterns/mk.js')),
  nb: language(() => import('hyphen/patterns/nb.js')),
  nl: language(() => import('hyphen/patterns/nl.js')),
  nn: language(() => import('hyphen/patterns/nn.js')),
  no: language(() => import('hyphen/patterns/no.js')),
  oc: language(() => import('hyphen/patterns/oc.js')),
  pl: language(() => import('hyphen/patterns/pl.js')),
  pt: language(() => import('hyphen/patterns/pt.js')),
  rm: language(() => import('hyphen/patterns/rm.js')),
  ro: language(() => import('hyphen/patterns/ro.js')),
  ru: language(() => import('hyphen/patterns/ru.js')),
  sk: language(() => import('hyphen/patterns/sk.js')),
  sl: language(() => import('hyphen/patterns/sl.js')),
  sq: language(() => import('hyphen/patterns/sq.js')),
  sr: language(() => import('hyphen/patterns/sr-cyrl.js')),
  'sr-latn': language(() => import('hyphen/patterns/sh-latn.js')),
  sv: language(() => import('hyphen/patterns/sv.js')),
  tr: language(() => import('hyphen/patterns/tr.js')),
  uk: language(() => import('hyphen/patterns/uk.js')),
};

/** The entry for a tag: `en-GB-oxendict` falls back to `en-gb`, then to `en`. */
export function languageOf(tag: string): string | undefined {
  const parts = tag.toLowerCase().replace(/_/g, '-').split('-');
  for (let count = parts.length; count > 0; count -= 1) {
    const candidate = parts.slice(0, count).join('-');
    if (Object.hasOwn(languages, candidate)) return candidate;
  }
  return undefined;
}
