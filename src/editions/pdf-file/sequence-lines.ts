const isWord = new Uint8Array(256);
for (const code of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_')) {
  isWord[code] = 1;
}
const [space, solidus, greater] = [32, 47, 62];
const opening = Buffer.from(' <</MCID ', 'latin1');
const operator = Buffer.from('BDC', 'latin1');

/** Whether bytes stand at a place. */
export function standsAt(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let index = 0; index < what.length; index++) {
    if (bytes[at + index] !== what[index]) return false;
  }
  return true;
}

/**
 * The MCID of a marked-content sequence that a line begins and does nothing else:
 * `/P <</MCID 12 >>BDC`; -1 for all other lines. There are some hundred a page.
 */
export function mcidOfLine(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== solidus) return -1;
  let at = start + 1;
  while (isWord[bytes[at] as number]) at++;
  if (at === start + 1 || !standsAt(bytes, at, opening)) return -1;
  at += opening.length;
  const digits = at;
  let mcid = 0;
  for (let code = bytes[at] as number; code >= 48 && code <= 57; code = bytes[++at] as number) {
    mcid = mcid * 10 + code - 48;
  }
  if (at === digits) return -1;
  while (bytes[at] === space) at++;
  if (bytes[at] !== greater || bytes[at + 1] !== greater) return -1;
  at += bytes[at + 2] === space ? 3 : 2;
  return at + operator.length === end && standsAt(bytes, at, operator) ? mcid : -1;
}
