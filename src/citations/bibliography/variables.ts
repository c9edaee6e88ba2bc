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

/** Languages as BibLaTeX's `langid` names them. */
export const languageNames: Readonly<Record<string, string>> = {
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  english: 'en',
  french: 'fr-FR',
  german: 'de-DE',
  ngerman: 'de-DE',
  austrian: 'de-AT',
  italian: 'it-IT',
  spanish: 'es-ES',
  portuguese: 'pt-PT',
  brazilian: 'pt-BR',
  dutch: 'nl-NL',
  russian: 'ru-RU',
  polish: 'pl-PL',
  turkish: 'tr-TR',
  greek: 'el-GR',
};
