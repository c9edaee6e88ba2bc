import { PDFArray, PDFDict, PDFNumber } from 'pdf-lib';
import { arrayAt, dictAt, nameAt, numberAt, textAt } from '../pdf-file/objects.js';

/** Structure elements by their content, as the print engine's parent tree has them (ISO 32000-1, 14.7.4.4). */
export class TaggedFigures {
  private readonly parents = new Map<number, PDFArray>();

  constructor(catalog: PDFDict) {
    const root = dictAt(catalog, 'StructTreeRoot');
    const tree = root && dictAt(root, 'ParentTree');
    if (tree) this.read(tree, 0);
  }

  private read(node: PDFDict, depth: number): void {
    if (depth > 32) return;
    const numbers = arrayAt(node, 'Nums');
    for (let index = 0; numbers && index + 1 < numbers.size(); index += 2) {
      const key = numbers.lookup(index);
      const elements = numbers.lookup(index + 1);
      if (key instanceof PDFNumber && elements instanceof PDFArray)
        this.parents.set(key.asNumber(), elements);
    }
    const kids = arrayAt(node, 'Kids');
    for (let index = 0; kids && index < kids.size(); index++) {
      const kid = kids.lookup(index);
      if (kid instanceof PDFDict) this.read(kid, depth + 1);
    }
  }

  /** What stands in for the figure that marked content of a page belongs to, where it is one. */
  alternativeAt(page: PDFDict, mcid: number | undefined): string | undefined {
    const elements = this.parents.get(numberAt(page, 'StructParents') ?? -1);
    let element = mcid === undefined ? undefined : elements?.lookup(mcid);
    for (let depth = 0; element instanceof PDFDict && depth < 64; depth++) {
      if (nameAt(element, 'S') === 'Figure') {
        const alternative = textAt(element, 'Alt');
        if (alternative) return alternative;
      }
      element = dictAt(element, 'P');
    }
    return undefined;
  }
}
