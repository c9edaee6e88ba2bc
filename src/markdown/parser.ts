import type { Nodes, PhrasingContent, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Point, Position } from 'unist';
import { visit } from 'unist-util-visit';
import { definitionsIn, gatherDefinitions, releaseDefinitions } from './blocks/definition-lists.js';
import { citationSyntax } from './syntax/citation.js';
import { definitionSyntax } from './syntax/definition.js';
import { formulaSyntax } from './syntax/formula.js';
import { octavoFromMarkdown } from './syntax/from-markdown.js';
import { inlineNoteSyntax } from './syntax/inline-note.js';
import { raisedTextSyntax } from './syntax/raised-text.js';

/** Directives are blocks only: an inline one (`:name`) would take `10:30` and `a:b` apart. */
function blockDirectives() {
  const { flow } = directive();
  return { flow };
}

interface SyntaxSetting {
  /** The text, where it holds display formulas. */
  formulasOf: string;
  /** Lines on which no definition begins; none begins anywhere where it is left out. */
  refused?: ReadonlySet<number>;
}

/** The remark plugin for what Octavo adds to CommonMark and GFM. */
function octavoSyntax(this: Processor, { formulasOf, refused }: SyntaxSetting): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    blockDirectives(),
    citationSyntax(),
    inlineNoteSyntax(),
    raisedTextSyntax(),
    formulaSyntax(formulasOf),
    ...(refused ? [definitionSyntax(refused)] : []),
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown(),
    octavoFromMarkdown(),
  ];
}

/** One tilde on each side lowers text, as in pandoc; two strike it out. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** For all texts that hold neither display formulas nor definitions. */
const usual = parser().use(octavoSyntax, { formulasOf: '' }).freeze();

/** A definition that loses its term on the second reading is not looked for on a fourth. */
const mostReadings = 3;

/**
 * CommonMark, GFM, block directives, citations, inline notes, formulas and definitions, as mdast,
 * nothing transformed yet.
 */
export function parseMarkdown(text: string): Root {
  const formulasOf = text.includes('$$') ? text : '';
  const definitions = definitionsIn(text);
  if (definitions) return parseDefinitions(text, formulasOf, definitions.captions);
  const suited = formulasOf ? parser().use(octavoSyntax, { formulasOf }) : usual;
  return suited.parse(text);
}

/** What begins like a definition and has no term is text: the manuscript is read again without it. */
function parseDefinitions(text: string, formulasOf: string, captions: readonly number[]): Root {
  const refused = new Set(captions);
  for (let reading = 1; ; reading += 1) {
    const root = parser().use(octavoSyntax, { formulasOf, refused }).parse(text);
    const loose = gatherDefinitions(root);
    if (loose.length === 0) return root;
    if (reading === mostReadings) {
      releaseDefinitions(root);
      return root;
    }
    for (const line of loose) refused.add(line);
  }
}

/** Gives all nodes of a tree one place: that of what holds the text they were read from. */
export function placeAt(tree: Nodes, position?: Position): void {
  visit(tree, (node) => {
    node.position = position;
    if (node.type === 'citation') for (const item of node.items) item.position = position;
    if (node.type === 'formula') node.lines = position ? node.lines.map(() => position.start) : [];
  });
}

/** Moves a tree that was read from a text of its own to where that text begins in the manuscript. */
export function moveTo(tree: Nodes, start: Point): void {
  const moved = ({ line, column, offset }: Point): Point => ({
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
    offset: (start.offset ?? 0) + (offset ?? 0),
  });
  const move = (node: Pick<Nodes, 'position'>) => {
    if (!node.position) return;
    node.position = { start: moved(node.position.start), end: moved(node.position.end) };
  };
  visit(tree, (node) => {
    move(node);
    if (node.type === 'formula') node.lines = node.lines.map(moved);
    if (node.type !== 'citation') return;
    for (const item of node.items) {
      move(item);
      for (const affix of [...item.prefix, ...item.suffix]) moveTo(affix, start);
    }
  });
}

/**
 * One line of Markdown that stands elsewhere (an image's title), placed as a text of its own.
 *
 * @param definitions Blocks of Markdown that define the labels which the line may use.
 */
export function parsePhrasing(text: string, definitions: string): PhrasingContent[] {
  const [block] = parseMarkdown(`${text}\n\n${definitions}`).children;
  return block?.type === 'paragraph' ? block.children : [{ type: 'text', value: text }];
}
