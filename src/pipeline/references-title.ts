const titles: Record<string, string> = {
  de: 'Literaturverzeichnis',
  en: 'References',
  es: 'Referencias',
  fr: 'Références',
  it: 'Riferimenti bibliografici',
  nl: 'Literatuur',
  pt: 'Referências',
};

/** Heading of the reference list in the publication's language, English where it is not known. */
export function referencesTitle(lang: string): string {
  return titles[lang.split('-')[0]?.toLowerCase() ?? ''] ?? 'References';
}
