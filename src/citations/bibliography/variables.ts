const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** CSL 1.0.2, appendix III: item types. */
export const itemTypes = words(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter
  classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
  graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
  pamphlet paper-conference patent performance periodical personal_communication post post-weblog
  regulation report review review-book software song speech standard thesis treaty webpage`,
);

/** CSL 1.0.2, appendix IV: date variables. */
export const dateVariables = words(
  'accessed available-date event-date issued original-date submitted',
);

/** CSL 1.0.2, appendix IV: name variables. */
export const nameVariables = words(
  `author chair collection-editor compiler composer container-author contributor curator director
  editor editor-translator editorial-director executive-producer guest host illustrator
  interviewer narrator organizer original-author performer producer recipient reviewed-author
  script-writer series-creator translator`,
);

/** Item types of other vocabularies (older CSL, Zotero) and what CSL calls them. */
export const typeAliases: Readonly<Record<string, string>> = {
  blogPost: 'post-weblog',
  bookSection: 'chapter',
  conferencePaper: 'paper-conference',
  computerProgram: 'software',
  journalArticle: 'article-journal',
  magazineArticle: 'article-magazine',
  newspaperArticle: 'article-newspaper',
  podcast: 'broadcast',
  program: 'software',
  film: 'motion_picture',
  'legal-case': 'legal_case',
  'motion-picture': 'motion_picture',
  'personal-communication': 'personal_communication',
};

/** Names of variables that differ between CSL versions and exporters. */
export const variableAliases: Readonly<Record<string, string>> = {
  shortTitle: 'title-short',
  journalAbbreviation: 'container-title-short',
};

/** Languages as BibLaTeX's `langid` names them, which is as LaTeX's package babel does. */
export const languageNames: Readonly<Record<string, string>> = {
  acadian: 'fr-CA',
  afrikaans: 'af-ZA',
  american: 'en-US',
  arabic: 'ar',
  australian: 'en-AU',
  austrian: 'de-AT',
  basque: 'eu',
  brazil: 'pt-BR',
  brazilian: 'pt-BR',
  british: 'en-GB',
  bulgarian: 'bg-BG',
  canadian: 'en-CA',
  canadien: 'fr-CA',
  catalan: 'ca-AD',
  chinese: 'zh-CN',
  croatian: 'hr-HR',
  czech: 'cs-CZ',
  danish: 'da-DK',
  dutch: 'nl-NL',
  english: 'en',
  estonian: 'et-EE',
  farsi: 'fa-IR',
  finnish: 'fi-FI',
  francais: 'fr-FR',
  french: 'fr-FR',
  galician: 'gl-ES',
  german: 'de-DE',
  germanb: 'de-DE',
  greek: 'el-GR',
  hebrew: 'he-IL',
  hungarian: 'hu-HU',
  icelandic: 'is-IS',
  indonesian: 'id-ID',
  irish: 'ga',
  italian: 'it-IT',
  japanese: 'ja-JP',
  korean: 'ko-KR',
  latin: 'la',
  latvian: 'lv-LV',
  lithuanian: 'lt-LT',
  magyar: 'hu-HU',
  mexican: 'es-MX',
  naustrian: 'de-AT',
  newzealand: 'en-NZ',
  ngerman: 'de-DE',
  norsk: 'nb-NO',
  norwegian: 'nb-NO',
  nswissgerman: 'de-CH',
  nynorsk: 'nn-NO',
  persian: 'fa-IR',
  polish: 'pl-PL',
  polutonikogreek: 'el-GR',
  portuges: 'pt-PT',
  portuguese: 'pt-PT',
  romanian: 'ro-RO',
  russian: 'ru-RU',
  serbian: 'sr-RS',
  serbianc: 'sr-RS',
  slovak: 'sk-SK',
  slovene: 'sl-SI',
  slovenian: 'sl-SI',
  spanish: 'es-ES',
  swedish: 'sv-SE',
  swissgerman: 'de-CH',
  thai: 'th-TH',
  turkish: 'tr-TR',
  ukenglish: 'en-GB',
  ukrainian: 'uk-UA',
  usenglish: 'en-US',
  vietnamese: 'vi-VN',
  welsh: 'cy-GB',
};
