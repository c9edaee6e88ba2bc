import type { OctavoDocument } from '../document/document.js';
import { columnWidth, type Template, textHeight, textWidth } from '../template/index.js';
import type { FixedParts } from './fixed-parts.js';
import { takeSources } from './galley-source.js';
import type { SetCopy } from './measured.js';

/** Everything there is to set, take by take. */
export class Copy {
  readonly sources: ReturnType<typeof takeSources>;
  readonly #document: OctavoDocument;
  readonly #template: Template;
  readonly #fixed: FixedParts;
  readonly #idleFamilies: string[];

  /** @param idleFamilies Of fonts that nothing waits for. */
  constructor(
    document: OctavoDocument,
    template: Template,
    fixed: FixedParts,
    idleFamilies: string[],
    largestTake?: number,
  ) {
    this.#document = document;
    this.#template = template;
    this.#fixed = fixed;
    this.#idleFamilies = idleFamilies;
    this.sources = takeSources(document, fixed.endOfText, largestTake);
  }

  async of(index: number): Promise<SetCopy> {
    const { title, lang } = this.#document.metadata;
    const { page } = this.#template;
    const source = await this.sources[index]?.();
    const fixed = this.#fixed;
    const isLast = index === this.sources.length - 1;
    return {
      title,
      lang,
      widths: { column: columnWidth(page), text: textWidth(page), height: textHeight(page) },
      text: source?.text ?? '',
      notes: source?.notes ?? '',
      opening: fixed.opening,
      openingFoot: fixed.openingFoot,
      closing: isLast ? fixed.closing : '',
      take: { index, isLast, firstNote: source?.firstNote ?? 0 },
      idleFamilies: this.#idleFamilies,
    };
  }
}
