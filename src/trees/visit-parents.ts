import type { Node, Parent } from 'unist';
import { convert, type Test } from 'unist-util-is';
import type { visitParents as libraryVisitParents } from 'unist-util-visit-parents';

type Action = boolean | 'skip' | null | undefined;
type Result = Action | number | [action: Action, next?: number];
type Visitor = (node: Node, ancestors: Parent[], index: number | undefined) => Result;
interface Visitors {
  enter?: Visitor | null;
  exit?: Visitor;
}

export const CONTINUE = true;
export const EXIT = false;
export const SKIP = 'skip';

/**
 * What the bundle has in the place of `unist-util-visit-parents`, whose walk it repeats. The library
 * makes a function of its own for each node and names it for stack traces; the trees of a book are
 * walked some forty times, and that took a fifteenth of all the processor time of its build.
 *
 * @throws {Error} If there is no tree, or no visitor.
 */
export const visitParents = ((tree: Node, ...rest: unknown[]): void => {
  const isTested = typeof rest[1] === 'function' || (typeof rest[1] === 'object' && rest[1]);
  const [test, visitors, reverse] = isTested ? rest : [undefined, ...rest];
  if (!tree || typeof tree !== 'object') throw new Error(`There is no tree in ${tree}`);
  const both = typeof visitors === 'function' ? { enter: visitors as Visitor } : visitors;
  if (!both) throw new Error(`There is no visitor in ${visitors}`);
  new Walk(test as Test, both as Visitors, Boolean(reverse)).visit(tree, undefined);
}) as typeof libraryVisitParents;

class Walk {
  private readonly ancestors: Parent[] = [];
  private readonly matches: (node: Node, index: number | undefined) => boolean;

  constructor(
    test: Test,
    private readonly visitors: Visitors,
    private readonly reverse: boolean,
  ) {
    const is = convert(test);
    this.matches =
      typeof test === 'string'
        ? ({ type }) => type === test
        : (node, index) => !test || is(node, index, this.ancestors.at(-1));
  }

  /** @returns At which of its siblings to go on, where a visitor says so; `EXIT` to end the walk. */
  visit(node: Node, index: number | undefined): number | typeof EXIT | undefined {
    const { enter, exit } = this.visitors;
    const isMatch = this.matches(node, index);
    const entered = enter && isMatch ? enter(node, this.ancestors.slice(), index) : undefined;
    const action = actionOf(entered);
    if (action === EXIT) return EXIT;
    if (action !== SKIP && this.visitChildren(node as Parent) === EXIT) return EXIT;
    const exited = exit && isMatch ? exit(node, this.ancestors.slice(), index) : undefined;
    if (actionOf(exited) === EXIT) return EXIT;
    return nextOf(exited) ?? nextOf(entered);
  }

  private visitChildren(parent: Parent): typeof EXIT | undefined {
    if (!parent.children) return undefined;
    this.ancestors.push(parent);
    const step = this.reverse ? -1 : 1;
    let at = this.reverse ? parent.children.length - 1 : 0;
    // Visitors may change the children that are walked.
    for (let child = parent.children[at]; child; child = parent.children[at]) {
      const next = this.visit(child, at);
      if (next === EXIT) return EXIT;
      at = next ?? at + step;
    }
    this.ancestors.pop();
    return undefined;
  }
}

const actionOf = (result: Result): unknown => (Array.isArray(result) ? result[0] : result);

function nextOf(result: Result): number | undefined {
  const next = Array.isArray(result) ? result[1] : result;
  return typeof next === 'number' ? next : undefined;
}
