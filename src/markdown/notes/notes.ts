import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Report } from '../../diagnostics/report.js';
import type { Note } from '../nodes.js';
import { placeOf } from '../places.js';
import { descend, type MarkdownParent } from '../tree.js';
import { collectDefinitions, labelOf } from './collect-definitions.js';
import { asParentheses } from './parentheses.js';

/** Notes that call each other's calls would multiply without end. */
const mostLifts = 1000;

/**
 * Makes every way to write a note the one `note` node at its call: `[^label]` with its definition,
 * and `^[inline]`. A note called in a note becomes text in parentheses there: pages, screens and
 * readers have one place for notes.
 */
export function notes(root: Root, file: string, report: Report): void {
  const definitions = collectDefinitions(root, file, report);
  new NoteMaker(definitions, file, report).visit(root, []);
}

class NoteMaker {
  private readonly called = new Set<string>();
  /** Identifiers whose content stands at a call in the text already. */
  private readonly placed = new Set<string>();
  private lifts = 0;

  constructor(
    private readonly definitions: ReadonlyMap<string, FootnoteDefinition>,
    private readonly file: string,
    private readonly report: Report,
  ) {}

  visit(root: MarkdownParent, within: readonly string[]): void {
    this.walk(root, within);
    for (const [identifier, definition] of this.definitions) {
      if (this.called.has(identifier)) continue;
      this.report.add('markdown/unused-note', placeOf(definition, this.file), {
        message: `The note [^${labelOf(definition)}] is defined but never called`,
        remedy: `Call it with [^${labelOf(definition)}] in the text, or remove it`,
      });
    }
  }

  /** `within`: identifiers of the notes around, `''` for an inline one; empty in the text. */
  private walk(parent: MarkdownParent, within: readonly string[]): void {
    const children: RootContent[] = [];
    for (const node of parent.children) {
      children.push(...this.replace(node, within, children.at(-1)));
    }
    parent.children = children;
  }

  private replace(
    node: RootContent,
    within: readonly string[],
    before: RootContent | undefined,
  ): RootContent[] {
    if (node.type === 'note') {
      this.walk(node, [...within, '']);
      return within.length === 0 ? [node] : this.lifted(node, node, '', before);
    }
    if (node.type === 'footnoteReference') {
      const definition = this.definitions.get(node.identifier);
      return definition ? this.call(node, definition, within, before) : [];
    }
    descend(node, (inner) => this.walk(inner, within));
    return [node];
  }

  private call(
    node: Extract<RootContent, { type: 'footnoteReference' }>,
    definition: FootnoteDefinition,
    within: readonly string[],
    before: RootContent | undefined,
  ): RootContent[] {
    const { identifier, position } = node;
    const label = labelOf(definition);
    this.called.add(identifier);
    if (within.includes(identifier)) return this.refused(node, label);
    if (within.length > 0) {
      if (this.lifts === mostLifts) return [];
      this.lifts += 1;
      const content: MarkdownParent = structuredClone(definition);
      this.walk(content, [...within, identifier]);
      return this.lifted(node, content, label, before);
    }
    const note: Note = { type: 'note', origin: 'author', label, children: [], position };
    if (label.startsWith('*')) note.marked = true;
    if (!this.placed.has(identifier)) {
      this.placed.add(identifier);
      const content: MarkdownParent = structuredClone(definition);
      this.walk(content, [identifier]);
      note.children = content.children as Note['children'];
    }
    return [note];
  }

  private lifted(
    at: RootContent,
    content: MarkdownParent,
    label: string,
    before: RootContent | undefined,
  ): RootContent[] {
    this.report.add('markdown/note-in-note', placeOf(at, this.file), {
      message: label ? `The note [^${label}] is called in a note` : 'A note stands in a note',
      remedy: 'Write it into the note itself; until then it is set there in parentheses',
    });
    return asParentheses(content.children, before);
  }

  private refused(at: RootContent, label: string): RootContent[] {
    this.report.add('markdown/note-in-note', placeOf(at, this.file), {
      message: `The note [^${label}] calls itself`,
      remedy: 'Remove the call',
    });
    return [];
  }
}
