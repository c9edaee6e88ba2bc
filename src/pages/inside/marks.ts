import type { MadeUp } from '../measured.js';
import { handedWhole } from './cut.js';
import { seriesOfTake } from './series.js';

type Mark = MadeUp['marks'][number];

const languageOf = (element: Element, fallback: string) =>
  element.closest('[lang]')?.getAttribute('lang') || fallback;

/** Marks elements for what the print engine has no tags for: their language carries a key through. */
export class Marks {
  readonly marks: Mark[] = [];
  readonly #lang: string;

  constructor(lang: string) {
    this.#lang = lang;
  }

  /**
   * Notes and their calls, formulas, text in other languages, blocks that links may lead to, and
   * lists and tables in several parts, wherever they stand.
   */
  addAll(pages: readonly Element[]): void {
    // Languages are read off before the first is changed.
    const found = pages.flatMap((page) => [...page.querySelectorAll<HTMLElement>(markedElements)]);
    const languages = found.map((element) => languageOf(element, this.#lang));
    const keys = new Map<string, string>();
    found.forEach((element, index) => {
      const lang = languages[index] ?? this.#lang;
      const { octavoWhole: whole } = element.dataset;
      let key = whole && keys.get(whole);
      if (!key) {
        const isHanded = whole?.startsWith(handedWhole);
        key = isHanded && whole ? whole : `p${seriesOfTake()}${this.marks.length + 1}`;
        this.marks.push({ key, lang, id: idOf(element), ...roleOf(element) });
        if (whole) keys.set(whole, key);
      }
      element.setAttribute('lang', `${lang}-x-${key}`);
      // Without one, the engine drops an element that it has no tag for.
      element.id ||= `octavo-marked-${seriesOfTake()}${index}`;
    });
  }
}

const markedElements =
  '[lang]:not(svg *), .contents > ul, .note:not(.octavo-continued), .note-call, .note-number, ' +
  '.octavo-word, math, dl, dt:not(.octavo-continued), dd:not(.octavo-continued), [data-octavo-whole], ' +
  '[id]:not([id^="octavo-"], svg, svg *, math *)';

/** The name of what links lead to; not those that were given for the engine's sake. */
const idOf = ({ id }: Element) => (id && !id.startsWith('octavo-') ? id : undefined);

/** A list of terms (label) and what they mean (body): ISO 32000-1, 14.8.4.3.3. */
const definitionRoles: Readonly<Record<string, Pick<Mark, 'role'>>> = {
  dl: { role: 'L' },
  dt: { role: 'Lbl' },
  dd: { role: 'LBody' },
};

function roleOf(element: HTMLElement): Omit<Mark, 'key' | 'lang'> {
  const definition = definitionRoles[element.localName];
  if (definition) return definition;
  // Its lists within lists become contents with it.
  if (element.matches('.contents > ul')) return { role: 'TOC' };
  // Its parts stand apart: read out, they are one word.
  const { word } = element.dataset;
  if (word !== undefined) return { role: 'Span', attributes: { actualText: word } };
  const alt = element.getAttribute('alttext') ?? undefined;
  if (element.localName === 'math') return { role: 'Formula', alt };
  if (element.classList.contains('note')) return { role: 'Note' };
  if (element.classList.contains('note-call')) return { role: 'Reference' };
  return element.classList.contains('note-number') ? { role: 'Lbl' } : {};
}
