import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

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
  if (!schemes.has(url.protocol)) return undefined;
  const written = url.href;
  const authorityEnd = written.length - (url.pathname + url.search + url.hash).length;
  return written.slice(0, authorityEnd) + escaped(written.slice(authorityEnd));
}

/** The fragment that an inside link names, decoded; undefined for an outside address. */
export function insideTarget(href: string): string | undefined {
  if (!href.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** After a double slash, and before what divides an address (Chicago Manual of Style 17, 7.46). */
const addressBreaks = /(?<=:\/\/)|(?<=[^:/])(?=[/.~\-_?#%=&])/;

/** Lets a printed address break where readers expect it, with `<wbr>`: its text stays as it was. */
export function breakableAddress(link: Element): Element {
  link.children = link.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text' || !/^(https?:\/\/|www\.|10\.\d)\S+$/.test(child.value))
      return [child];
    return child.value.split(addressBreaks).flatMap((value, index): ElementContent[] => {
      const text: ElementContent = { type: 'text', value };
      return index === 0 ? [text] : [h('wbr'), text];
    });
  });
  return link;
}
