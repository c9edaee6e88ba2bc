import type { Element, ElementContent, Root } from 'hast';
import type { Report } from '../../diagnostics/report.js';
import { addOnce } from '../markup/findings.js';
import type { Identifiers } from '../markup/identifiers.js';
import { breakableAddress, insideTarget, outsideAddress } from '../markup/links.js';
import { isNoteCall, placeOf, replaceElements } from '../markup/tree.js';
import { noteCall } from './notes.js';
import { type Picture, showPicture } from './pictures.js';

export interface BookRoom {
  report: Report;
  file: string;
  identifiers: Identifiers;
  pictureOf(source: string): Picture | undefined;
  /** Address of an id of the Document; undefined where nothing has it. */
  hrefOf(id: string): string | undefined;
}

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

function insideLink(element: Element, target: string, room: BookRoom): Element | ElementContent[] {
  const href = room.hrefOf(target);
  if (href !== undefined) {
    element.properties.href = href;
    return element;
  }
  addOnce(room.report, 'html/dead-link', placeOf(element, room.file), {
    message: `The link to "#${target}" leads nowhere`,
    remedy: 'Name the id of a heading of this publication, or take the link out',
  });
  return element.children;
}

function linkOf(element: Element, room: BookRoom): Element | ElementContent[] {
  const { href } = element.properties;
  if (typeof href !== 'string') return element;
  const target = insideTarget(href);
  if (target !== undefined) return insideLink(element, target, room);
  const address = outsideAddress(href);
  delete element.properties.target;
  delete element.properties.rel;
  if (address !== undefined) {
    element.properties.href = address;
    return breakableAddress(element);
  }
  addOnce(room.report, 'epub/outside-link', placeOf(element, room.file), {
    message: `The link to "${href}" leads to a file that the ebook does not hold`,
    remedy: 'Give the whole address (https://…), or take the link out',
  });
  return element.children;
}

/** Reading systems have no forms: a task's box becomes a sign. */
function boxOf(element: Element): ElementContent[] {
  if (element.properties.type !== 'checkbox') return [];
  return [{ type: 'text', value: element.properties.checked ? '☑' : '☐' }];
}

function change(element: Element, room: BookRoom): Element | ElementContent[] | undefined {
  room.identifiers.refer(element.properties);
  if (isNoteCall(element)) {
    const href = room.hrefOf(insideTarget(String(element.properties.href)) ?? '');
    return href === undefined ? element.children : noteCall(element, href);
  }
  switch (element.tagName) {
    case 'a':
      return linkOf(element, room);
    case 'img':
      return showPicture(element, room.pictureOf(String(element.properties.src ?? '')));
    case 'input':
      return boxOf(element);
    case 'picture':
      return element.children.filter(
        (child) => child.type === 'element' && child.tagName === 'img',
      );
    case 'math':
      element.properties.xmlns = mathNamespace;
      return element;
    default:
      return element;
  }
}

/** Brings a tree to what ebooks can carry: links between files, calls that open their notes, pictures. */
export function bringToBook(tree: Root, room: BookRoom): Root {
  replaceElements(tree, (element) => change(element, room));
  return tree;
}
