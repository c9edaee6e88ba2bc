import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { EXIT, visitParents as libraryVisitParents, SKIP } from 'unist-util-visit-parents';
import { describe, expect, it } from 'vitest';
import * as own from '../../src/trees/visit-parents.js';

interface Named extends Node {
  name: number;
  children?: Named[];
}

const { tree: trees } = fc.letrec<{ tree: Named }>((tie) => ({
  tree: fc.record(
    {
      type: fc.constantFrom('text', 'element', 'root'),
      name: fc.nat(99),
      children: fc.array(tie('tree') as fc.Arbitrary<Named>, { maxLength: 3 }),
    },
    { requiredKeys: ['type', 'name'] },
  ) as fc.Arbitrary<Named>,
}));

type Visit = typeof libraryVisitParents;
type Answer = (visits: number) => unknown;

/** A few odd answers; a walk that is sent back and forth is ended. */
const answers: fc.Arbitrary<Answer> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      fc.constantFrom(true, SKIP, EXIT, null),
      fc.nat(4),
      fc.tuple(fc.constantFrom(true, SKIP), fc.nat(4)),
      fc.constant([SKIP]),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => (visits) => (visits > 60 ? EXIT : all[visits % all.length]));

/** What a visitor is told, visit by visit. */
function told(visit: Visit, tree: Named, test: unknown, answer: Answer, order: unknown[]) {
  const seen: unknown[] = [];
  const teller = (when: string) => (node: Named, ancestors: Named[], index?: number) => {
    seen.push([when, node.name, ancestors.map(({ name }) => name), index]);
    const result = answer(seen.length);
    // No library lets what is left be skipped.
    return when === 'exit' && (result === SKIP || Array.isArray(result)) ? undefined : result;
  };
  const [way, reverse] = order;
  const visitors =
    way === 'enter' ? teller('enter') : { enter: teller('enter'), exit: teller('exit') };
  const walk = visit as (...given: unknown[]) => void;
  if (test === undefined) walk(tree, visitors, reverse);
  else walk(tree, test, visitors, reverse);
  return seen;
}

describe('a walk through a tree', () => {
  const tests = fc.constantFrom<unknown>(
    undefined,
    'text',
    { type: 'element' },
    ['text', 'root'],
    (_: Node, index?: number, parent?: Parent) => index === 0 || parent?.type === 'root',
  );
  const orders = fc.tuple(fc.constantFrom('enter', 'both'), fc.boolean());

  it('comes by what the library comes by, whatever visitors answer', () => {
    fc.assert(
      fc.property(trees, tests, answers, orders, (tree, test, answer, order) => {
        expect(told(own.visitParents, tree, test, answer, order)).toEqual(
          told(libraryVisitParents, tree, test, answer, order),
        );
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('goes on where a visitor has changed the tree', () => {
    const leaves = () => ({
      type: 'root',
      children: ['a', 'b', 'c'].map((value) => ({ type: 'text', value })),
    });
    const values = (visit: Visit) => {
      const seen: string[] = [];
      visit(leaves(), 'text', (node, ancestors) => {
        const { value } = node as Node & { value: string };
        seen.push(value);
        if (value !== 'b') return undefined;
        (ancestors as Parent[]).at(-1)?.children.splice(0, 1);
        return 1;
      });
      return seen;
    };
    expect(values(own.visitParents)).toEqual(values(libraryVisitParents));
    expect(values(own.visitParents)).toEqual(['a', 'b', 'c']);
  });

  it('is refused without a tree or a visitor', () => {
    const visit = own.visitParents as (...given: unknown[]) => void;
    expect(() => visit(undefined, () => undefined)).toThrow('no tree');
    expect(() => visit({ type: 'root' })).toThrow('no visitor');
  });

  it('has the names that the library exports', async () => {
    const library = await import('unist-util-visit-parents');
    expect(Object.entries(own).filter(([name]) => name !== 'visitParents')).toEqual(
      Object.entries(library).filter(([name]) => name !== 'visitParents'),
    );
  });
});
