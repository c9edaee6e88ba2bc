/** A word (no white space) that is an address rather than language. */
const address =
  /^\P{L}?(?:[a-z][a-z\d+.-]*:\/\/|www\.|doi:|mailto:|urn:|10\.\d{4,9}\/|[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)+[/?#:]|[^\s@]+@[\p{L}\d-]+\.[\p{L}\d.-]+)/iu;

/** Whether a word without white space is a URL, a DOI, a bare domain with a path, or a mail address. */
export function isAddress(word: string): boolean {
  return /[.:]/.test(word) && address.test(word);
}
