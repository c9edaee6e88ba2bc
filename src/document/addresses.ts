/** The fragment that an inside link names, decoded; undefined for an outside address. */
export function insideTarget(href: string): string | undefined {
  if (!href.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
