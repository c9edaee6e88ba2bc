import type { Link, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { readAttributes } from './attributes.js';

const attributes = /^\{([^{}]*)\}/;

/** The class by which a link asks for its target's page. */
const asking = 'page';

/**
 * `[the outlook](#outlook){.page}`: pandoc's attributes after a link within the publication, where
 * they ask for the target's page. Any other attributes stay the text that they are.
 */
export function pageReferences(root: Root): void {
  visit(root, 'link', (link, index, parent) => {
    const after = index === undefined ? undefined : parent?.children[index + 1];
    if (link.url.startsWith('#')) askForPage(link, after);
  });
}

function askForPage(link: Link, after: RootContent | undefined): void {
  if (after?.type !== 'text') return;
  const match = attributes.exec(after.value);
  const classes = match && readAttributes(match[1] ?? '')?.className;
  if (!match || !classes?.includes(asking)) return;
  after.value = after.value.slice(match[0].length);
  link.data = { ...link.data, hProperties: { className: ['page-reference'] } };
}
