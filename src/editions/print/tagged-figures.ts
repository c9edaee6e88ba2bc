import type { PDFDict } from 'pdf-lib';
import { numberAt } from '../pdf-file/objects.js';
import { type Dictionary, Name, type PlainValue, Reference } from '../pdf-file/plain-values.js';
import type { PrintedStructure } from '../pdf-file/printed-objects.js';

const isDictionary = (value: PlainValue | undefined): value is Dictionary => value instanceof Map;

/** Structure elements by their content, as the print engine's parent tree has them (ISO 32000-1, 14.7.4.4). */
export class TaggedFigures {
  private parents: Map<number, PlainValue[]> | undefined;

  /** @param structure Without one, nothing is known of any figure. */
  constructor(private readonly structure: PrintedStructure | undefined) {}

  /** What stands in for the figure that marked content of a page belongs to, where it is one. */
  alternativeAt(page: PDFDict, mcid: number | undefined): string | undefined {
    this.parents ??= this.readParents();
    const elements = this.parents.get(numberAt(page, 'StructParents') ?? -1);
    let element = mcid === undefined ? undefined : this.resolved(elements?.[mcid]);
    for (let depth = 0; isDictionary(element) && depth < 64; depth++) {
      const role = this.resolved(element.get('S'));
      const alternative = this.resolved(element.get('Alt'));
      const isFigure = role instanceof Name && role.name === 'Figure';
      if (isFigure && typeof alternative === 'string' && alternative) return alternative;
      element = this.resolved(element.get('P'));
    }
    return undefined;
  }

  private resolved(value: PlainValue | undefined): PlainValue | undefined {
    return value instanceof Reference ? this.structure?.at(value.number) : value;
  }

  private listAt(node: Dictionary, key: string): PlainValue[] {
    const list = this.resolved(node.get(key));
    return Array.isArray(list) ? list : [];
  }

  /** The leaves of the parent tree, by the number that pages know them by. */
  private readParents(): Map<number, PlainValue[]> {
    const parents = new Map<number, PlainValue[]>();
    const read = (value: PlainValue | undefined, depth: number) => {
      const node = this.resolved(value);
      if (!isDictionary(node) || depth > 32) return;
      const numbers = this.listAt(node, 'Nums');
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        const [key, elements] = [numbers[index], this.resolved(numbers[index + 1])];
        if (typeof key === 'number' && Array.isArray(elements)) parents.set(key, elements);
      }
      for (const kid of this.listAt(node, 'Kids')) read(kid, depth + 1);
    };
    read(this.structure?.root.get('ParentTree'), 0);
    return parents;
  }
}
