const words: Record<string, string> = {
  de: 'Seite',
  en: 'Page',
  es: 'Página',
  fr: 'Page',
  it: 'Pagina',
  nl: 'Pagina',
};

/** `Page 3`, in the publication's language where its word is known, else in English. */
export function pageWords(lang: string, label: string): string {
  return `${words[lang.split('-')[0]?.toLowerCase() ?? 'en'] ?? words.en} ${label}`;
}
