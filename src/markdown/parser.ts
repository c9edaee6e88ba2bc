import type { PhrasingContent, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { citationSyntax } from './syntax/citation.js';
import { formulaSyntax } from './syntax/formula.js';
import { octavoFromMarkdown } from './syntax/from-markdown.js';
import { inlineNoteSyntax } from './syntax/inline-note.js';

/** Directives are blocks only: an inline one (`:name`) would take `10:30` and `a:b` apart. */
function blockDirectives() {
  const { flow } = directive();
  return { flow };
}

/** The remark plugin for what Octavo adds to CommonMark and GFM. */
function octavoSyntax(this: Processor, text: string): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    blockDirectives(),
    citationSyntax(),
    inlineNoteSyntax(),
    formulaSyntax(text),
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown(),
    octavoFromMarkdown(),
  ];
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** CommonMark, GFM, block directives, citations, inline notes and formulas, as mdast, nothing transformed yet. */
export function parseMarkdown(text: string): Root {
  return parser().use(octavoSyntax, text).parse(text);
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
