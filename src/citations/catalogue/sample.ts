import type { ElementContent } from 'hast';
import { Failure } from '../../diagnostics/failure.js';
import { Report } from '../../diagnostics/report.js';
import { openCitations } from '../open/open-citations.js';
import { resolveLocale } from '../style/locales.js';
import { resolveStyle, type StyleSearch } from '../style/resolve.js';
import type { CitationLocale, CitationStyle, CslItem } from '../types.js';
import type { CataloguedStyle, CatalogueSearch } from './list.js';

/** What a style makes of one made-up article, cited at one page. */
export interface StyleSample {
  /** How the style cites: as a note, or in the text. */
  class: CitationStyle['class'];
  citation: Printed;
  /** Undefined where the style has no bibliography. */
  reference?: Printed;
}

export interface Printed {
  content: ElementContent[];
  text: string;
  html: string;
}

const article: CslItem = {
  id: 'sample',
  type: 'article-journal',
  author: [
    { family: 'Ellison', given: 'Mara J.' },
    { family: 'Reyes', given: 'Tomás' },
  ],
  title: 'Harbours of the inland sea: Trade without a coast',
  'title-short': 'Harbours of the inland sea',
  'container-title': 'Journal of Coastal History',
  'container-title-short': 'J. Coast. Hist.',
  volume: '12',
  issue: '3',
  page: '41-67',
  issued: { 'date-parts': [[2021, 9]] },
  DOI: '10.1234/jch.2021.12',
};

/**
 * Cites by a checked style. Throws what the engine throws where it cannot.
 * @param style Checked.
 */
export function renderSample(style: CitationStyle, locale: CitationLocale): StyleSample {
  const session = openCitations({ style, locale, items: [article] });
  const cluster = { items: [{ key: 'sample', locator: '47', label: 'page' }] };
  const note = style.class === 'note' ? 1 : 0;
  const { citations, bibliography } = session.cite([{ ...cluster, note }]);
  const [citation] = citations;
  const [reference] = bibliography;
  return {
    class: style.class,
    citation: printed(citation ?? { content: [], text: '', html: '' }),
    ...(reference && { reference: printed(reference) }),
  };
}

const printed = ({ content, text, html }: Printed): Printed => ({ content, text, html });

/** Renders samples of styles that are here; styles with one parent share its rendering. */
export class SampleRoom {
  readonly #search: CatalogueSearch;
  readonly #lang: string;
  readonly #samples = new Map<string, StyleSample>();

  /** @param lang BCP 47: the language of the terms, where a style does not insist on its own. */
  constructor(search: CatalogueSearch, lang: string) {
    this.#search = search;
    this.#lang = lang;
  }

  /** The sample, or why there is none: the style is broken, or its parent is not here. */
  async sampleOf({ name, source, origin }: CataloguedStyle): Promise<StyleSample | Failure> {
    const { localeFolders } = this.#search;
    const given = origin === 'citation-js' ? name : source;
    try {
      const style = await resolveStyle(given, styleSearch(this.#search), { file: source });
      const key = `${style.ownLocale ?? ''} ${style.xml}`;
      const known = this.#samples.get(key);
      if (known) return known;
      const place = { file: source };
      const report = new Report();
      const locale = await resolveLocale(style, this.#lang, place, report, localeFolders);
      const sample = renderSample(style, locale);
      this.#samples.set(key, sample);
      return sample;
    } catch (error) {
      if (error instanceof Failure) return error;
      return new Failure(
        'citation/bad-style',
        { file: source },
        {
          message: `The citation engine cannot use the style: ${(error as Error).message}`,
          remedy: 'Correct the style, or take another copy of it',
        },
        1,
        error,
      );
    }
  }
}

function styleSearch({ folder, shelves }: CatalogueSearch): StyleSearch {
  const machineFolders = shelves?.map((shelf) => shelf.folder);
  return { folder, from: 'command', machineFolders };
}
