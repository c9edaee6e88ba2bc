import type { OctavoDocument } from '../document/document.js';
import { columnWidth, type Template, textHeight, textWidth } from '../template/index.js';
import type { FixedParts } from './fixed-parts.js';
import { takeSources } from './galley-source.js';
import type { SetCopy } from './measured.js';

/**
 * Everything there is to set, take by take, each made ready when it is asked for.
 *
 * @param idleFamilies Of fonts that nothing waits for.
 */
export function copyOf(
  document: OctavoDocument,
  { page }: Template,
  fixed: FixedParts,
  idleFamilies: string[],
  largestTake?: number,
): (() => Promise<SetCopy>)[] {
  const { title, lang } = document.metadata;
  const widths = { column: columnWidth(page), text: textWidth(page), height: textHeight(page) };
  return takeSources(document, fixed.endOfText, largestTake).map((source, index, sources) => {
    const isLast = index === sources.length - 1;
    return async () => {
      const { text, notes, firstNote } = await source();
      return {
        title,
        lang,
        widths,
        text,
        notes,
        opening: fixed.opening,
        openingFoot: fixed.openingFoot,
        closing: isLast ? fixed.closing : '',
        take: { index, isLast, firstNote },
        idleFamilies,
      };
    };
  });
}
