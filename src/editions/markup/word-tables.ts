/** The words an edition adds to the publication's own. `{}` stands for a number or a name. */
export interface Words {
  /** BCP 47: the language these words are in. */
  lang: string;
  skipToText: string;
  cover: string;
  titlePage: string;
  contents: string;
  startOfText: string;
  by: string;
  abstract: string;
  note: string;
  notes: string;
  /** Label of the link from a note to its call. */
  backToText: string;
  aboutAuthor: string;
  aboutAuthors: string;
  colophon: string;
  latest: string;
  editor: string;
  pages: string;
  landmarks: string;
  table: string;
  /** Sentences of the accessibility summary. */
  summary: { text: string; described: string; undescribed: string; notes: string; pages: string };
}

export const english: Words = {
  lang: 'en',
  skipToText: 'Skip to the text',
  cover: 'Cover',
  titlePage: 'Title page',
  contents: 'Contents',
  startOfText: 'Start of the text',
  by: 'by',
  abstract: 'Abstract',
  note: 'Note {}',
  notes: 'Notes',
  backToText: 'Back to the text, note {}',
  aboutAuthor: 'About the author',
  aboutAuthors: 'About the authors',
  colophon: 'Colophon',
  latest: 'Latest {}',
  editor: 'Series editor: {}',
  pages: 'Pages',
  landmarks: 'Landmarks',
  table: 'Table {}',
  summary: {
    text: 'The text can be read in full by eye, ear or touch, in a single order, with headings and a table of contents.',
    described: 'Every image that matters has a description.',
    undescribed: 'Some images have no description.',
    notes: 'Notes are linked with their calls in both directions.',
    pages: 'Page numbers match the printed edition.',
  },
};

const german: Words = {
  lang: 'de',
  skipToText: 'Zum Text springen',
  cover: 'Umschlag',
  titlePage: 'Titelseite',
  contents: 'Inhalt',
  startOfText: 'Beginn des Textes',
  by: 'von',
  abstract: 'Zusammenfassung',
  note: 'Anmerkung {}',
  notes: 'Anmerkungen',
  backToText: 'Zurück zum Text, Anmerkung {}',
  aboutAuthor: 'Zur Autorin / zum Autor',
  aboutAuthors: 'Zu den Autorinnen und Autoren',
  colophon: 'Impressum',
  latest: '{}: zuletzt erschienen',
  editor: 'Reihenherausgabe: {}',
  pages: 'Seiten',
  landmarks: 'Orientierungspunkte',
  table: 'Tabelle {}',
  summary: {
    text: 'Der Text lässt sich vollständig sehend, hörend oder tastend lesen, in einer einzigen Reihenfolge, mit Überschriften und Inhaltsverzeichnis.',
    described: 'Alle bedeutungstragenden Abbildungen sind beschrieben.',
    undescribed: 'Einige Abbildungen sind nicht beschrieben.',
    notes: 'Anmerkungen und ihre Verweise sind in beide Richtungen verlinkt.',
    pages: 'Die Seitenzahlen entsprechen der Druckausgabe.',
  },
};

const french: Words = {
  lang: 'fr',
  skipToText: 'Aller au texte',
  cover: 'Couverture',
  titlePage: 'Page de titre',
  contents: 'Sommaire',
  startOfText: 'Début du texte',
  by: 'par',
  abstract: 'Résumé',
  note: 'Note {}',
  notes: 'Notes',
  backToText: 'Retour au texte, note {}',
  aboutAuthor: 'À propos de l’auteur',
  aboutAuthors: 'À propos des auteurs',
  colophon: 'Colophon',
  latest: '{} : derniers numéros',
  editor: 'Direction de la collection : {}',
  pages: 'Pages',
  landmarks: 'Repères',
  table: 'Tableau {}',
  summary: {
    text: 'Le texte se lit entièrement par la vue, l’ouïe ou le toucher, dans un ordre unique, avec titres et table des matières.',
    described: 'Toutes les images porteuses de sens sont décrites.',
    undescribed: 'Certaines images ne sont pas décrites.',
    notes: 'Les notes et leurs appels sont liés dans les deux sens.',
    pages: 'La pagination correspond à celle de l’édition imprimée.',
  },
};

const italian: Words = {
  lang: 'it',
  skipToText: 'Vai al testo',
  cover: 'Copertina',
  titlePage: 'Frontespizio',
  contents: 'Indice',
  startOfText: 'Inizio del testo',
  by: 'di',
  abstract: 'Sommario',
  note: 'Nota {}',
  notes: 'Note',
  backToText: 'Torna al testo, nota {}',
  aboutAuthor: 'L’autore',
  aboutAuthors: 'Gli autori',
  colophon: 'Colophon',
  latest: '{}: ultimi numeri',
  editor: 'Responsabile della collana: {}',
  pages: 'Pagine',
  landmarks: 'Punti di riferimento',
  table: 'Tabella {}',
  summary: {
    text: 'Il testo si legge per intero con la vista, l’udito o il tatto, in un unico ordine, con titoli e indice.',
    described: 'Tutte le immagini significative sono descritte.',
    undescribed: 'Alcune immagini non sono descritte.',
    notes: 'Le note e i loro richiami sono collegati nei due sensi.',
    pages: 'I numeri di pagina corrispondono all’edizione a stampa.',
  },
};

const spanish: Words = {
  lang: 'es',
  skipToText: 'Ir al texto',
  cover: 'Cubierta',
  titlePage: 'Portada',
  contents: 'Índice',
  startOfText: 'Comienzo del texto',
  by: 'por',
  abstract: 'Resumen',
  note: 'Nota {}',
  notes: 'Notas',
  backToText: 'Volver al texto, nota {}',
  aboutAuthor: 'Sobre la autoría',
  aboutAuthors: 'Sobre la autoría',
  colophon: 'Colofón',
  latest: '{}: últimos números',
  editor: 'Dirección de la colección: {}',
  pages: 'Páginas',
  landmarks: 'Puntos de referencia',
  table: 'Tabla {}',
  summary: {
    text: 'El texto puede leerse íntegramente con la vista, el oído o el tacto, en un orden único, con títulos e índice.',
    described: 'Todas las imágenes significativas tienen descripción.',
    undescribed: 'Algunas imágenes no tienen descripción.',
    notes: 'Las notas y sus llamadas están enlazadas en ambos sentidos.',
    pages: 'Los números de página coinciden con la edición impresa.',
  },
};

const dutch: Words = {
  lang: 'nl',
  skipToText: 'Naar de tekst',
  cover: 'Omslag',
  titlePage: 'Titelpagina',
  contents: 'Inhoud',
  startOfText: 'Begin van de tekst',
  by: 'door',
  abstract: 'Samenvatting',
  note: 'Noot {}',
  notes: 'Noten',
  backToText: 'Terug naar de tekst, noot {}',
  aboutAuthor: 'Over de auteur',
  aboutAuthors: 'Over de auteurs',
  colophon: 'Colofon',
  latest: '{}: laatste nummers',
  editor: 'Reeksredactie: {}',
  pages: 'Pagina’s',
  landmarks: 'Oriëntatiepunten',
  table: 'Tabel {}',
  summary: {
    text: 'De tekst is volledig te lezen met ogen, oren of vingers, in één volgorde, met koppen en een inhoudsopgave.',
    described: 'Alle betekenisvolle afbeeldingen zijn beschreven.',
    undescribed: 'Sommige afbeeldingen zijn niet beschreven.',
    notes: 'Noten en hun verwijzingen zijn in beide richtingen gekoppeld.',
    pages: 'De paginanummers komen overeen met de gedrukte uitgave.',
  },
};

const portuguese: Words = {
  lang: 'pt',
  skipToText: 'Ir para o texto',
  cover: 'Capa',
  titlePage: 'Folha de rosto',
  contents: 'Sumário',
  startOfText: 'Início do texto',
  by: 'por',
  abstract: 'Resumo',
  note: 'Nota {}',
  notes: 'Notas',
  backToText: 'Voltar ao texto, nota {}',
  aboutAuthor: 'Sobre a autoria',
  aboutAuthors: 'Sobre a autoria',
  colophon: 'Ficha técnica',
  latest: '{}: últimos números',
  editor: 'Direção da coleção: {}',
  pages: 'Páginas',
  landmarks: 'Pontos de referência',
  table: 'Tabela {}',
  summary: {
    text: 'O texto pode ser lido na íntegra pela vista, pelo ouvido ou pelo tato, numa única ordem, com títulos e sumário.',
    described: 'Todas as imagens significativas têm descrição.',
    undescribed: 'Algumas imagens não têm descrição.',
    notes: 'As notas e as suas chamadas estão ligadas nos dois sentidos.',
    pages: 'Os números de página correspondem à edição impressa.',
  },
};

/** The languages spoken here. */
export const languages: readonly Words[] = [
  english,
  german,
  french,
  italian,
  spanish,
  dutch,
  portuguese,
];
