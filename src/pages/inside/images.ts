import type { SettingFault } from '../measured.js';
import { noteOf } from './note-of.js';

/** An image of some size can be shown; one too large to be decoded in one piece can be printed. */
const isShown = ({ complete, naturalWidth }: HTMLImageElement) => complete && naturalWidth > 0;

/** Waits for all images, and tells of those that cannot be shown. */
export async function loadImages(): Promise<SettingFault[]> {
  const images = [...document.images];
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  const broken = images.filter((image) => !isShown(image));
  return broken.map((image) => ({
    kind: 'broken-image',
    text: image.alt || image.getAttribute('src') || '',
    ...placeOf(image),
  }));
}

/** The Document's block or note that an element stands in. */
function placeOf(element: Element): Pick<SettingFault, 'block' | 'note'> {
  const block = element.closest<HTMLElement>('[data-block]')?.dataset.block;
  const note = noteOf(element);
  return { block: block === undefined ? undefined : Number(block), note };
}
