import type { Engine, RegisteredWork, StyleToken } from 'citeproc';

/** Before a work's number in the list, and between it and the number or label that is printed. */
const mark = { start: '\uE007', end: '\uE008' } as const;

const marked = new RegExp(`${mark.start}(\\d+)${mark.end}([\\p{L}\\p{N}+]*)`, 'gu');

/** Stands in an entry of the list for the number that is printed of its work. */
const ownNumber = '\uE009';

/** What is printed of a work where the style prints its number. */
export function numberOf({ seq = 0 }: RegisteredWork, { bibliography_sort }: Engine): number {
  return bibliography_sort.tmp.citation_number_map?.[seq] ?? seq;
}

/**
 * Makes entries of the list leave room for the number of their work ({@link numbered}), and, where
 * works are to be marked, citations say whose number or label they print: the engine wraps every
 * other variable itself ({@link System.variableWrapper}), but these two, which it may join to ranges.
 */
export function markNumbers(engine: Engine, markWorks: boolean): void {
  const marks = (number: number) =>
    markWorks && engine.tmp.area === 'citation' && number
      ? `${mark.start}${number}${mark.end}`
      : '';
  const formatter = {
    format: (number: number) =>
      engine.tmp.area === 'bibliography' ? ownNumber : `${marks(number)}${number}`,
  };
  for (const token of tokensOf(engine)) {
    const isNumber = token.name === 'text' && token.variables_real?.[0] === 'citation-number';
    if (isNumber) token.formatter = formatter;
  }
  const labelOf = engine.getCitationLabel.bind(engine);
  engine.getCitationLabel = (item) => {
    const work = engine.registry.registry[item.id];
    return (engine.tmp.just_looking || !work ? '' : marks(numberOf(work, engine))) + labelOf(item);
  };
}

function tokensOf({ citation, bibliography, macros = {} }: Engine): StyleToken[] {
  return [...citation.tokens, ...bibliography.tokens, ...Object.values(macros).flat()];
}

/** An entry of the list with its number. */
export function numbered(html: string, number: number): string {
  return html.replaceAll(ownNumber, String(number));
}

/** The engine's HTML with what was marked as `wrap` has it. */
export function resolveNumbers(
  html: string,
  engine: Engine,
  wrap: (id: string, text: string) => string,
): string {
  if (!html.includes(mark.start)) return html;
  return html.replace(marked, (_, number: string, text: string) => {
    const work = engine.registry.reflist.find((one) => numberOf(one, engine) === Number(number));
    return work && text !== '' ? wrap(work.id, text) : text;
  });
}
