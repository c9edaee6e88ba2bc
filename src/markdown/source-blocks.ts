import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import { holdsFlow, isParent } from './tree.js';

/** A block of the manuscript's highest level as the parser found it, by its place in the text. */
export interface SourceBlock {
  type: RootContent['type'];
  /** UTF-16 offset of its first character. */
  start: number;
  /** UTF-16 offset after its last character. */
  end: number;
  /** Its first line, from 1. */
  line: number;
  /** Its last line. */
  endLine: number;
}

/** What other text of the manuscript refers to by a label; of several with one label, the first. */
export interface SourceDefinitions {
  links: Map<string, SourceBlock>;
  notes: Map<string, SourceBlock>;
  /** Definitions that stand in a list or a quote: they are no blocks of the highest level. */
  nested: boolean;
}

/** The blocks of a tree on which no transform has been run. */
export function sourceBlocks({ children }: Root): SourceBlock[] {
  return children.map(blockOf);
}

export function sourceDefinitions({ children }: Root): SourceDefinitions {
  const definitions: SourceDefinitions = { links: new Map(), notes: new Map(), nested: false };
  for (const child of children) {
    if (isDefinition(child)) {
      const known = child.type === 'definition' ? definitions.links : definitions.notes;
      if (!known.has(child.identifier)) known.set(child.identifier, blockOf(child));
    }
    definitions.nested ||= holdsDefinition(child);
  }
  return definitions;
}

function blockOf({ type, position }: RootContent): SourceBlock {
  const { start, end } = position ?? { start: { line: 0 }, end: { line: 0 } };
  return {
    type,
    start: start.offset ?? 0,
    end: end.offset ?? 0,
    line: start.line,
    endLine: end.line,
  };
}

const isDefinition = (node: RootContent): node is Definition | FootnoteDefinition =>
  node.type === 'definition' || node.type === 'footnoteDefinition';

const holdsBlocks = new Set(['list', 'definitionList', 'leafDirective']);

function holdsDefinition(node: RootContent): boolean {
  if (!isParent(node) || !(holdsFlow(node) || holdsBlocks.has(node.type))) return false;
  return node.children.some((child) => isDefinition(child) || holdsDefinition(child));
}
