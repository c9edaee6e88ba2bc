import CSL from 'citeproc';

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const known = collators.get(locale);
  const collator =
    known ??
    new Intl.Collator(locale, { sensitivity: 'base', ignorePunctuation: true, numeric: true });
  collators.set(locale, collator);
  return collator;
}

/**
 * Has the engine sort by one collator for a locale, and without a look at case. Its own way asks
 * for a collator at every comparison, and lowers case as the work does that it looked at last:
 * beside a Turkish work others are sorted as Turkish ones.
 */
export function collateAtOnce(): void {
  CSL.getSortCompare = (locale = 'en-US') => collatorOf(locale).compare;
}
