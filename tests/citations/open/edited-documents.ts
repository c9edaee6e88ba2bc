import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type CitationCluster,
  type CitationSession,
  openCitations,
  resolveLocale,
} from '../../../src/citations/index.js';
import { shippedStyles } from '../../../src/citations/style/shipped.js';
import { Report } from '../../../src/index.js';
import { bibliographyOf, place, styleNamed } from '../setting.js';

const families = ['Roe', 'Poe', 'Roe', 'Doe'];
const given = ['Ann', 'Bo', 'Al', 'Ann B.'];
const person = (number: number) => ({
  family: families[number % 4] ?? '',
  given: given[(number >> 1) % 4] ?? '',
});

/** Works by people of the same names, of the same years; some by nobody. */
export const items = Array.from({ length: 18 }, (_, number) => ({
  id: `w${number}`,
  type: number % 2 ? 'book' : 'article-journal',
  title: `Title ${number}`,
  issued: { 'date-parts': [[2000 + (number % 2)]] },
  author: Array.from({ length: number % 4 }, (_, index) => person(number + 3 * index)),
}));

const key = fc.nat(items.length - 1).map((number) => `w${number}`);
const cluster = fc.record({
  items: fc
    .array(fc.record({ key, locator: fc.constantFrom('', '7', '8-9') }), { maxLength: 3 })
    .map((cited) => (cited.length > 0 ? cited : [{ key: 'w1' }])),
  startsAnew: fc.nat(9).map((number) => number === 0),
});
const change = fc.record({
  at: fc.nat(20),
  taken: fc.nat(2),
  put: fc.array(cluster, { maxLength: 2 }),
});

interface Edits {
  start: CitationCluster[];
  changes: { at: number; taken: number; put: CitationCluster[]; uncited: string[] }[];
}

/** A document, and so many edits of it. */
const edits = (count: number): fc.Arbitrary<Edits> =>
  fc.record({
    start: fc.array(cluster, { minLength: 12, maxLength: 20 }),
    changes: fc.array(
      fc
        .tuple(change, fc.array(key, { maxLength: 1 }))
        .map(([one, uncited]) => ({ ...one, uncited })),
      { minLength: count, maxLength: count },
    ),
  });

/** Everything a reader sees, and where it leads. */
function printed(session: CitationSession, clusters: CitationCluster[], uncited: string[]) {
  const noted = clusters.map((one, index) => ({ ...one, note: index + 1 }));
  const { citations, bibliography } = session.cite(noted, uncited);
  return [
    ...citations.map(({ position, html }) => [position, html]),
    ...bibliography.map(({ id, key, html }) => [id, key, html]),
  ];
}

export const styles = [...(await shippedStyles()), 'named', 'raised', 'joined', 'descending'];

/** Cites generated documents, edited again and again: each must read as a new one. */
export async function expectNewAfterEdits(
  name: string,
  editCount: number,
  runs: { numRuns: number; seed: number },
): Promise<void> {
  const style = await styleNamed(name);
  const locale = await resolveLocale(style, 'en-GB', place, new Report(), []);
  const setting = { style, locale, items: bibliographyOf(items), linkCitations: true };
  const kept = openCitations(setting);
  fc.assert(
    fc.property(edits(editCount), ({ start, changes }) => {
      const clusters = [...start];
      for (const { at, taken, put, uncited } of changes) {
        clusters.splice(at, taken, ...put);
        expect(printed(kept, clusters, uncited)).toEqual(
          printed(openCitations(setting), clusters, uncited),
        );
      }
    }),
    runs,
  );
}
