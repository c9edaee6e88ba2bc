import { bundledStyles } from './bundled.js';
import { namesIn, ownStylesFolder } from './folders.js';

/** Names of the styles that come with Octavo: its own, then those of citation-js. */
export async function shippedStyles(): Promise<string[]> {
  return [...(await namesIn(ownStylesFolder(), '.csl')), ...Object.keys(bundledStyles())];
}
