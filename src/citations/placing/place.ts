import type { PhrasingContent, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Citation, HtmlElement, Note } from '../../markdown/nodes.js';
import { descend, type MarkdownParent } from '../../markdown/tree.js';
import { type Edge, edgeAfter, edgeBefore } from './edges.js';
import { aroundInText, aroundNote, inNote, isMidSentence } from './punctuation.js';

/** What stands in the tree for a citation. */
export interface Printed {
  /** `note`: a note of its own; `raised`: superscript in the text; `inText`, `inNote`: running text. */
  manner: 'note' | 'raised' | 'inText' | 'inNote';
  /** The author's name that a narrative citation puts into the sentence. */
  name: string;
  node: Note | PhrasingContent;
  /** What `node` prints in the line. */
  text: string;
  /** The full stop at its end is that of an abbreviation. */
  keepsStop?: boolean;
  /** Takes the full stop off the end of what is printed. */
  dropStop?(): void;
  /** Sets *ibid.* at its beginning small. */
  lower?(): void;
}

/** Puts what is printed in the place of every citation, and sets punctuation and spaces around it. */
export function replaceCitations(
  root: MarkdownParent,
  printedOf: (citation: Citation) => Printed | undefined,
): void {
  const walk = (parent: MarkdownParent): void => {
    for (const child of parent.children) descend(child, walk);
    if (parent.children.some(({ type }) => type === 'citation' || type === 'note')) {
      parent.children = new Line(printedOf).set(parent.children);
    }
  };
  walk(root);
}

/** Two raised numbers in a row would read as one. */
function separator(position: RootContent['position']): HtmlElement {
  return {
    type: 'htmlElement',
    children: [{ type: 'text', value: ',', position }],
    position,
    data: { hName: 'sup', hProperties: { className: ['note-separator'] } },
  };
}

/** A number that was placed here; a raised figure of the author's own is text. */
function isRaised(node: RootContent): boolean {
  if (node.type === 'note') return true;
  if (node.type !== 'htmlElement') return false;
  const [only] = node.children;
  if (hasClass(node, 'note-separator')) return true;
  return hasClass(node, 'citation') && only?.type === 'htmlElement' && only.data.hName === 'sup';
}

function hasClass({ data }: HtmlElement, name: string): boolean {
  const names = data.hProperties.className;
  return Array.isArray(names) && names.includes(name);
}

/** `Roth’s`, and after an s, x or z `Jones’` as well. */
const withS = /^['’]s(?![\p{L}\d])/u;
const withOrWithoutS = /^['’]s?(?![\p{L}\d])/u;

class Line {
  private readonly placed: RootContent[] = [];
  private rest: RootContent[] = [];

  constructor(private readonly printedOf: (citation: Citation) => Printed | undefined) {}

  set(nodes: readonly RootContent[]): RootContent[] {
    this.rest = nodes.map((node) => (node.type === 'text' ? { ...node } : node));
    for (let node = this.rest.shift(); node; node = this.rest.shift()) {
      const printed = node.type === 'citation' ? this.printedOf(node) : undefined;
      if (printed) this.citation(printed);
      else if (node.type === 'note') this.note(node);
      else this.placed.push(node);
    }
    return this.placed.filter((node) => node.type !== 'text' || node.value !== '');
  }

  /** A note of the author stands where it was called. */
  private note(note: Note): void {
    const last = this.placed.at(-1);
    if (last && isRaised(last)) this.placed.push(separator(note.position));
    this.placed.push(note);
  }

  private citation(printed: Printed): void {
    if (printed.name !== '') this.name(printed);
    const raised = printed.manner === 'note' || printed.manner === 'raised';
    if (raised) this.raised(printed);
    else if (printed.manner === 'inText') this.inText(printed);
    else this.inNote(printed);
  }

  /** The name, and a genitive that the author wrote after it: `Roth’s (2024)`. */
  private name({ name, node }: Printed): void {
    const { node: after } = edgeAfter(this.rest);
    const isQuoted = /['‘]$/.test(edgeBefore(this.placed).text);
    const form = isQuoted || !/[sxz]$/i.test(name) ? withS : withOrWithoutS;
    const genitive = after ? (form.exec(after.value)?.[0] ?? '') : '';
    if (after) after.value = after.value.slice(genitive.length);
    this.text(name + genitive.replace("'", '’'), node.position);
  }

  private raised({ node, name }: Printed): void {
    this.dropBlankEnd();
    const row = this.takeRow();
    const before = edgeBefore(this.placed);
    const after = edgeAfter(this.rest);
    const around = aroundNote(before.text, after.node ? after.text : '');
    if (before.node && name === '') before.node.value = around.before;
    if (after.node) after.node.value = around.after;
    this.text(around.lead, node.position);
    if (row.length > 0) this.placed.push(...row, separator(node.position));
    this.placed.push(node as RootContent);
  }

  /** Takes the raised numbers off the end: punctuation goes before all of a row. */
  private takeRow(): RootContent[] {
    const row: RootContent[] = [];
    for (let last = this.placed.at(-1); last && isRaised(last); last = this.placed.at(-1)) {
      row.unshift(last);
      this.placed.pop();
    }
    return row;
  }

  private inText({ node, text }: Printed): void {
    const before = edgeBefore(this.placed);
    const after = edgeAfter(this.rest);
    if (text === '') {
      this.nothing(before, after);
      return;
    }
    const around = aroundInText(before.text, after.text, text);
    const movable = before.node !== undefined || around.tail === '';
    if (before.node) before.node.value = around.before;
    if (after.node) after.node.value = around.after;
    this.text(around.lead, node.position);
    this.placed.push(node as RootContent);
    if (movable) this.text(around.tail, node.position);
  }

  /** All that the style prints is in the sentence already: one space of two is left. */
  private nothing(before: Edge, after: Edge): void {
    if (before.node && /\s$/.test(before.text) && /^[\s.,;:!?)]/.test(after.text)) {
      before.node.value = before.node.value.trimEnd();
    }
  }

  private inNote({ node, text, keepsStop, dropStop, lower }: Printed): void {
    const before = edgeBefore(this.placed);
    const after = edgeAfter(this.rest);
    const { lead, stop } = inNote(before.text, text, after.text);
    if (isMidSentence(this.placed.map((placed) => plainText(placed)).join(''))) lower?.();
    if (!stop && !keepsStop) dropStop?.();
    else if (after.node && text.endsWith('.') && /^\.(?!\.)/.test(after.text)) {
      after.node.value = after.node.value.slice(1);
    }
    this.text(lead, node.position);
    this.placed.push(node as RootContent);
  }

  /** A line that holds a space alone before a note call, after something that is no text. */
  private dropBlankEnd(): void {
    const last = this.placed.at(-1);
    if (this.placed.length > 1 && last?.type === 'text' && last.value.trim() === '')
      this.placed.pop();
  }

  private text(value: string, position: RootContent['position']): void {
    if (value === '') return;
    const last = this.placed.at(-1);
    if (last?.type === 'text') last.value += value;
    else this.placed.push({ type: 'text', value, position } satisfies Text);
  }
}
