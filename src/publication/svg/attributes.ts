import { fetches } from './style-sheet.js';

/** What is left of an attribute, and what to tell of it. */
export interface CleanAttribute {
  kept?: string;
  removed?: string;
}

const embeddedImage = /^data:image\/(png|jpe?g|gif|webp)\s*(;[^,]*)?,/i;

/** Attributes whose value is never read as CSS. */
const wordsOnly = /^(aria-.*|id|class|role|lang|title|d|points|transform)$/;

/** Keeps what draws: no handlers of events, no addresses but of parts of the drawing itself. */
export function cleanAttribute(element: string, name: string, value: string): CleanAttribute {
  if (/^on/i.test(name)) return { removed: `a handler of events (\`${name}\`)` };
  if (name === 'href' || name === 'src') return cleanReference(element, value);
  // XML Base turns `#part` into the address of another file.
  if (name === 'base') return {};
  if (/^data-/.test(name)) return {};
  if (wordsOnly.test(name)) return { kept: value };
  if (fetches(value)) return { removed: `an address (in \`${name}\`)` };
  return { kept: value };
}

/** A picture in a document carries no links of its own, and shows no file but itself. */
function cleanReference(element: string, value: string): CleanAttribute {
  const address = value.trim();
  if (address.startsWith('#')) return { kept: address };
  if (element === 'a') return {};
  if (element === 'image' || element === 'feImage') {
    if (embeddedImage.test(address)) return { kept: address };
    return { removed: `an image from elsewhere (“${address.slice(0, 60)}”)` };
  }
  return { removed: `a part from elsewhere (“${address.slice(0, 60)}”)` };
}
