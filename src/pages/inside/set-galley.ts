import { paragraphsIn } from './blocks.js';
import { fitFormulas } from './formulas.js';
import type { Block } from './galley.js';
import { Measures } from './measures.js';
import { type GalleySetting, readParagraph, setParagraph } from './set-paragraph.js';

/** Paragraphs whose width is known beforehand, each with the name of its kind of place. */
function paragraphsOf({ galley: { root, blocks } }: GalleySetting, places: Measures) {
  const paragraphs: { block: Block; paragraph: HTMLElement; place: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'lines' && block.kind !== 'box') continue;
    for (const paragraph of paragraphsIn(block.element)) {
      paragraphs.push({ block, paragraph, place: places.note(paragraph, root) });
    }
  }
  return paragraphs;
}

/**
 * Sets all paragraphs of galleys whose width is known beforehand, tables apart. The galleys' roots
 * join the page here and are not laid out before that is asked for: all is read before anything
 * is set.
 */
export function setParagraphs(settings: readonly GalleySetting[]): void {
  const measured = settings.map((setting) => {
    const { galley, width } = setting;
    galley.root.style.width = `${width}px`;
    const places = new Measures(galley.root);
    const paragraphs = paragraphsOf(setting, places);
    return { setting, paragraphs, widths: places.measure() };
  });
  document.body.append(...settings.map(({ galley }) => galley.root));
  for (const { galley, faults } of settings) fitFormulas(galley.root, faults);
  const read = measured.flatMap(({ setting, paragraphs, widths }) =>
    paragraphs.map(({ block, paragraph, place }) => ({
      paragraph: readParagraph(setting, block, paragraph),
      measure: widths.get(place) ?? setting.width,
    })),
  );
  for (const { paragraph, measure } of read) setParagraph(paragraph, measure);
}
