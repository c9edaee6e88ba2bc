/** What a tag may consist of (RFC 5646, 2.1), without those that RFC 4646 took over as they were. */
const parts = [
  // Longer names are not given out, and only these languages have others that extend them.
  '(?:(?:ar|kok|lv|ms|sgn|sw|uz|zh)-(?=[a-z]{3}(?![a-z0-9])))?[a-z]{2,3}(?![a-z0-9])',
  '(?:-[a-z]{4}(?![a-z0-9]))?',
  String.raw`(?:-(?:[a-z]{2}|\d{3})(?![a-z0-9]))?`,
  String.raw`(?<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})(?![a-z0-9]))*)`,
  '(?<extensions>(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*)',
  '(?:-x(?:-[a-z0-9]{1,8})+)?',
];
const wellFormed = new RegExp(`^${parts.join('')}$`, 'i');

/** Tags from before there were parts, and what stands for them today (RFC 5646, 2.2.8). */
const grandfathered: Readonly<Record<string, string>> = {
  'art-lojban': 'jbo',
  'en-gb-oed': 'en-GB-oxendict',
  'i-ami': 'ami',
  'i-bnn': 'bnn',
  'i-hak': 'hak',
  'i-klingon': 'tlh',
  'i-lux': 'lb',
  'i-navajo': 'nv',
  'i-pwn': 'pwn',
  'i-tao': 'tao',
  'i-tay': 'tay',
  'i-tsu': 'tsu',
  'no-bok': 'nb',
  'no-nyn': 'nn',
  'sgn-be-fr': 'sfb',
  'sgn-be-nl': 'vgt',
  'sgn-ch-de': 'sgg',
  'zh-guoyu': 'cmn',
  'zh-hakka': 'hak',
  'zh-min-nan': 'nan',
  'zh-xiang': 'hsn',
};

/** Whether none of the parts is there twice, as no variant and no extension may be (RFC 5646, 2.2.9). */
const isEachOnce = (list: readonly string[]) => new Set(list).size === list.length;

/**
 * A language tag (BCP 47: RFC 5646) in the form that programs compare: `de_at` as `de-AT`, `zh-yue`
 * as `yue`. Undefined for what is no tag, and for one that names no language to anybody but those
 * who made it (`x-ours`).
 */
export function languageTag(written: string): string | undefined {
  const tag = written.trim().replaceAll('_', '-').toLowerCase();
  const today = Object.hasOwn(grandfathered, tag) ? grandfathered[tag] : undefined;
  const groups = wellFormed.exec(today ?? tag)?.groups;
  if (!groups) return undefined;
  const { variants = '', extensions = '' } = groups;
  const singletons = extensions.match(/-[a-z0-9](?=-)/g) ?? [];
  if (!isEachOnce(variants.split('-').slice(1)) || !isEachOnce(singletons)) return undefined;
  // What extends a language is one of its own, and better known as that (4.5).
  const alone = (today ?? tag).replace(/^[a-z]+-(?=[a-z]{3}(?![a-z0-9]))/, '');
  try {
    return Intl.getCanonicalLocales(alone)[0];
  } catch {
    return undefined;
  }
}
