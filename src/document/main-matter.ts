import type { Element } from 'hast';
import { headings } from './contents.js';
import type { OctavoDocument } from './document.js';

/** The class of the heading that the main matter begins with: what is before it is front matter. */
const mainMatter = 'main-matter';

export const beginsMainMatter = ({ properties }: Element): boolean =>
  [properties.className ?? []].flat().includes(mainMatter);

/** The heading that the main matter begins with, where something says so. */
export function mainMatterHeading({ body }: Pick<OctavoDocument, 'body'>): Element | undefined {
  return headings(body).find(beginsMainMatter);
}
