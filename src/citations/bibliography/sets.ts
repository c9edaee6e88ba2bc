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
 * (BibLaTeX's manual, “Entry Sets”). A member that is nowhere is told of, and so is a set without works, which is none.
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
  const works = new Map<string, readonly string[]>();
  for (const set of sets.values()) {
    const own = worksOf(set, sets, items);
    if (own.length === 0) {
      reportEmpty(set, report);
      continue;
    }
    works.set(set.key, own);
    const missing = set.members.filter((member) => !items.has(member) && !sets.has(member));
    for (const member of missing) reportMissing(set, member, report);
  }
  return works;
}

/** A set's works in order, each once. Sets may hold one another, and themselves: each is looked into once. */
function worksOf(
  set: EntrySet,
  sets: ReadonlyMap<string, EntrySet>,
  items: ReadonlyMap<string, BibliographyItem>,
): string[] {
  const works = new Set<string>();
  const seen = new Set([set]);
  const waiting = set.members.toReversed();
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    const work = items.get(member);
    const inner = sets.get(member);
    if (work) works.add(work.key);
    else if (inner && !seen.has(inner)) {
      seen.add(inner);
      waiting.push(...inner.members.toReversed());
    }
  }
  return [...works];
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

function reportEmpty({ key, place }: EntrySet, report: Report): void {
  report.add('citation/entry-set', place, {
    message: `The set “${key}” holds no work: it has no members that are there, or none but itself`,
    remedy: 'Name works in its entryset, or remove the set',
  });
}
