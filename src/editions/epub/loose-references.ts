/** Tags and style sheets: where a drawing, as `publication` writes it anew, refers to its parts. */
const referring = /<style[^>]*>[^<]*<\/style>|<[^>]+>/g;

const inStyle = /url\(\s*(?:["']|&quot;)?#([^"')&]*)(?:["']|&quot;)?\s*\)/g;
const inLink = / (?:xlink:)?href="#([^"]*)"/g;

/**
 * A cleaned drawing without references to parts that it does not have. Browsers take such a
 * reference for none (SVG 2, 13.2); EPUB forbids it (EPUBCheck: RSC-012).
 */
export function dropLooseReferences(svg: string): string {
  const ids = new Set([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return svg.replace(referring, (part) =>
    part
      .replace(inStyle, (whole, id) => (ids.has(id) ? whole : 'none'))
      .replace(inLink, (whole, id) => (ids.has(id) ? whole : '')),
  );
}
