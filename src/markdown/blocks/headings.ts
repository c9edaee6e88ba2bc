import type { Heading, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { readAttributes } from './attributes.js';

const trailing = /[ \t]*\{([^{}]*)\}$/;

/** pandoc's attributes at the end of a heading: `## Method {#method .unnumbered}`. */
export function headingAttributes(root: Root, source: string): void {
  visit(root, 'heading', (heading: Heading) => {
    const last = heading.children.at(-1);
    if (last?.type !== 'text' || isEscaped(last, source)) return;
    const match = trailing.exec(last.value);
    const properties = match && readAttributes(match[1] ?? '');
    if (!properties) return;
    last.value = last.value.slice(0, match.index);
    if (last.value === '') heading.children.pop();
    heading.data = {
      ...heading.data,
      hProperties: { ...heading.data?.hProperties, ...properties },
    };
  });
}

function isEscaped({ position }: Text, source: string): boolean {
  const written = source.slice(position?.start.offset, position?.end.offset);
  return /\\[{}][^{}]*\}?$/.test(written);
}
