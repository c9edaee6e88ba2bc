import { paragraphsIn } from './blocks.js';
import { dropCap } from './drop-caps.js';
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
  const known = measured.flatMap(({ setting, paragraphs, widths }) =>
    paragraphs.map(({ block, paragraph, place }) => {
      const measure = widths.get(place) ?? setting.width;
      const begins = paragraph === block.element && paragraph.classList.contains('drop-cap');
      const cap = begins ? dropCap(block, paragraph, measure) : undefined;
      return { setting, block, paragraph, measure, cap };
    }),
  );
  const read = known.map(({ setting, block, paragraph, measure, cap }) => ({
    paragraph: readParagraph(setting, block, paragraph, cap),
    measure,
  }));
  for (const { paragraph, measure } of read) setParagraph(paragraph, measure);
}
