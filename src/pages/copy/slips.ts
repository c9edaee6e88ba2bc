import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { Note, OctavoDocument } from '../../document/document.js';
import { hyphenateTree, markFullWidth } from '../../typography/index.js';
import { markCaptionLabels } from './caption-labels.js';
import { imagePath } from './image-paths.js';
import { noteElement } from './note-element.js';

type Images = OctavoDocument['images'];

/** Paper has nothing to unfold: all is shown, and may be cut by a column's end like other text. */
function openDetails(tree: Root | Element): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'details' && node.tagName !== 'summary') return;
    const { open, name, className, ...properties } = node.properties;
    const names = Array.isArray(className) ? className : [];
    node.properties = { ...properties, className: [...names, node.tagName] };
    node.tagName = 'div';
  });
}

/** Images are asked for by number; their size is said beforehand, so that no line waits for them. */
function pointToImages(tree: Root | Element, images: Images): void {
  const sources = [...images.keys()];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'img') return;
    const source = String(node.properties.src ?? '');
    const image = images.get(source);
    if (!image) return;
    node.properties = {
      ...node.properties,
      src: imagePath(sources.indexOf(source)),
      width: node.properties.width ?? Math.round(image.width),
      height: node.properties.height ?? Math.round(image.height),
    };
  });
}

const isItem = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'li';

/** A list cut by a page goes on counting: every item says its number. */
function numberListItems(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'ol') return;
    const items = node.children.filter(isItem);
    const step = node.properties.reversed ? -1 : 1;
    let number = Number(node.properties.start ?? (step < 0 ? items.length : 1));
    for (const item of items) {
      number = Number(item.properties.value ?? number);
      item.properties.value = String(number);
      number += step;
    }
  });
}

/** Makes a tree ready for paper, in place: words with their hyphenation points, lists with their numbers. */
export async function readyForPaper(tree: Root, lang: string, images: Images): Promise<void> {
  openDetails(tree);
  pointToImages(tree, images);
  markCaptionLabels(tree);
  numberListItems(tree);
  markFullWidth(tree, lang);
  await hyphenateTree(tree, lang);
}

const asContext = (node: ElementContent): ElementContent =>
  node.type === 'element'
    ? { ...node, properties: { ...node.properties, 'data-octavo-context': '' } }
    : node;

/**
 * Blocks and notes as HTML that is ready for paper. Each is made ready once, however often it is
 * asked for; the Document's own nodes stay as they are.
 */
export class Slips {
  readonly #lang: string;
  readonly #images: Images;
  readonly #slips = new WeakMap<object, Promise<string>>();
  readonly #contexts = new WeakMap<object, Promise<string>>();

  constructor(lang: string, images: Images) {
    this.#lang = lang;
    this.#images = images;
  }

  ofBlock(block: ElementContent): Promise<string> {
    return this.#kept(this.#slips, block, () => structuredClone(block));
  }

  ofNote(note: Note): Promise<string> {
    return this.#kept(this.#slips, note, () => noteElement(note));
  }

  /** Of a block that is measured against and not set. */
  ofContext(block: ElementContent): Promise<string> {
    return this.#kept(this.#contexts, block, () => asContext(structuredClone(block)));
  }

  #kept(
    kept: WeakMap<object, Promise<string>>,
    of: object,
    make: () => ElementContent,
  ): Promise<string> {
    const known = kept.get(of);
    if (known) return known;
    const made = this.#html(make());
    kept.set(of, made);
    return made;
  }

  async #html(node: ElementContent): Promise<string> {
    const tree: Root = { type: 'root', children: [node] };
    await readyForPaper(tree, this.#lang, this.#images);
    return toHtml(tree, { allowDangerousHtml: true });
  }
}
