import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import type { Formula } from '../markdown/nodes.js';
import { mathOf, TexFault } from './tex.js';

/** Attributes of raw hast: what mdast-util-to-hast makes of a node that says so in its `data`. */
interface HastData {
  hName: string;
  hProperties: Element['properties'];
  hChildren: ElementContent[];
}

/** A formula where it stands: with a block to itself, or in a line. */
export interface WrittenFormula {
  formula: Formula;
  isBlock: boolean;
}

interface SetFormula extends WrittenFormula {
  math: Element;
  shown: string;
}

/** Sets formulas one after the other, then the references between them. */
export class FormulaSetter {
  readonly #report: Report;
  readonly #macros: Record<string, unknown> = {};
  readonly #set: SetFormula[] = [];
  /** Numbers, as printed, by the id of the row that has them. */
  readonly #tags = new Map<string, string>();
  #number = 0;
  #refers = false;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Puts MathML into a node's `data`; or its source, as code. */
  set(written: WrittenFormula, shown: string): void {
    const { formula } = written;
    const math = mathOf(formula.value, formula.display, this.#macros);
    if (math instanceof TexFault) {
      this.#reportFault(formula, math, shown);
      setData(formula, h('code', { className: ['formula-source'] }, formula.value.trim()));
      return;
    }
    this.#numberRows(math);
    dress(math, written);
    setData(formula, math);
    this.#set.push({ ...written, math, shown });
  }

  /** Once all are set: what `\ref` and `\eqref` refer to is known. */
  finish(): void {
    for (const set of this.#set) this.#refer(set);
  }

  /** Whether no formula has a number or name, defines a macro, or refers to another one. */
  get areApart(): boolean {
    const defines = Object.keys(this.#macros).length > 0;
    return this.#number === 0 && this.#tags.size === 0 && !this.#refers && !defines;
  }

  /** Rows that LaTeX numbers; all numbers are kept, the author's own too, for what refers to them. */
  #numberRows(math: Element): void {
    visit(math, 'element', (element) => {
      const [only] = element.children;
      if (only?.type !== 'element' || !isOf(only, 'tml-eqn')) return;
      this.#number += 1;
      element.properties = { className: ['tml-tag'] };
      element.children = [{ type: 'text', value: `(${this.#number})` }];
    });
    visit(math, 'element', (row) => {
      const { id } = row.properties;
      const tag = typeof id === 'string' ? tagIn(row) : undefined;
      if (typeof id === 'string' && tag) this.#tags.set(id, textOf(tag));
    });
  }

  #refer({ formula, isBlock, math, shown }: SetFormula): void {
    visit(math, 'element', (element) => {
      if (element.tagName !== 'a') return;
      this.#refers = true;
      const target = String(element.properties.href ?? '').slice(1);
      const tag = this.#tags.get(target);
      if (tag === undefined) {
        this.#report.add('document/formula', placeIn(formula, 0, shown), {
          message: `No numbered formula has the label “${target}”`,
          remedy: 'Write \\label{…} with that name into a formula that has a number',
        });
      }
      const shownTag = isOf(element, 'tml-eqref') ? tag : tag?.replace(/^\((.*)\)$/, '$1');
      element.tagName = 'mtext';
      element.properties = {};
      element.children = [{ type: 'text', value: shownTag ?? '??' }];
      const isAll = textOf(math).trim() === (shownTag ?? '');
      if (tag !== undefined && isAll && !isBlock) {
        setData(formula, h('a', { href: `#${target}` }, shownTag));
      }
    });
  }

  #reportFault(formula: Formula, { message, offset = 0 }: TexFault, shown: string): void {
    this.#report.add('document/formula', placeIn(formula, offset, shown), {
      message: `The formula cannot be set: ${sentence(message)}`,
      remedy: 'Mend the TeX; until then its source is shown as code',
    });
  }
}

const sentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function setData(formula: Formula, { tagName, properties, children }: Element): void {
  const data: HastData = { hName: tagName, hProperties: properties, hChildren: children };
  (formula as Formula & { data: HastData }).data = data;
}

function isOf({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function tagIn(element: Element): Element | undefined {
  if (isOf(element, 'tml-tag')) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? tagIn(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

const scripts = new Set('msub msup msubsup munder mover munderover mmultiscripts'.split(' '));

/** In indices and limits, signs stand without spaces around them (The TeXbook, chapter 18). */
function tighten(element: Element, inScript: boolean): void {
  element.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    const isScript = inScript || (scripts.has(element.tagName) && index > 0);
    if (isScript && child.tagName === 'mo' && child.properties.stretchy !== 'true') {
      child.properties.lspace ??= '0em';
      child.properties.rspace ??= '0em';
    }
    tighten(child, isScript && child.tagName !== 'mtable');
  });
}

/** What browsers need beside the engine's MathML, and what they know without being told. */
function dress(math: Element, { formula: { value, display }, isBlock }: WrittenFormula): void {
  const alttext = value.replace(/\s+/g, ' ').trim();
  math.properties = { alttext };
  if (isBlock) math.properties.display = 'block';
  else if (display) math.properties.displaystyle = 'true';
  tighten(math, false);
  visit(math, 'element', (element) => {
    const { tagName, properties } = element;
    if (tagName === 'msqrt' || tagName === 'mroot') raiseRoot(element);
    // MathML 3, which ebooks are checked by, knows these attributes on this element alone.
    if (tagName === 'mrow' && (properties.displaystyle || properties.scriptlevel !== undefined)) {
      element.tagName = 'mstyle';
    }
    if (tagName === 'mtd' && element.children.some(isTag)) {
      properties.className = ['tml-numbered'];
    }
  });
}

const isTag = (child: ElementContent) => child.type === 'element' && isOf(child, 'tml-tag');

/** The sign of a root is higher than low letters: without a strut its bar would lie on them. */
function raiseRoot(root: Element): void {
  const [base] = root.children;
  if (base?.type !== 'element') return;
  const strut = h('mspace', { width: '0em', height: '0.75em' });
  const inside =
    base.tagName === 'mrow' ? base.children.filter((child) => !isStrut(child)) : [base];
  root.children[0] = h('mrow', [...inside, strut]);
}

/** What the engine puts there for the same end: too low for math fonts. */
const isStrut = (child: ElementContent) =>
  child.type === 'element' && child.tagName === 'mspace' && child.properties.width === '0pt';

/** The place of a character of a formula's TeX in its manuscript. */
function placeIn({ value, lines, position }: Formula, offset: number, file: string): Place {
  const before = value.slice(0, offset).split('\n');
  const line = lines[before.length - 1] ?? position?.start;
  const column = before.at(-1)?.length ?? 0;
  return line ? { file, line: line.line, column: line.column + column } : { file };
}
