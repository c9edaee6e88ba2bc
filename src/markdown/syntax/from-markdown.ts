import './tokens.js';
import type { PhrasingContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { Citation, CitationItem, Formula, HtmlElement } from '../nodes.js';
import { joinEmphasis } from './affix-emphasis.js';

/** Nodes that stand on the compiler's stack while a citation is read, and never in the tree. */
interface OpenAffix extends Node {
  type: 'citationPrefix' | 'citationSuffix';
  children: PhrasingContent[];
}
interface OpenItem extends Node {
  type: 'citationItem';
  key: string;
  suppressAuthor: boolean;
  children: OpenAffix[];
}
interface OpenCitation extends Node {
  type: 'citation';
  narrative: boolean;
  children?: OpenItem[];
}

function enterNode(context: CompileContext, node: object, token: Token): void {
  context.enter(node as never, token);
}

function top<T>(context: CompileContext): T {
  return context.stack.at(-1) as T;
}

function closeItem({ key, suppressAuthor, children, position }: OpenItem): CitationItem {
  const affix = (type: OpenAffix['type']) =>
    children.find((child) => child.type === type)?.children ?? [];
  const affixes = joinEmphasis({
    prefix: affix('citationPrefix'),
    suffix: affix('citationSuffix'),
  });
  return { key, suppressAuthor, ...affixes, position };
}

function closeCitation(this: CompileContext, token: Token): void {
  const open = top<OpenCitation>(this);
  this.exit(token);
  const items = (open.children ?? []).map(closeItem);
  delete open.children;
  Object.assign(open, { items } satisfies Partial<Citation>);
}

const opens = (node: () => object) =>
  function (this: CompileContext, token: Token): void {
    enterNode(this, node(), token);
  };

function close(this: CompileContext, token: Token): void {
  this.exit(token);
}

/**
 * Closes a link's or image's text. The compiler itself keeps an image's text as a string;
 * a figure's caption is made of it, so its nodes are kept beside it.
 */
function closeLabel(this: CompileContext): void {
  const { children } = top<{ children: PhrasingContent[] }>(this);
  this.resume();
  const node = top<Node & { children?: PhrasingContent[]; alt?: string; data?: object }>(this);
  this.data.inReference = true;
  if (node.type === 'link') {
    node.children = children;
  } else {
    node.alt = plainText(children);
    if (children.some(({ type }) => type !== 'text')) node.data = { ...node.data, label: children };
  }
}

function addFormulaLine(this: CompileContext, token: Token): void {
  const formula = top<Formula>(this);
  const { line, column, offset } = token.start;
  const written = this.sliceSerialize(token);
  // GFM: in a table `\|` is a bar, whatever it stands in.
  const tex = this.data.inTable ? written.replace(/\\\|/g, '|') : written;
  formula.value += (formula.lines.length > 0 ? '\n' : '') + tex;
  formula.lines.push({ line, column, offset });
}

const raised = (hName: 'sup' | 'sub') =>
  opens(() => ({ type: 'htmlElement', children: [], data: { hName, hProperties: {} } }));

/** A space after a backslash is one that no line ends at. */
function closeRaised(this: CompileContext, token: Token): void {
  visit(top<HtmlElement>(this), 'text', (text) => {
    text.value = text.value.replaceAll('\\ ', '\u00A0');
  });
  this.exit(token);
}

/** The mdast-util-from-markdown extension for what Octavo's syntax adds, and for image labels. */
export function octavoFromMarkdown(): Extension {
  return {
    canContainEols: ['citationPrefix', 'citationSuffix'],
    enter: {
      citation: opens(() => ({ type: 'citation', narrative: false, items: [], children: [] })),
      citationNarrative: opens(() => ({
        type: 'citation',
        narrative: true,
        items: [],
        children: [],
      })),
      citationItem: opens(() => ({
        type: 'citationItem',
        key: '',
        suppressAuthor: false,
        children: [],
      })),
      citationPrefix: opens(() => ({ type: 'citationPrefix', children: [] })),
      citationSuffix: opens(() => ({ type: 'citationSuffix', children: [] })),
      citationSuppressAuthor() {
        top<OpenItem>(this).suppressAuthor = true;
      },
      inlineNote: opens(() => ({ type: 'note', origin: 'author', children: [] })),
      inlineNoteContent: opens(() => ({ type: 'paragraph', children: [] })),
      superscript: raised('sup'),
      subscript: raised('sub'),
      definitionDescription: opens(() => ({ type: 'definitionDescription', children: [] })),
      formulaBlock: opens(() => ({
        type: 'formulaBlock',
        children: [],
        data: { hName: 'div', hProperties: { className: ['formula'] } },
      })),
      formula: opens(() => ({ type: 'formula', display: false, value: '', lines: [] })),
    },
    exit: {
      citation: closeCitation,
      citationNarrative: closeCitation,
      citationItem: close,
      citationPrefix: close,
      citationSuffix: close,
      citationKeyString(token) {
        top<OpenItem>(this).key = this.sliceSerialize(token).normalize('NFC');
      },
      inlineNote: close,
      inlineNoteContent: close,
      superscript: closeRaised,
      subscript: closeRaised,
      definitionDescription: close,
      formulaBlock: close,
      formula: close,
      formulaMarker(token) {
        if (token.end.offset - token.start.offset > 1) top<Formula>(this).display = true;
      },
      formulaData: addFormulaLine,
      label: closeLabel,
    },
  };
}
