import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { placeCitations, resolveLocale } from '../../src/citations/index.js';
import type { CitationLocale, CitationStyle } from '../../src/citations/types.js';
import { Report } from '../../src/diagnostics/report.js';
import { parse } from '../markdown/sketch.js';
import { bibliographyOf, place, styleNamed } from './setting.js';

/** Works whose letters are none of those that stand for text. */
const works = bibliographyOf([
  { id: 'a', type: 'book', title: 'Uno', author: [{ family: 'Roe' }], issued: { raw: '2020' } },
  { id: 'b', type: 'book', title: 'Due', author: [{ family: 'Poe' }], issued: { raw: '2021' } },
]);

const pieces = [
  ...'qwz[]()^;-\\`*_ \n{},.!"\'>#|~'.split(''),
  ...['[@a', '@b', '-@a', '@{a}', '@nobody', '[@a]', '[@a; @b]', ', p. 3', ' [p. 4]', 'q w', '^['],
  ...['](q)', '\n\n', '\n> ', '\n- ', '**', '@a [q]', '](https://q.example)'],
];

/** Manuscripts without HTML out of what citations are made of, in any order. */
export const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 30 })
  .map((found) => found.join(''));

const letters = /[qwz]/g;

function lettersOf(text: string): string[] {
  return text.match(letters) ?? [];
}

/** Letters of the finished tree, wherever a node keeps them. */
function lettersIn(node: Root | RootContent): string[] {
  const own = Object.entries(node).flatMap(([name, value]) =>
    ['value', 'url', 'title', 'alt', 'lang', 'meta', 'label'].includes(name) &&
    typeof value === 'string'
      ? lettersOf(value)
      : [],
  );
  const inside = 'children' in node ? node.children.flatMap(lettersIn) : [];
  return [...own, ...inside];
}

export interface Setting {
  style: CitationStyle;
  locale: CitationLocale;
}

export async function settingOf(name: string): Promise<Setting> {
  const style = await styleNamed(name);
  return { style, locale: await resolveLocale(style, 'en-GB', place, new Report(), []) };
}

/** Cites a manuscript; throws where letters of its text are found nowhere in the result. */
export function losesNothing(text: string, setting: Setting): void {
  const { root, report } = parse(text);
  placeCitations(root, { ...setting, bibliography: works, file: 'm.md', report });
  const kept = count(lettersIn(root));
  for (const [letter, wanted] of count(lettersOf(text))) {
    const found = kept.get(letter) ?? 0;
    if (found < wanted) throw new Error(`${wanted - found} of ${letter} is lost`);
  }
}

function count(found: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of found) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}
