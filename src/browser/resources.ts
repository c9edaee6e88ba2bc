/** A file that a sealed page may ask for, held in memory. */
export interface Resource {
  bytes: Uint8Array;
  mediaType: string;
}

/** Everything a sealed page can reach, by path under {@link pageOrigin}. */
export type Resources = ReadonlyMap<string, Resource>;

/**
 * Where sealed pages and their files seem to live; the host resolves nowhere (RFC 2606). It is
 * not the host of internal links: a link within a page makes printing quadratic.
 */
export const pageOrigin = 'https://sealed.octavo.invalid/';

/** No script of the page's own runs; styles, fonts and images come from the page's origin alone. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
