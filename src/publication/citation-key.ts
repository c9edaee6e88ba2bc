/** What a citation key is made of: letters, digits, marks and `_`. One character, in code points. */
export const keyCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** Punctuation that may stand in a bare key, singly and between key characters. */
export const keyPunctuation = ':.#$%&-+?<>~/';

const word = keyCharacter.source;
const punctuation = `[${keyPunctuation.replaceAll('-', '\\-')}](?=${word})|[:/](?=/)`;
const cited = new RegExp(
  `(?<!${word})@(?:\\{([^}\\r\\n]+)\\}|(\\*|${word}(?:${word}|${punctuation})*))`,
  'gu',
);

const bare = new RegExp(`^${word}(?:${word}|${punctuation})*$`, 'u');

/** The key as a citation writes it: in braces where it holds other signs than a bare key may. */
export function writtenKey(key: string): string {
  return bare.test(key) ? `@${key}` : `@{${key}}`;
}

/**
 * The keys that a text cites, in order and composed (NFC), by the rules of pandoc's manual
 * (“Citation syntax”): `@key`, `@{odd key}`; `//` is let pass so that addresses can be keys, an
 * `@` within a word starts none. `@*` stands for all keys (“nocite”).
 */
export function citedKeys(text: string): string[] {
  return [...text.normalize('NFC').matchAll(cited)].map(([, braced, bare]) =>
    (braced ?? bare ?? '').trim(),
  );
}
