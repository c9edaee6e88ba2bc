import type { Element, ElementContent, Parents } from 'hast';
import type { Report } from '../diagnostics/report.js';
import { outsideAddress, refusedLink } from '../markdown/outside-addresses.js';
import { insideTarget } from './addresses.js';
import { isNoteCall } from './note-calls.js';
import { placeOf } from './places.js';
import type { Ids } from './slugs.js';

export interface LinkCheck {
  /** The ids of the manuscript and its headings. */
  ids: Pick<Ids, 'meant'>;
  /** Ids that citations lead to. */
  references: ReadonlySet<string>;
  report: Report;
  /** The file of the tree as diagnostics show it. */
  file: string;
}

const isCitation = ({ properties }: Element) =>
  Array.isArray(properties.className) && properties.className.includes('citation');

/** The id of an entry in a list of references. */
const referenceId = /^ref-\d+$/;

/** What a citation leads to is Octavo's own doing: without a list there is nothing to tell. */
function checkCitationLink(link: Element, target: string, check: LinkCheck): boolean {
  if (!check.references.has(target)) return false;
  link.properties.href = `#${target}`;
  return true;
}

function checkInsideLink(link: Element, target: string, check: LinkCheck): boolean {
  const id = check.ids.meant(target);
  if (id !== undefined) {
    link.properties.href = `#${id}`;
    return true;
  }
  check.report.add('document/dead-link', placeOf(link, check.file), {
    message: `The link to “#${target}” leads nowhere`,
    remedy: 'Name the id of a heading of this publication, or take the link out',
  });
  return false;
}

function checkOutsideLink(link: Element, href: string, check: LinkCheck): boolean {
  const address = outsideAddress(href);
  if (address !== undefined) {
    link.properties.href = address;
    return true;
  }
  check.report.add('document/outside-link', placeOf(link, check.file), refusedLink(href));
  return false;
}

/** Whether a link may stay; it then has the address that every edition can use. */
function mayStay(link: Element, inCitation: boolean, check: LinkCheck): boolean {
  const href = String(link.properties.href);
  const target = insideTarget(href);
  if (target === undefined) return checkOutsideLink(link, href, check);
  const isToWork = inCitation && referenceId.test(target);
  return isToWork ? checkCitationLink(link, target, check) : checkInsideLink(link, target, check);
}

/**
 * Looks at every link below `tree`. One that leads to nothing in the publication, or where a
 * publication may not lead (a script, a file of the author's), keeps its words and loses its
 * address, so that no edition has to judge it again.
 */
export function checkLinks(tree: Parents, check: LinkCheck, inCitation = false): void {
  tree.children = (tree.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || isNoteCall(child)) return [child];
    checkLinks(child, check, inCitation || isCitation(child));
    const isLink = child.tagName === 'a' && child.properties.href !== undefined;
    return isLink && !mayStay(child, inCitation, check) ? child.children : [child];
  });
}
