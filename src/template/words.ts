/** Words that pages add to the publication's own. */
export interface PageWords {
  by: string;
  abstract: string;
  keywords: string;
  contents: string;
  latest: string;
  editor: string;
}

const english: PageWords = {
  by: 'by',
  abstract: 'Abstract',
  keywords: 'Keywords',
  contents: 'Contents',
  latest: 'Latest',
  editor: 'Editor',
};

const words: Readonly<Record<string, PageWords>> = {
  en: english,
  it: {
    by: 'di',
    abstract: 'Abstract',
    keywords: 'Parole chiave',
    contents: 'Indice',
    latest: 'Ultimi numeri –',
    editor: 'A cura di',
  },
  fr: {
    by: 'par',
    abstract: 'Résumé',
    keywords: 'Mots-clés',
    contents: 'Sommaire',
    latest: 'Derniers numéros –',
    editor: 'Direction',
  },
  de: {
    by: 'von',
    abstract: 'Zusammenfassung',
    keywords: 'Schlagwörter',
    contents: 'Inhalt',
    latest: 'Zuletzt erschienen –',
    editor: 'Herausgegeben von',
  },
  es: {
    by: 'por',
    abstract: 'Resumen',
    keywords: 'Palabras clave',
    contents: 'Índice',
    latest: 'Últimos números –',
    editor: 'Edición',
  },
  pt: {
    by: 'por',
    abstract: 'Resumo',
    keywords: 'Palavras-chave',
    contents: 'Sumário',
    latest: 'Últimos números –',
    editor: 'Edição',
  },
};

/** The words of a language (BCP 47), in English where they are not known, with the language they are in. */
export function pageWords(lang: string): { words: PageWords; wordsLang?: string } {
  const found = words[lang.toLowerCase().split('-')[0] ?? ''];
  return found ? { words: found } : { words: english, wordsLang: 'en' };
}
