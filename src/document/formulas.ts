import type { Root as MarkdownRoot } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.js';
import type { Formula } from '../markdown/nodes.js';
import type { FormulaSetter, WrittenFormula } from './formula-setter.js';

/**
 * Sets the formulas of trees as MathML, in place, before they become a Document: numbers run
 * through all of them. What cannot be set stays as code, and is told of at its line.
 * The engine is loaded only where there is something to set.
 *
 * @param shown Names of the trees' files, as diagnostics show them.
 * @returns whether each can be set without the others
 */
export async function setFormulas(
  trees: readonly { tree: MarkdownRoot; shown: string }[],
  report: Report,
): Promise<boolean> {
  let setter: FormulaSetter | undefined;
  for (const { tree, shown } of trees) {
    for (const written of formulasIn(tree)) {
      setter ??= new (await import('./formula-setter.js')).FormulaSetter(report);
      setter.set(written, shown);
    }
  }
  setter?.finish();
  return setter?.areApart ?? true;
}

function formulasIn(tree: MarkdownRoot): WrittenFormula[] {
  const found: WrittenFormula[] = [];
  visit(tree, 'formula', (formula: Formula, _, parent) => {
    found.push({ formula, isBlock: parent?.type === 'formulaBlock' });
  });
  return found;
}
