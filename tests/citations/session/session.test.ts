import CSL from 'citeproc';
import { expect, test } from 'vitest';
import { resolveLocale } from '../../../src/citations/index.js';
import { Protection } from '../../../src/citations/session/protect.js';
import { type Cluster, printCitations } from '../../../src/citations/session/session.js';
import type { CslItem } from '../../../src/citations/types.js';
import { Report } from '../../../src/diagnostics/report.js';
import { place, styleNamed } from '../setting.js';
import { works } from '../works.js';

const keys = [...works.keys()];

/** Citations without pattern, the same each time (Park and Miller's generator). */
function clusters(count: number): Cluster[] {
  let state = 1;
  const below = (limit: number) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return Array.from({ length: count }, (_, index) => ({
    note: index + 1 + Math.floor(index / 7),
    items: Array.from({ length: below(4) === 0 ? 2 : 1 }, () => ({
      key: keys[below(below(3) === 0 ? keys.length : 4)] ?? '',
      suppressAuthor: false,
      ...(below(3) === 0 ? { locator: String(1 + below(3)), label: 'page' } : {}),
      ...(below(6) === 0 ? { prefix: 'see ' } : {}),
    })),
  }));
}

test.each(['iai', 'dated', 'vancouver', 'harvard1', 'raised', 'bracketed'])(
  'settling all citations at once prints what the engine prints one by one: %s',
  async (name) => {
    const style = await styleNamed(name);
    const locale = await resolveLocale(style, 'en-GB', place, new Report(), []);
    const cited = clusters(60);
    const printed = printCitations({
      style,
      locale,
      bibliography: works,
      clusters: cited,
      uncited: [],
      markWorks: false,
    });

    const protection = new Protection();
    const items = new Map<string, CslItem>();
    const system = {
      retrieveLocale: locale.xmlOf,
      retrieveItem(key: string) {
        const csl = works.get(key)?.csl as CslItem;
        const item = items.get(key) ?? protection.protect(csl);
        items.set(key, item);
        return item;
      },
    };
    const engine = new CSL.Engine(system, style.xml, locale.lang, true);
    engine.opt.development_extensions.field_hack = false;
    engine.opt.development_extensions.locator_label_parse = false;
    const oneByOne = engine.rebuildProcessorState(
      cited.map(({ items: cites, note }, index) => ({
        citationID: `c${index}`,
        citationItems: cites.map(({ key, locator, label, prefix }) => ({
          id: key,
          ...(locator ? { locator, label } : {}),
          ...(prefix ? { prefix } : {}),
        })),
        properties: {
          noteIndex: style.class === 'note' ? note : 0,
          unsorted: cites.some(({ prefix }) => prefix),
        },
      })),
      'html',
    );
    const withoutNumbers = (html: string) => html.replace(/\uE000\d+\uE001/g, 'URL').trim();
    expect(printed.clusters.map(({ html }) => withoutNumbers(html))).toEqual(
      oneByOne.map(([, , html]) => withoutNumbers(html)),
    );
  },
);
