/** A licence that the statement of rights names. */
export interface Licence {
  url: string;
  /** SPDX identifier, where it is a Creative Commons licence. */
  spdx?: string;
}

const byAddress =
  /https?:\/\/creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)|publicdomain\/(zero)\/1\.0)/i;
const byName = /\bCC[ -](BY(?:-NC)?(?:-ND|-SA)?)[ -](\d\.\d)\b/i;
const zero = /\bCC ?0\b/i;

function creativeCommons(terms: string, version: string): Licence {
  return {
    url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
    spdx: `CC-${terms.toUpperCase()}-${version}`,
  };
}

const publicDomain: Licence = {
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  spdx: 'CC0-1.0',
};

/**
 * The licence in words such as `© 2025 The House, CC BY 4.0`, or that an address among them leads
 * to; undefined where all rights are kept or nobody can tell.
 */
export function licenceOf(rights: string | undefined): Licence | undefined {
  if (rights === undefined) return undefined;
  const address = byAddress.exec(rights);
  const [, terms, version] = address?.[1] ? address : (byName.exec(rights) ?? []);
  if (terms && version) return creativeCommons(terms, version);
  if (address?.[3] || zero.test(rights)) return publicDomain;
  const [url] = /https?:\/\/[^\s<>"]+[^\s<>".,;:)]/.exec(rights) ?? [];
  return url === undefined ? undefined : { url };
}
