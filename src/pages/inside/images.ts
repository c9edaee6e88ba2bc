import type { SettingFault } from '../measured.js';
import { noteOf } from './note-of.js';

/** An image of some size can be shown; one too large to be decoded in one piece can be printed. */
const isShown = ({ complete, naturalWidth }: HTMLImageElement) => complete && naturalWidth > 0;

/** A crossed frame: what stands on a page for a picture that is not there. */
function crossedFrame(width: number, height: number): string {
  const line = 'fill="none" stroke="#808080" vector-effect="non-scaling-stroke"';
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<path d="M0 0H${width}V${height}H0ZL${width} ${height}M${width} 0L0 ${height}" ${line}/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

async function crossOut(image: HTMLImageElement): Promise<void> {
  const size = (name: string) => Number(image.getAttribute(name)) || 1;
  image.src = crossedFrame(size('width'), size('height'));
  await image.decode();
}

/** Waits for all images in the document; tells of those that cannot be shown, and crosses them out. */
export async function loadImages(): Promise<SettingFault[]> {
  const images = [...document.images];
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  const broken = images.filter((image) => !isShown(image));
  await Promise.all(broken.map(crossOut));
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
