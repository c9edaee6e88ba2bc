/** The language of a tag (BCP 47), in lower case: `en` of `en-GB`. */
export function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** The region of a tag, in capitals: `GB` of `en-GB`; undefined where it names none. */
export function regionOf(tag: string): string | undefined {
  const [, ...subtags] = tag.split('-');
  return subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase();
}
