/** A name as catalogues and databases take it apart. A body, or a name of one word, has no given name. */
export interface SplitName {
  family: string;
  given?: string;
  /** `Jr`, `III` and the like. */
  suffix?: string;
}

const particles = new Set(
  'da das de degli dei del della der den di do dos du la le ten ter van von zu zum zur af av'.split(
    ' ',
  ),
);

const suffix = /^(jr|sr|ii|iii|iv)\.?$/i;

/** What stands in names of bodies and not in those of people. */
const ofBodies = /[()&/0-9]|(?:^|\s)(?:of|for|the|and|und|pour|für|per|voor)\s/;

/**
 * A name taken apart: particles go with the family name (`de la Cruz`), a comma says itself where
 * the name is divided (`Alcaro, Riccardo`).
 */
export function splitName(name: string): SplitName {
  const whole = name.trim().replace(/\s+/g, ' ');
  if (ofBodies.test(whole)) return { family: whole };
  const [before, after, ...more] = whole.split(/\s*,\s*/);
  if (before && after && more.length === 0 && !suffix.test(after))
    return { family: before, given: after };
  if (whole.includes(',')) return { family: whole };
  const words = whole.split(' ');
  if (words.length < 2 || words.length > 5) return { family: whole };
  const last = words.at(-1) ?? '';
  const hasSuffix = words.length > 2 && suffix.test(last);
  const end = hasSuffix ? words.length - 1 : words.length;
  let from = end - 1;
  while (from > 1 && particles.has(words[from - 1] ?? '')) from -= 1;
  return {
    family: words.slice(from, end).join(' '),
    given: words.slice(0, from).join(' '),
    ...(hasSuffix && { suffix: last }),
  };
}

/** A name as catalogues sort it: `Alcaro, Riccardo`; those of one word and of bodies stay. */
export function sortName(name: string): string {
  const { family, given, suffix: end } = splitName(name);
  if (given === undefined) return name;
  return [end ? `${family} ${end}` : family, given].join(', ');
}
