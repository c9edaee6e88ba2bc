import type { CslName } from '../bibliography/names.js';
import type { CitationStyle, CslItem } from '../types.js';

/** Words that the names of a narrative citation are joined with. */
export interface NameTerms {
  and: string;
  others: string;
}

/** Who stands for a work in a sentence, in this order. */
const creators = ['author', 'editor', 'translator', 'container-author', 'director', 'interviewer'];

/** `Roth`, `O’Grady and Francis`, `Khalaf et al.`; the title of a work that names nobody. */
export function narrativeName(item: CslItem, style: CitationStyle, terms: NameTerms): string {
  for (const variable of creators) {
    const names = item[variable] as CslName[] | undefined;
    if (names && names.length > 0) return joined(names, style, terms);
  }
  const title = item['title-short'] ?? item.title ?? item.id;
  return curled(String(title).replace(/<[^>]*>/g, ''));
}

function joined(names: readonly CslName[], style: CitationStyle, terms: NameTerms): string {
  const named = names.filter(({ others }) => !others).map(shortName);
  const { min, useFirst, serialComma } = style.names;
  const cut = named.length >= min ? Math.min(useFirst, named.length) : named.length;
  const shown = named.slice(0, cut);
  if (cut < names.length) return `${shown.join(', ')} ${terms.others}`;
  const last = shown.pop() ?? '';
  if (shown.length === 0) return last;
  const comma = serialComma && shown.length > 1 ? ',' : '';
  return `${shown.join(', ')}${comma} ${terms.and} ${last}`;
}

function shortName(name: CslName): string {
  const { family, given, literal } = name;
  const particle = name['non-dropping-particle'];
  const space = particle && /['’-]$/.test(particle) ? '' : ' ';
  const short = family && particle ? `${particle}${space}${family}` : (family ?? literal ?? given);
  return curled(short ?? '');
}

/** Apostrophes as the engine sets them. */
function curled(text: string): string {
  return text.replace(/(?<=[\p{L}\d])'/gu, '’');
}
