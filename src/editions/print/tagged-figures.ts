import { readTags } from '../pdf/structure/read-tags.js';
import { leavesOf, tagsOf } from '../pdf/structure/tags.js';
import type { PdfFile } from '../pdf-file/file.js';

/** What stands in for figures, by their content on the pages, as the print engine has tagged it. */
export class TaggedFigures {
  readonly #structures: PdfFile['structures'];
  /** By page, then by MCID. */
  #alternatives: Map<number, Map<number, string>> | undefined;

  constructor({ structures }: PdfFile) {
    this.#structures = structures;
  }

  /** What stands in for the figure that marked content of a page (from 0) belongs to. */
  alternativeAt(page: number, mcid: number | undefined): string | undefined {
    if (mcid === undefined) return undefined;
    // Read where something is to be named, which hardly ever is: a book has tags by the ten thousand.
    this.#alternatives ??= this.#read();
    return this.#alternatives.get(page)?.get(mcid);
  }

  #read(): Map<number, Map<number, string>> {
    const alternatives = new Map<number, Map<number, string>>();
    for (const tag of tagsOf(readTags(this.#structures))) {
      if (tag.role !== 'Figure' || !tag.alt) continue;
      for (const leaf of leavesOf(tag)) {
        if (leaf.kind !== 'content') continue;
        const known = alternatives.get(leaf.page) ?? new Map<number, string>();
        alternatives.set(leaf.page, known.set(leaf.mcid, tag.alt));
      }
    }
    return alternatives;
  }
}
