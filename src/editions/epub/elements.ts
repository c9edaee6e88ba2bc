import type { Element, ElementContent, Root } from 'hast';
import { insideTarget } from '../../document/addresses.js';
import type { Identifiers } from '../markup/identifiers.js';
import { breakableAddress } from '../markup/links.js';
import { isNoteCall, replaceElements } from '../markup/tree.js';
import { noteCall } from './notes.js';
import { type Picture, showPicture } from './pictures.js';

/** What the elements of a file of the book need to know of the rest of it. */
export interface ElementContext {
  identifiers: Identifiers;
  pictureOf(source: string): Picture | undefined;
  /** Address of an id of the Document; undefined where nothing has it. */
  hrefOf(id: string): string | undefined;
}

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

function linkOf(element: Element, context: ElementContext): Element {
  const { href } = element.properties;
  if (typeof href !== 'string') return element;
  const target = insideTarget(href);
  if (target === undefined) return breakableAddress(element);
  element.properties.href = context.hrefOf(target);
  return element;
}

/** Reading systems have no forms: a task's box becomes a sign. */
function boxOf(element: Element): ElementContent[] {
  if (element.properties.type !== 'checkbox') return [];
  return [{ type: 'text', value: element.properties.checked ? '☑' : '☐' }];
}

function change(element: Element, context: ElementContext): Element | ElementContent[] | undefined {
  context.identifiers.refer(element.properties);
  if (isNoteCall(element)) {
    const href = context.hrefOf(insideTarget(String(element.properties.href)) ?? '');
    return href === undefined ? element.children : noteCall(element, href);
  }
  switch (element.tagName) {
    case 'a':
      return linkOf(element, context);
    case 'img':
      return showPicture(element, context.pictureOf(String(element.properties.src ?? '')));
    case 'input':
      return boxOf(element);
    case 'picture':
      return element.children.filter(
        (child) => child.type === 'element' && child.tagName === 'img',
      );
    case 'aside':
      if (element.properties.role === 'doc-pullquote') {
        element.properties['epub:type'] = 'pullquote';
      }
      return element;
    case 'math':
      element.properties.xmlns = mathNamespace;
      return element;
    default:
      return element;
  }
}

/** Brings a tree to what ebooks can carry: links between files, calls that open their notes, pictures. */
export function bringToBook(tree: Root, context: ElementContext): Root {
  replaceElements(tree, (element) => change(element, context));
  return tree;
}
