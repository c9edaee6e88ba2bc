import type { Engine, StyleToken } from 'citeproc';

/** Before a work's number in the list, and between it and the number or label that is printed. */
const mark = { start: '\uE007', end: '\uE008' } as const;

const marked = new RegExp(`${mark.start}(\\d+)${mark.end}([\\p{L}\\p{N}+]*)`, 'gu');

/**
 * Makes citations say whose number or label they print: the engine wraps every other variable
 * itself ({@link System.variableWrapper}), but these two, which it may join to ranges.
 */
export function markNumbers(engine: Engine): void {
  const marks = (seq: number | undefined) =>
    engine.tmp.area === 'citation' && seq ? `${mark.start}${seq}${mark.end}` : '';
  const formatter = { format: (number: number) => `${marks(number)}${number}` };
  for (const token of tokensOf(engine)) {
    const isNumber = token.name === 'text' && token.variables_real?.[0] === 'citation-number';
    if (isNumber) token.formatter = formatter;
  }
  const labelOf = engine.getCitationLabel.bind(engine);
  engine.getCitationLabel = (item) =>
    (engine.tmp.just_looking ? '' : marks(engine.registry.registry[item.id]?.seq)) + labelOf(item);
}

function tokensOf({ citation, macros = {} }: Engine): StyleToken[] {
  return [...citation.tokens, ...Object.values(macros).flat()];
}

/** The engine's HTML with what was marked as `wrap` has it. */
export function resolveNumbers(
  html: string,
  { registry }: Engine,
  wrap: (id: string, text: string) => string,
): string {
  if (!html.includes(mark.start)) return html;
  return html.replace(marked, (_, seq: string, text: string) => {
    const work = registry.reflist[Number(seq) - 1];
    return work && text !== '' ? wrap(work.id, text) : text;
  });
}
