// The rules that a checker codes, read off its source: what is listed by hand goes out of date.
import { readFileSync } from 'node:fs';

const sourceOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Clauses by number, and whatever a breach is reported under. */
const clause = /'(\d+(?:\.\d+)+(?:-\d+)?|\d+-\d+)'|(?:breach|inOwn)\(\s*'([^']+)'/g;

/** The clauses or rules that checkers report breaches of. */
export function codedClauses(...files: string[]): string[] {
  const found = files.flatMap((file) => [...sourceOf(file).matchAll(clause)]);
  return [...new Set(found.map(([, number, rule]) => number ?? rule ?? ''))].sort();
}

/** What a checker says of faults: its texts, whatever stands in their gaps. */
const told = /(?:push\(\s*|return |=> )(`(?:[^`\\]|\\.)*`|'[^']*[a-z] [^']*')/g;

/** The texts of a checker that tells of faults in words; a page may be named before them. */
export function codedFaults(file: string): RegExp[] {
  const texts = [...sourceOf(file).matchAll(told)].map(([, text = '']) => text.slice(1, -1));
  return [...new Set(texts)]
    .filter((text) => / [a-z]/.test(text.replace(/\$\{[^}]*\}/g, '')))
    .map((text) => {
      const parts = text.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/);
      return new RegExp(`${parts.map(escaped).join('.*')}$`, 's');
    });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
