/** Words that BibLaTeX has keys for, as its English strings have them. */
export const kindsOfWork: Readonly<Record<string, string>> = {
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  mathesis: 'Master’s thesis',
  phdthesis: 'PhD thesis',
  resreport: 'Research report',
  techreport: 'Technical report',
  software: 'Computer software',
  datacd: 'Data CD',
  audiocd: 'Audio CD',
  patent: 'Patent',
  patentde: 'German patent',
  patenteu: 'European patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patentus: 'US patent',
  patreq: 'Patent request',
  patreqde: 'German patent request',
  patreqeu: 'European patent request',
  patreqfr: 'French patent request',
  patrequk: 'British patent request',
  patrequs: 'US patent request',
};

/** What an older type of entry says of the kind of the work. */
export const kindsByType: Readonly<Record<string, string>> = {
  mastersthesis: 'mathesis',
  phdthesis: 'phdthesis',
  techreport: 'techreport',
};

/** Where a patent holds, by BibLaTeX's keys. */
export const countries: Readonly<Record<string, string>> = {
  countryde: 'Germany',
  countryep: 'European Union',
  countryeu: 'European Union',
  countryfr: 'France',
  countryuk: 'United Kingdom',
  countryus: 'United States of America',
  countrywo: 'Worldwide',
};

/** CSL's variable for a person of BibLaTeX's `editortype`; any other is an editor or contributor. */
export const rolesOfEditors: Readonly<Record<string, string>> = {
  compiler: 'compiler',
  director: 'director',
  editor: 'editor',
  organizer: 'organizer',
  producer: 'producer',
  translator: 'translator',
};

/** Types that citation-js does not know, and those that CSL has no other kind for. */
export const likeTypes: Readonly<Record<string, string>> = {
  bookinbook: 'inbook',
  suppbook: 'inbook',
  suppcollection: 'incollection',
  suppperiodical: 'article',
};

/** How far a work is from being published, by BibLaTeX's keys. */
export const states: Readonly<Record<string, string>> = {
  inpreparation: 'in preparation',
  inpress: 'in press',
  prepublished: 'published ahead of print',
};
