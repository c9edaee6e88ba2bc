/** An identifier in its plain form, or what is wrong with it. */
export type Identifier = { value: string } | { wrong: string };

const sum = (digits: readonly number[], weight: (index: number) => number) =>
  digits.reduce((total, digit, index) => total + digit * weight(index), 0);

/** Digits, with X for ten in the last place. */
const digitsOf = (text: string) => [...text].map((digit) => (digit === 'X' ? 10 : Number(digit)));

const badCheckDigit: Identifier = { wrong: 'its check digit does not agree with the rest' };

/** ISO 2108: thirteen digits weighted 1 and 3 (modulus 10), or ten weighted 10 to 1 (modulus 11). */
export function readIsbn(written: string): Identifier {
  const value = written.replace(/^(urn:)?isbn[-: ]*(1[03]:)?\s*/i, '').toUpperCase();
  const bare = value.replaceAll(/[-\s\u2010-\u2013]/g, '');
  const digits = digitsOf(bare);
  if (/^97[89]\d{10}$/.test(bare)) {
    return sum(digits, (index) => (index % 2 ? 3 : 1)) % 10 === 0 ? { value } : badCheckDigit;
  }
  if (/^\d{9}[\dX]$/.test(bare)) {
    return sum(digits, (index) => 10 - index) % 11 === 0 ? { value } : badCheckDigit;
  }
  return { wrong: 'an ISBN has 13 digits (or 10, before 2007)' };
}

/** ISO 3297: eight digits weighted 8 to 1, modulus 11. */
export function readIssn(written: string): Identifier {
  const bare = written
    .replace(/^(urn:)?(e-?|p-?)?issn[-: ]*/i, '')
    .toUpperCase()
    .replaceAll(/[-\s\u2010-\u2013]/g, '');
  if (!/^\d{7}[\dX]$/.test(bare)) return { wrong: 'an ISSN has eight digits, as in 2049-3630' };
  if (sum(digitsOf(bare), (index) => 8 - index) % 11 !== 0) return badCheckDigit;
  return { value: `${bare.slice(0, 4)}-${bare.slice(4)}` };
}

/** ISO 7064, MOD 11-2, over sixteen digits; the address before them is taken away. */
export function readOrcid(written: string): Identifier {
  const bare = written
    .replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, '')
    .replace(/\/$/, '')
    .toUpperCase()
    .replaceAll(/[-\s\u2010-\u2013]/g, '');
  if (!/^\d{15}[\dX]$/.test(bare)) {
    return { wrong: 'an ORCID iD has sixteen digits, as in 0000-0002-1825-0097' };
  }
  const digits = digitsOf(bare);
  const rest = digits.slice(0, 15).reduce((total, digit) => (total + digit) * 2, 0) % 11;
  if ((12 - rest) % 11 !== digits[15]) return badCheckDigit;
  return { value: bare.replaceAll(/(.{4})(?=.)/g, '$1-') };
}

/** ISO 26324: `10.`, a registrant, a stroke, any name; the resolver's address is taken away. */
export function readDoi(written: string): Identifier {
  const value = written.replace(/^(https?:\/\/(dx\.|www\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,9}(\.\d+)*\/\S+$/.test(value)
    ? { value }
    : { wrong: 'a DOI begins with 10., as in 10.1000/182' };
}
