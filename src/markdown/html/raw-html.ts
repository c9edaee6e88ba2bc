import type { Heading, Link, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Report } from '../../diagnostics/report.js';
import { checkDepth } from '../depth.js';
import type { HtmlElement } from '../nodes.js';
import { placeOf } from '../places.js';
import {
  descend,
  holdsFlow,
  isParent,
  isPhrasing,
  isPhrasingElement,
  type MarkdownParent,
} from '../tree.js';
import { contentModel } from './content-model.js';
import { phrasingBlocks } from './content-rules.js';
import { endTagOptional, impliedEndsBefore } from './implied-ends.js';
import { holdParagraphs, inParagraphs, isNoBlank } from './loose-text.js';
import { cleanElement, treatmentOf, voidElements } from './schema.js';
import { type HtmlToken, htmlTokens } from './tokens.js';

type OpenTag = Extract<HtmlToken, { kind: 'open' }>;

interface OpenElement {
  name: string;
  /** Where its content goes; undefined: nowhere. */
  content?: RootContent[];
  /** Whether the content is its own, not its parent's. */
  kept?: boolean;
  position?: Position;
}

/**
 * Turns raw HTML into nodes. Tags pair up among siblings, so Markdown between two tags is inside
 * the element. What editions cannot carry is reported; its text stays. Scripts and styles go whole.
 */
export function rawHtml(root: Root, file: string, report: Report): void {
  weave(root, holdsFlow(root), file, report);
  checkDepth(root, file);
  contentModel(root, file, report);
}

/** Whether raw HTML between the blocks of a node may be blocks itself: so it is in a directive's element. */
function isBlockContainer(node: MarkdownParent): boolean {
  const { type, data } = node as RootContent;
  return holdsFlow(node) || (type === 'htmlElement' && holdParagraphs.has(data.hName));
}

function weave(parent: MarkdownParent, flow: boolean, file: string, report: Report): void {
  for (const child of parent.children) {
    descend(child, (inner) => weave(inner, isBlockContainer(inner), file, report));
  }
  if (parent.children.some(({ type }) => type === 'html')) {
    const content = new Weaver(flow, file, report).weave(parent.children);
    parent.children = flow ? inParagraphs(content) : content;
  }
}

class Weaver {
  private readonly open: OpenElement[];
  private readonly content: RootContent[] = [];

  constructor(
    private readonly flow: boolean,
    private readonly file: string,
    private readonly report: Report,
  ) {
    this.open = [{ name: '', content: this.content }];
  }

  weave(children: readonly RootContent[]): RootContent[] {
    for (const child of children) {
      if (child.type !== 'html') {
        if (!isPhrasing(child)) this.endLines();
        this.append(child);
      } else for (const token of htmlTokens(child.value, child.position?.start)) this.take(token);
    }
    this.close(this.open.length - 1);
    return this.content;
  }

  /** A block of Markdown begins: what holds no blocks ends. */
  private endLines(): void {
    const first = this.open.findIndex(
      ({ name }) => isPhrasingElement(name) || phrasingBlocks.has(name),
    );
    if (first > 0) this.close(this.open.length - first);
  }

  private append(node: RootContent): void {
    this.open.at(-1)?.content?.push(node);
  }

  private take(token: HtmlToken): void {
    if (token.kind === 'text') {
      this.append({ type: 'text', value: token.value, position: token.position });
    } else if (token.kind === 'open') {
      this.start(token);
    } else if (token.kind === 'close') {
      this.end(token.name, token.position);
    } else if (!token.closed) {
      this.report.add('markdown/unclosed-comment', placeOf(token, this.file), {
        message: `The comment is not closed: all up to line ${token.position?.end.line} is left out`,
        remedy: 'Write --> where it ends',
      });
    }
  }

  private start(tag: OpenTag): void {
    const names = this.open.slice(1).map(({ name }) => name);
    this.close(impliedEndsBefore(tag.name, names));
    const parent = this.open.at(-1)?.content;
    const treatment = treatmentOf(tag.name, this.flow ? 'flow' : 'phrasing');
    const isVoid = voidElements.has(tag.name);
    if (treatment !== 'keep') this.reportElement(tag, treatment === 'drop');
    if (treatment !== 'keep' && isVoid) return;
    if (treatment === 'drop') {
      this.open.push({ name: tag.name, position: tag.position });
    } else if (treatment === 'unwrap') {
      this.open.push({ name: tag.name, content: parent, position: tag.position });
    } else {
      const node = this.elementOf(tag);
      parent?.push(node);
      if (isVoid) return;
      const content = parent && isParent(node) ? node.children : undefined;
      this.open.push({ name: tag.name, content, kept: true, position: tag.position });
    }
  }

  private elementOf(tag: OpenTag): RootContent {
    const { properties, lost } = cleanElement(tag.name, tag.attributes);
    if (lost.length > 0) this.reportAttributes(tag, lost);
    return nodeOf(tag.name, properties, tag.position);
  }

  private end(name: string, position: Position | undefined): void {
    const index = this.open.findLastIndex((element) => element.name === name);
    if (index > 0) {
      this.close(this.open.length - 1 - index);
      const closed = this.open.pop();
      if (closed) finish(closed);
    } else if (!voidElements.has(name)) {
      this.report.add('markdown/raw-html', placeOf({ position }, this.file), {
        message: `</${name}> closes nothing`,
        remedy: `Remove it, or open <${name}> in the same paragraph or between the same blocks`,
      });
    }
  }

  /** Closes elements whose end tag is missing. */
  private close(count: number): void {
    for (let left = count; left > 0; left -= 1) {
      const closed = this.open.pop();
      if (!closed) return;
      finish(closed);
      if (!endTagOptional(closed.name)) {
        this.report.add('markdown/raw-html', placeOf(closed, this.file), {
          message: `<${closed.name}> is not closed`,
          remedy: `Write </${closed.name}> in the same paragraph or between the same blocks`,
        });
      }
    }
  }

  private reportElement({ name, position }: OpenTag, whole: boolean): void {
    const lost = whole ? 'it is left out whole' : 'only its content is kept';
    this.report.add('markdown/raw-html', placeOf({ position }, this.file), {
      message: `The editions cannot carry <${name}> here: ${lost}`,
      remedy: 'Say it in Markdown, or with an element that the manual lists',
    });
  }

  private reportAttributes({ name, position }: OpenTag, lost: readonly string[]): void {
    this.report.add('markdown/raw-html', placeOf({ position }, this.file), {
      message: `The editions cannot carry ${lost.join(', ')} on <${name}>`,
      remedy: `Remove ${lost.length === 1 ? 'the attribute' : 'the attributes'}`,
    });
  }
}

/** Where Markdown has a node of its own, the element becomes that node, so that all later steps see it. */
function nodeOf(
  name: string,
  properties: HtmlElement['data']['hProperties'],
  position: Position | undefined,
): RootContent {
  const { href, src, alt, title, ...rest } = properties as Record<string, string | undefined>;
  const data = Object.keys(rest).length > 0 ? { hProperties: rest } : undefined;
  if (name === 'br') return { type: 'break', position };
  if (name === 'hr') return { type: 'thematicBreak', position, data };
  if (name === 'img') {
    return { type: 'image', url: src ?? '', alt: alt ?? '', title, position, data };
  }
  if (name === 'a' && href !== undefined) {
    return { type: 'link', url: href, title, children: [], position, data } satisfies Link;
  }
  if (/^h[1-6]$/.test(name)) {
    const depth = Number(name[1]) as Heading['depth'];
    return { type: 'heading', depth, children: [], position, data } satisfies Heading;
  }
  const hName = name === 'a' ? 'span' : name;
  return { type: 'htmlElement', children: [], position, data: { hName, hProperties: properties } };
}

const layoutOnly = new Set('table thead tbody tfoot tr colgroup ul ol dl'.split(' '));

function finish({ name, content, kept }: OpenElement): void {
  if (!content || !kept) return;
  if (holdParagraphs.has(name)) content.splice(0, content.length, ...inParagraphs(content));
  else if (layoutOnly.has(name)) content.splice(0, content.length, ...content.filter(isNoBlank));
}
