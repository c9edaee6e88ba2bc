import CSL from 'citeproc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateBook } from '../../../bench/book.js';
import { resolveLocale } from '../../../src/citations/index.js';
import { locatorTerms } from '../../../src/citations/locators/terms.js';
import { clusterItem } from '../../../src/citations/placing/items.js';
import { numberNotes } from '../../../src/citations/placing/numbering.js';
import { partsOf } from '../../../src/citations/placing/parts.js';
import type { Cluster } from '../../../src/citations/session/cluster.js';
import { Protection } from '../../../src/citations/session/protect.js';
import { Session } from '../../../src/citations/session/session.js';
import { shippedStyles } from '../../../src/citations/style/shipped.js';
import type { CitationLocale, CitationStyle, CslItem } from '../../../src/citations/types.js';
import { Report } from '../../../src/diagnostics/report.js';
import { parse } from '../../markdown/sketch.js';
import { bibliographyOf, place, styleNamed } from '../setting.js';

const book = generateBook({ words: 3600, notes: 66, sources: 30, seed: 7 });
const works = bibliographyOf(book.references);

interface Set {
  style: CitationStyle;
  locale: CitationLocale;
  clusters: Cluster[];
}

/** The citations of the generated book, notes numbered as the style has them. */
async function cited(name: string): Promise<Set> {
  const style = await styleNamed(name);
  const locale = await resolveLocale(style, 'en-GB', place, new Report(), []);
  const terms = locatorTerms(locale.xmlOf(locale.lang));
  const { root } = parse(book.manuscript, 12);
  const clusters = numberNotes(partsOf(root, {}), style).map(({ node, number }) => ({
    items: node.items.map((item) => clusterItem(item, terms)),
    note: number,
  }));
  return { style, locale, clusters };
}

function sessionOf({ style, locale }: Set): Session {
  const itemOf = (key: string) => works.get(key)?.csl;
  return new Session({ style, locale, itemOf, markWorks: false });
}

/** What the engine's own way gives, citation by citation. */
function oneByOne({ style, locale, clusters }: Set): { html: string[]; listed: string[] } {
  const protection = new Protection();
  const items = new Map<string, CslItem>();
  const system = {
    retrieveLocale: locale.xmlOf,
    retrieveItem(key: string) {
      const item = items.get(key) ?? protection.protect(works.get(key)?.csl as CslItem);
      items.set(key, item);
      return item;
    },
  };
  const engine = new CSL.Engine(system, style.xml, locale.lang, true);
  engine.opt.development_extensions.field_hack = false;
  engine.opt.development_extensions.locator_label_parse = false;
  const rebuilt = engine.rebuildProcessorState(
    clusters.map(({ items: cites, note }, index) => ({
      citationID: `c${index}`,
      citationItems: cites.map(({ key, locator, label, prefix, suffix }) => ({
        id: key,
        ...(locator ? { locator, label } : {}),
        ...(prefix ? { prefix } : {}),
        ...(suffix ? { suffix } : {}),
      })),
      properties: {
        noteIndex: style.class === 'note' ? note : 0,
        unsorted: cites.some(({ prefix, suffix }) => prefix || suffix),
      },
    })),
    'html',
  );
  const [, listed] = engine.makeBibliography() || [undefined, []];
  return { html: rebuilt.map(([, , html]) => html), listed };
}

const withoutNumbers = (html: string) => html.replace(/\uE000\d+\uE001/g, 'URL').trim();

const styles: [format: string, style: string][] = [
  ['note', 'iai'],
  ['author-date', 'harvard1'],
  ['author', 'named'],
  ['numeric', 'vancouver'],
  ['superscript', 'raised'],
  ['label', 'keyed'],
];

const shipped = (await shippedStyles()).map((name) => ['shipped', name] as const);
const others = shipped.filter(([, name]) => styles.every((style) => style[1] !== name));

test.each([...styles, ...others])(
  'a document at once prints what one citation after the other does (%s, %s)',
  async (_, name = '') => {
    const set = await cited(name);
    const printed = sessionOf(set).print(set.clusters);
    const expected = oneByOne(set);
    expect(printed.clusters.map(({ html }) => withoutNumbers(html))).toEqual(
      expected.html.map(withoutNumbers),
    );
    expect(printed.bibliography.map(({ html }) => withoutNumbers(html))).toEqual(
      expected.listed.map(withoutNumbers),
    );
  },
);

test.each(styles)('marks for links change nothing that is read (%s)', async (_, name) => {
  const set = await cited(name);
  const itemOf = (key: string) => works.get(key)?.csl;
  const session = new Session({ style: set.style, locale: set.locale, itemOf, markWorks: true });
  const marked = session.print(set.clusters).clusters.map(({ html }) => withoutNumbers(html));
  const plain = sessionOf(set).print(set.clusters);
  expect(marked.map((html) => html.replace(/<\/?a\b[^>]*>/g, ''))).toEqual(
    plain.clusters.map(({ html }) => withoutNumbers(html)),
  );
});

test.each(styles)('a session asked again prints what a new one does (%s)', async (_, name) => {
  const set = await cited(name);
  const session = sessionOf(set);
  const part = fc.nat(set.clusters.length);
  const edits = fc.record({ from: part, length: fc.nat(12), at: part, uncited: fc.nat(29) });
  const keys = [...works.keys()];
  fc.assert(
    fc.property(edits, ({ from, length, at, uncited }) => {
      const moved = set.clusters.slice(from, from + length);
      const rest = [...set.clusters.slice(0, from), ...set.clusters.slice(from + length)];
      const order = [...rest.slice(0, at), ...moved, ...rest.slice(at + 5)];
      const clusters = order.map((cluster, index) => ({ ...cluster, note: index + 1 }));
      const listed = uncited % 3 === 0 ? [keys[uncited] ?? ''] : [];
      const fresh = sessionOf(set).print(clusters, listed);
      const again = session.print(clusters, listed);
      const bare = (printed: typeof fresh) => ({
        clusters: printed.clusters.map(({ html, position }) => [withoutNumbers(html), position]),
        bibliography: printed.bibliography.map(({ key, html }) => [key, withoutNumbers(html)]),
      });
      expect(bare(again)).toEqual(bare(fresh));
    }),
    { numRuns: 4, seed: 11 },
  );
});
