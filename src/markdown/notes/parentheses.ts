import type { PhrasingContent, RootContent } from 'mdast';
import { isParent, isPhrasing } from '../tree.js';

/** Blocks as a run of text in parentheses, a space between blocks and before the first. */
export function asParentheses(
  blocks: readonly RootContent[],
  before: RootContent | undefined,
): PhrasingContent[] {
  const runs = blocks.map(phrasingOf).filter((run) => run.length > 0);
  const joined = runs.flatMap((run, index) => (index === 0 ? run : [text(' '), ...run]));
  const spaced = before === undefined || (before.type === 'text' && /\s$/.test(before.value));
  return [text(spaced ? '(' : ' ('), ...joined, text(')')];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function phrasingOf(node: RootContent): PhrasingContent[] {
  if (isPhrasing(node)) return [node];
  if (node.type === 'code') return [{ type: 'inlineCode', value: node.value }];
  return isParent(node) ? node.children.flatMap(phrasingOf) : [];
}
