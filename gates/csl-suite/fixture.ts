import type { CslItem } from '../../src/citations/types.js';

/** A cite as the suite writes it (citeproc's names). */
export interface SuiteCite {
  id: string | number;
  locator?: string | number;
  /** Where the citation stands towards earlier ones (citeproc's numbers). */
  position?: number;
  label?: string;
  prefix?: string;
  suffix?: string;
  'suppress-author'?: boolean | number;
  [other: string]: unknown;
}

export interface SuiteCitation {
  citationID: string;
  citationItems: SuiteCite[];
  properties?: { noteIndex?: number };
}

/** A citation and those before and after it: `[id, note]`. */
export type SuiteStep = [SuiteCitation, [string, number][], [string, number][]];

/** One test of the CSL test-suite. */
export interface Fixture {
  name: string;
  mode: 'citation' | 'bibliography';
  style: string;
  result: string;
  items: CslItem[];
  /** Clusters, each printed for itself. */
  citationItems?: SuiteCite[][];
  /** A document in the making. */
  citations?: SuiteStep[];
}

const section = (name: string) =>
  new RegExp(`>>=+\\s*${name}\\s*=+>>\\r?\\n(.*?)\\r?\\n?<<=+\\s*${name}\\s*=+<<`, 's');

function textOf(fixture: string, name: string): string | undefined {
  return section(name).exec(fixture)?.[1];
}

function dataOf<T>(fixture: string, name: string): T | undefined {
  const text = textOf(fixture, name);
  return text === undefined || text.trim() === '' ? undefined : (JSON.parse(text) as T);
}

/** Reads a fixture of the suite's `processor-tests/humans`. */
export function readFixture(name: string, text: string): Fixture {
  const mode = textOf(text, 'MODE')?.trim();
  if (mode !== 'citation' && mode !== 'bibliography') throw new Error(`no mode but '${mode}'`);
  return {
    name,
    mode,
    style: textOf(text, 'CSL') ?? '',
    result: textOf(text, 'RESULT') ?? '',
    items: dataOf<CslItem[]>(text, 'INPUT') ?? [],
    citationItems: dataOf<SuiteCite[][]>(text, 'CITATION-ITEMS'),
    citations: dataOf<SuiteStep[]>(text, 'CITATIONS'),
  };
}
