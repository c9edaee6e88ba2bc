/** Schemes a reader may follow from a publication. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'ftp:', 'doi:', 'urn:']);

/** Characters that the URL parser leaves but RFC 3986 (appendix A) does not allow unescaped. */
const unescaped = /[|\\^`{}<>"[\]\s]/g;

/** `%` that begins no escape. */
const loosePercent = /%(?![0-9A-Fa-f]{2})/g;

const escaped = (text: string) =>
  text.replace(loosePercent, '%25').replace(unescaped, (char) => encodeURIComponent(char));

/**
 * An outside address in a form that RFC 3986 allows; undefined where a publication may not or
 * cannot lead there (relative paths, scripts, files, unparsable addresses).
 */
export function outsideAddress(href: string): string | undefined {
  let url: URL;
  try {
    url = new URL(href.trim());
  } catch {
    return undefined;
  }
  if (!schemes.has(url.protocol) || url.href === url.protocol) return undefined;
  const written = url.href;
  const authorityEnd = written.length - (url.pathname + url.search + url.hash).length;
  return written.slice(0, authorityEnd) + escaped(written.slice(authorityEnd));
}

/** What is told of a link whose address {@link outsideAddress} refuses. */
export function refusedLink(href: string): { message: string; remedy: string } {
  return {
    message: `The link “${href}” ${refusalOf(href)}: only its words stay`,
    remedy: 'Give the whole address (`https://…`), or take the link out',
  };
}

/** Why no edition can lead to an outside address that {@link outsideAddress} refuses. */
export function refusalOf(href: string): string {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(href.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase();
  if (href.trim() === '') return 'leads nowhere';
  if (scheme === undefined) return 'leads to a file that no edition holds';
  if (scheme === 'javascript' || scheme === 'vbscript') return 'leads to a script';
  if (scheme === 'file') return 'leads to a file of this machine';
  if (scheme === 'data' || scheme === 'blob') return 'holds what it leads to';
  if (schemes.has(`${scheme}:`)) return 'is no whole address';
  return `has the scheme “${scheme}:”, which a publication may not lead to`;
}
