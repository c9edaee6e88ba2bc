import type { Root, RootContent } from 'mdast';
import type { Report } from '../../diagnostics/report.js';
import type { HtmlElement } from '../nodes.js';
import { placeOf } from '../places.js';
import { descend, holdsFlow, isPhrasing, type MarkdownParent } from '../tree.js';
import { arrange } from './arrange.js';
import { isTime } from './attribute-values.js';
import { allowedParents, bannedBelow, onlyChildren, phrasingBlocks } from './content-rules.js';
import { holdParagraphs, inParagraphs, isNoBlank } from './loose-text.js';

/** What surrounds a node, as far as it decides what may stand there. */
interface Around {
  parent: string;
  phrasing: boolean;
  banned: ReadonlySet<string>;
}

const atTop: Around = { parent: '', phrasing: false, banned: new Set() };

const markdownNames: Record<string, string> = {
  blockquote: 'blockquote',
  code: 'pre',
  delete: 'del',
  emphasis: 'em',
  figure: 'figure',
  inlineCode: 'code',
  link: 'a',
  linkReference: 'a',
  listItem: 'li',
  paragraph: 'p',
  strong: 'strong',
  table: 'table',
  tableCell: 'td',
  tableRow: 'tr',
  thematicBreak: 'hr',
};

/** The element that a node becomes; empty where it becomes none. */
function nameOf(node: RootContent): string {
  if (node.type === 'htmlElement') return node.data.hName;
  if (node.type === 'heading') return `h${node.depth}`;
  if (node.type === 'list') return node.ordered ? 'ol' : 'ul';
  return markdownNames[node.type] ?? '';
}

/**
 * Brings what raw HTML made to HTML's content models, which EPUB insists on: an element where it
 * may not stand gives way to its content, and loose content of lists and tables gets an item, row
 * or cell of its own.
 */
export function contentModel(root: Root, file: string, report: Report): void {
  new ContentModel(file, report).fitChildren(root, atTop);
}

class ContentModel {
  constructor(
    private readonly file: string,
    private readonly report: Report,
  ) {}

  fitChildren(parent: MarkdownParent, around: Around): void {
    const before = parent.children;
    parent.children = this.fitted(before, around);
    const loose = holdsFlow(parent) || holdParagraphs.has(around.parent);
    if (loose && parent.children.some((child, index) => child !== before[index])) {
      parent.children = inParagraphs(parent.children);
    }
  }

  private fitted(children: readonly RootContent[], around: Around): RootContent[] {
    const result: RootContent[] = [];
    for (const child of children) {
      const fit = this.fit(child, around);
      if (around.phrasing && fit[0] !== child) separate(result);
      result.push(...fit);
    }
    return result;
  }

  private fit(node: RootContent, around: Around): RootContent[] {
    const name = nameOf(node);
    const misplaced =
      (Object.hasOwn(allowedParents, name) && !allowedParents[name]?.has(around.parent)) ||
      around.banned.has(name) ||
      (around.phrasing && name !== '' && !isPhrasing(node));
    if (misplaced) return this.unwrapped(node, name, around);
    if (node.type === 'note' || name === '') {
      descend(node, (inner) => this.fitChildren(inner, atTop));
      return [node];
    }
    descend(node, (inner) => this.fitChildren(inner, within(name, node, around)));
    return node.type === 'htmlElement' || node.type === 'heading'
      ? this.whole(node, around)
      : [node];
  }

  private unwrapped(node: RootContent, name: string, around: Around): RootContent[] {
    this.report.add('markdown/raw-html', placeOf(node, this.file), {
      message: `<${name}> may not stand ${around.parent ? `in <${around.parent}>` : 'here'}: only its content is kept`,
      remedy: remedyFor(name),
    });
    if (node.type === 'code') return [{ type: 'inlineCode', value: node.value }];
    const content = this.fitted(contentOf(node), around);
    return around.phrasing || isPhrasing(node) ? content : inParagraphs(content);
  }

  /** An element whose children fit, with what else its model asks for. */
  private whole(node: RootContent, around: Around): RootContent[] {
    if (node.type !== 'htmlElement') return [node];
    const name = node.data.hName;
    this.gatherStray(node);
    if (arrange(node) && isWhole(node)) return [node];
    this.report.add('markdown/raw-html', placeOf(node, this.file), {
      message: `<${name}> lacks what HTML asks of it: only its content is kept`,
      remedy: lackOf[name] ?? 'Say it in Markdown',
    });
    return node.children.flatMap((child) => {
      if (Object.hasOwn(allowedParents, nameOf(child))) {
        return around.phrasing ? contentOf(child) : inParagraphs(contentOf(child));
      }
      return [child];
    });
  }

  /** Puts what a list or table may not hold itself into items, rows and cells. */
  private gatherStray(node: HtmlElement): void {
    const allowed = onlyChildren[node.data.hName];
    if (!allowed) return;
    const children: RootContent[] = [];
    let gathered: HtmlElement | undefined;
    for (const child of node.children.filter(isNoBlank)) {
      if (allowed.includes(nameOf(child))) {
        gathered = undefined;
        children.push(child);
      } else {
        if (!gathered) {
          gathered = elementAround(allowed[0], child);
          children.push(gathered);
          this.reportStray(node, child, allowed[0]);
        }
        gathered.children.push(child);
      }
    }
    node.children = children;
    for (const child of children)
      if (nameOf(child) === 'tr') this.gatherStray(child as HtmlElement);
  }

  private reportStray(node: HtmlElement, stray: RootContent, into: string): void {
    const name = node.data.hName;
    this.report.add('markdown/raw-html', placeOf(stray.position ? stray : node, this.file), {
      message: `This may not stand in <${name}> itself: it is put into <${into}>`,
      remedy: `Write it inside <${into}>, or outside <${name}>`,
    });
  }
}

function elementAround(hName: string, { position }: RootContent): HtmlElement {
  return { type: 'htmlElement', children: [], position, data: { hName, hProperties: {} } };
}

function within(name: string, node: RootContent, { phrasing, banned }: Around): Around {
  const below = bannedBelow[name];
  return {
    parent: name,
    phrasing: phrasing || phrasingBlocks.has(name) || isPhrasing(node),
    banned: below ? new Set([...banned, ...below]) : banned,
  };
}

function contentOf(node: RootContent): RootContent[] {
  return 'children' in node ? (node.children as RootContent[]) : [];
}

/** Words of two blocks that become one line do not run together. */
function separate(line: RootContent[]): void {
  const last = line.at(-1);
  if (!last || (last.type === 'text' && /\s$/.test(last.value))) return;
  line.push({ type: 'text', value: ' ' });
}

const lackOf: Record<string, string> = {
  bdo: 'Give it `dir="ltr"` or `dir="rtl"`',
  details: 'Start it with <summary>',
  dl: 'Give each <dt> a <dd> after it',
  ruby: 'Write <rt> after each base text',
  time: 'Give it a `datetime` that HTML knows, such as `2025-03-01`',
};

/** Whether an element has the attributes and the content without which it is invalid. */
function isWhole(node: HtmlElement): boolean {
  const { hName, hProperties } = node.data;
  if (hName === 'bdo') return hProperties.dir === 'ltr' || hProperties.dir === 'rtl';
  if (hName === 'time') {
    const text = node.children.every(({ type }) => type === 'text')
      ? node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
      : '';
    return hProperties.dateTime !== undefined || isTime(text);
  }
  return true;
}

function remedyFor(name: string): string {
  const parents = allowedParents[name];
  if (parents) return `Write it in ${[...parents].map((one) => `<${one}>`).join(' or ')}`;
  return 'Close what stands around it first, or say it in Markdown';
}
