import type { PhrasingContent, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { citationSyntax } from './syntax/citation.js';
import { octavoFromMarkdown } from './syntax/from-markdown.js';
import { inlineNoteSyntax } from './syntax/inline-note.js';

/** Directives are blocks only: an inline one (`:name`) would take `10:30` and `a:b` apart. */
function blockDirectives() {
  const { flow } = directive();
  return { flow };
}

/** CommonMark, GFM, block directives, citations and inline notes, as mdast, nothing transformed yet. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), blockDirectives(), citationSyntax(), inlineNoteSyntax()],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown(), octavoFromMarkdown()],
  });
}

/** One line of Markdown that stands elsewhere (an image's title): every node gets that place. */
export function parsePhrasing(text: string, position?: Position): PhrasingContent[] {
  const [block] = parseMarkdown(text).children;
  if (block?.type !== 'paragraph') return [{ type: 'text', value: text, position }];
  visit(block, (node) => {
    node.position = position;
    if (node.type === 'citation') for (const item of node.items) item.position = position;
  });
  return block.children;
}
