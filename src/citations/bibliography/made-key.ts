import type { Report } from '../../diagnostics/report.js';
import { dateOf } from './dates.js';
import { namesOf } from './names.js';
import type { RawEntry } from './raw-entry.js';
import { textOf } from './values.js';

/** Makes keys for entries that bring none (RIS without `ID`): `roth2024`, then `roth2024a`, … */
export class KeyMaker {
  private readonly taken: Set<string | undefined>;

  constructor(taken: Iterable<string | undefined>) {
    this.taken = new Set(taken);
  }

  keyFor({ data, place }: RawEntry, report: Report): string {
    const stem = stemOf(data);
    let key = stem;
    for (let count = 0; this.taken.has(key); count += 1) key = stem + suffix(count);
    this.taken.add(key);
    report.add('citation/made-key', place, {
      message: `This entry has no key: it is cited as @${key}`,
      remedy: 'Give it a key of its own if another is wanted (in RIS: the field ID)',
    });
    return key;
  }
}

/** a … z, then aa, ab, … */
function suffix(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : suffix(Math.floor(count / 26) - 1) + letter;
}

function stemOf(data: Record<string, unknown>): string {
  const [name] = namesOf(data.author ?? data.editor ?? []);
  const word = name?.family ?? name?.literal ?? textOf(data.title) ?? 'work';
  const [first = 'work'] = word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${first}${dateOf(data.issued)?.['date-parts']?.[0]?.[0] ?? ''}`;
}
