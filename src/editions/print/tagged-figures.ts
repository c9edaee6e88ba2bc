import { readTags } from '../pdf/structure/read-tags.js';
import { leavesOf, tagsOf } from '../pdf/structure/tags.js';
import type { PdfFile } from '../pdf-file/file.js';

/** What stands in for figures, by their content on the pages, as the print engine has tagged it. */
export class TaggedFigures {
  /** By page, then by MCID. */
  readonly #alternatives = new Map<number, Map<number, string>>();

  constructor({ structures }: PdfFile) {
    for (const tag of tagsOf(readTags(structures))) {
      if (tag.role !== 'Figure' || !tag.alt) continue;
      for (const leaf of leavesOf(tag)) {
        if (leaf.kind === 'content') this.#add(leaf.page, leaf.mcid, tag.alt);
      }
    }
  }

  #add(page: number, mcid: number, alternative: string): void {
    const known = this.#alternatives.get(page) ?? new Map<number, string>();
    known.set(mcid, alternative);
    this.#alternatives.set(page, known);
  }

  /** What stands in for the figure that marked content of a page (from 0) belongs to. */
  alternativeAt(page: number, mcid: number | undefined): string | undefined {
    return mcid === undefined ? undefined : this.#alternatives.get(page)?.get(mcid);
  }
}
