import { formatPlace, type Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { Bibliography, BibliographyItem } from '../types.js';

/** Works that are cited together by one key. */
export interface EntrySet {
  key: string;
  /** Keys of works, or of other sets. */
  members: readonly string[];
  place: Place;
}

/**
 * The works of each set by the keys they are listed under, those of sets within it among them
 * (BibLaTeX's manual, “Entry Sets”). A member that is nowhere is told of; a set without works is none.
 */
export function worksOfSets(
  found: readonly EntrySet[],
  items: ReadonlyMap<string, BibliographyItem>,
  report: Report,
): Map<string, readonly string[]> {
  const sets = new Map<string, EntrySet>();
  for (const set of found) {
    const first = items.get(set.key) ?? sets.get(set.key);
    if (first) reportTaken(set, first.place, report);
    else sets.set(set.key, set);
  }
  const worksOf = (set: EntrySet, within: readonly EntrySet[]): string[] =>
    set.members.flatMap((member) => {
      const work = items.get(member);
      if (work) return [work.key];
      const inner = sets.get(member);
      if (!inner && within.length === 0) reportMissing(set, member, report);
      // A set within itself adds nothing.
      return inner && inner !== set && !within.includes(inner)
        ? worksOf(inner, [...within, set])
        : [];
    });
  const works = [...sets.values()].map((set) => [set.key, [...new Set(worksOf(set, []))]] as const);
  return new Map(works.filter(([, keys]) => keys.length > 0));
}

/** The works that are cited by a key: one, those of a set, or none. */
export function worksCitedBy(key: string, bibliography: Bibliography): readonly string[] {
  const work = bibliography.get(key);
  return work ? [work.key] : (bibliography.sets?.get(key) ?? []);
}

/** Every key that works can be cited by. */
export function citableKeys(bibliography: Bibliography): string[] {
  return [...bibliography.keys(), ...(bibliography.sets?.keys() ?? [])];
}

function reportTaken({ key, place }: EntrySet, first: Place, report: Report): void {
  report.add('citation/duplicate-key', place, {
    message: `The key “${key}” is taken already at ${formatPlace(first)}: this set is not used`,
    remedy: 'Give one of the two another key, or remove one',
  });
}

function reportMissing({ key, place }: EntrySet, member: string, report: Report): void {
  report.add('citation/entry-set', place, {
    message: `The set “${key}” names @${member}, which no bibliography has: it is cited without`,
    remedy: 'Add the work, or take it out of the set',
  });
}
