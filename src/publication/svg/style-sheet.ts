/** Functions of CSS that take an address, but for `url()` with a part of the drawing or embedded data. */
const fetching =
  /\b(?:image-set|image|cross-fade|src|expression)\s*\(|-moz-binding|@import|@charset|@namespace|url\s*\(\s*(?!["']?\s*#|["']?\s*data:(?:image\/(?:png|jpe?g|gif|webp)|font\/|application\/(?:x-)?font))/i;

const comment = /\/\*[\s\S]*?(\*\/|$)/g;

/** Whether a value or a style sheet asks for anything from elsewhere, or hides what it asks for. */
export function fetches(css: string): boolean {
  // Read with and without what looks like comments: `/*` inside a string begins none.
  return [css, css.replaceAll(comment, '')].some(
    // An escape can spell any name letter by letter; drawing programs have no use for it.
    (text) => fetching.test(text) || (text.includes('\\') && /[({]/.test(text)),
  );
}

export interface CleanStyleSheet {
  css: string;
  removed: string[];
}

/**
 * A style sheet without imports and without fonts from elsewhere. One that still asks for anything
 * when these are gone is left out whole.
 */
export function cleanStyleSheet(css: string): CleanStyleSheet {
  const removed: string[] = [];
  const leave = (what: string) => {
    removed.push(what);
    return '';
  };
  const without = css
    .replaceAll(/@import\s+(?:url\s*\([^)]*\)|"[^"]*"|'[^']*')[^;{}]*(;|$)/gi, () =>
      leave('a style sheet from elsewhere (`@import`)'),
    )
    .replaceAll(/@font-face\s*\{[^{}]*\}/gi, (face) =>
      fetches(face) ? leave('a font from elsewhere (`@font-face`)') : face,
    );
  return fetches(without)
    ? { css: '', removed: [...removed, 'a style sheet that asks for other files'] }
    : { css: without, removed };
}
