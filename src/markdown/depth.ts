import type { Root } from 'mdast';
import type { Position } from 'unist';
import { Failure } from '../diagnostics/failure.js';
import { placeOf } from './places.js';
import { isParent } from './tree.js';

/** How deep elements may stand in each other: later stages walk trees by recursion. */
const greatestDepth = 100;

const markers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))+/;

function tooDeep(file: string, position?: Position): Failure {
  return new Failure('markdown/too-deep', placeOf({ position }, file), {
    message: `More than ${greatestDepth} elements stand in each other here`,
    remedy: 'Take out quotes, lists or tags until few are left around the text',
  });
}

/** @throws Failure where a tree is deeper than any text needs. */
export function checkDepth(root: Root, file: string): void {
  let level: { node: object; position?: Position }[] = [{ node: root }];
  for (let depth = 0; level.length > 0; depth += 1) {
    const deepest = level.find(({ node }) => (node as Root).position) ?? level[0];
    if (depth > greatestDepth) throw tooDeep(file, deepest?.position);
    level = level.flatMap(({ node, position }) =>
      isParent(node)
        ? node.children.map((child) => ({ node: child, position: child.position ?? position }))
        : [],
    );
  }
}

/** Runs a parser, which may go down by recursion too. @throws Failure where it finds no end. */
export function withinDepth<T>(source: string, file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(file, deepestLine(source));
    throw error;
  }
}

function deepestLine(source: string): Position {
  const depths = source
    .split(/\r\n|\r|\n/)
    .map((line) => markers.exec(line)?.[0].replace(/\s/g, '').length ?? 0);
  const greatest = depths.reduce((one, other) => Math.max(one, other), 0);
  const start = { line: depths.indexOf(greatest) + 1, column: 1 };
  return { start, end: start };
}
