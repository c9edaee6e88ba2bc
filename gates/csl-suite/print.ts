import CSL from 'citeproc';
import type { Cluster, ClusterItem } from '../../src/citations/session/cluster.js';
import { protection } from '../../src/citations/session/protect.js';
import { Session } from '../../src/citations/session/session.js';
import { nearestLocale } from '../../src/citations/style/locales.js';
import { readStyle } from '../../src/citations/style/read.js';
import type { CitationLocale, CslItem } from '../../src/citations/types.js';
import type { Fixture, SuiteCitation, SuiteCite } from './fixture.js';

const { addressStart, addressEnd, bar, others } = protection;
const mark = new RegExp(`${addressStart}(\\d+)${addressEnd}`, 'g');

/** What Octavo's session prints for a fixture, written as the suite writes its results. */
export function printFixture(fixture: Fixture, locales: Locales): string {
  const style = readStyle(fixture.style, fixture.name);
  const lang = /<style[^>]*\sdefault-locale="([^"]*)"/s.exec(fixture.style)?.[1] ?? 'en-US';
  const locale = localeOf(lang, locales);
  const items = new Map(fixture.items.map((item) => [String(item.id), suiteItem(item)]));
  const session = new Session({
    style,
    locale,
    itemOf: (key) => items.get(key),
    markWorks: false,
    variablesInNotes: true,
  });
  const plain = (html: string) =>
    html
      .replace(mark, (_, index: string) => escaped(session.addresses[Number(index)]?.value ?? ''))
      .replaceAll(bar, '|')
      .replaceAll(others, 'others');
  const printed = print(fixture, session, [...items.keys()], style.class);
  return plain(printed);
}

/** CSL locale files by language tag, as XML. */
export type Locales = ReadonlyMap<string, string>;

function localeOf(lang: string, locales: Locales): CitationLocale {
  const chosen = nearestLocale(lang, [...locales.keys()].sort());
  return { lang: chosen, xmlOf: (tag) => locales.get(tag) ?? locales.get('en-US') ?? '' };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;');
}

function suiteItem(item: CslItem): CslItem {
  return { ...item, id: String(item.id) };
}

function print(fixture: Fixture, session: Session, keys: string[], kind: string): string {
  const { mode, citations, citationItems } = fixture;
  if (citations) return inSteps(fixture, session);
  if (mode === 'bibliography') return bibliography(session, keys);
  const lists = citationItems ?? [inListOrder(session, keys).map((id) => ({ id }))];
  // Cites of notes stand apart from those of the text: here all works are cited before, in order.
  const lead: Cluster = { note: 0, items: keys.map((key) => ({ key })) };
  const alone = kind === 'in-text' && evaluatesPositions(fixture);
  return lists
    .map((list) => {
      const before = earlier(list);
      const cluster: Cluster = { note: before.length + 1, items: list.map(clusterItem) };
      const here = [...before, cluster];
      const { clusters } = alone ? session.print(here, keys) : session.print([lead, ...here]);
      return clusters.at(-1)?.html ?? '';
    })
    .join('\n');
}

/** Whether a citation in the text would be printed otherwise after an earlier one of its work. */
function evaluatesPositions({ style, citationItems }: Fixture): boolean {
  return /\sposition="/.test(style) || (!citationItems && /\set-al-subsequent/.test(style));
}

/** A test without cites cites all works at once, in the order of the list. */
function inListOrder(session: Session, keys: string[]): string[] {
  const lead: Cluster = { note: 0, items: keys.map((key) => ({ key })) };
  const listed = session.print([lead]).bibliography.map(({ key }) => key);
  return listed.length === keys.length ? listed : keys;
}

/** Notes before a cite that bring it into the position which the suite gives it. */
function earlier([cite, other]: SuiteCite[]): Cluster[] {
  if (!cite?.position) return [];
  const same = clusterItem(cite);
  const { locator, ...bare } = same;
  if (cite.position === CSL.POSITION_IBID) return [{ note: 1, items: [same] }];
  if (cite.position === CSL.POSITION_IBID_WITH_LOCATOR) return [{ note: 1, items: [bare] }];
  if (locator === undefined) return [{ note: 1, items: [{ ...bare, locator: '0' }] }];
  return [{ note: 1, items: [bare, clusterItem(other ?? cite)] }];
}

function bibliography(session: Session, keys: string[]): string {
  const lead: Cluster = { note: 0, items: keys.map((key) => ({ key })) };
  return listOf(session.print([lead], []).bibliography);
}

function listOf(entries: readonly { html: string }[]): string {
  const lines = entries.map(({ html }) => `  ${html}\n`).join('');
  return `<div class="csl-bib-body">\n${lines}</div>`;
}

function inSteps({ citations = [], mode }: Fixture, session: Session): string {
  const known = new Map<string, SuiteCitation>();
  let printed = '';
  for (const [citation, before, after] of citations) {
    known.set(citation.citationID, citation);
    const here: [string, number] = [citation.citationID, citation.properties?.noteIndex ?? 0];
    const clusters = [...before, here, ...after].map(([id, note]): Cluster => {
      const { citationItems = [] } = known.get(id) ?? {};
      return { note, items: citationItems.map(clusterItem) };
    });
    const result = session.print(clusters);
    printed =
      mode === 'bibliography'
        ? listOf(result.bibliography)
        : result.clusters.map(({ html }, index) => `[${index}] ${html}`).join('\n');
  }
  return printed;
}

function clusterItem(cite: SuiteCite): ClusterItem {
  const { id, locator, label, prefix, suffix } = cite;
  return {
    key: String(id),
    locator: locator === undefined ? undefined : String(locator),
    label,
    prefix,
    suffix,
    suppressAuthor: Boolean(cite['suppress-author']),
  };
}
