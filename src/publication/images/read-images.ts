import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { ImageFile, Publication, ReadOptions } from '../publication.js';
import { PublicationFolder } from '../publication-folder.js';
import { refuse } from '../refusals.js';

/** An image as a manuscript names it. */
export interface NamedImage {
  /** As written, percent-encoded or not; the key of the image read. */
  source: string;
  /** Where it is named. */
  place: Place;
}

/**
 * Reads and measures the images that a manuscript names, each file once. What cannot be shown is
 * told at every place that names it, and is missing from the result.
 */
export async function readImages(
  { folder: path }: Pick<Publication, 'folder'>,
  named: readonly NamedImage[],
  report: Report,
  { workingFolder = process.cwd() }: ReadOptions = {},
): Promise<Map<string, ImageFile>> {
  const images = new Map<string, ImageFile>();
  if (named.length === 0) return images;
  const folder = await PublicationFolder.open(path, workingFolder);
  const inspected = new Map<string, Omit<ImageFile, 'source'> | undefined>();
  for (const { source, place } of named) {
    const name = fileNameOf(source);
    if (!inspected.has(name)) inspected.set(name, await readImage(name, folder, place, report));
    else if (inspected.get(name) === undefined) await readImage(name, folder, place, report);
    const image = inspected.get(name);
    if (image !== undefined) images.set(source, { source, ...image });
  }
  return images;
}

async function readImage(
  name: string,
  folder: PublicationFolder,
  place: Place,
  report: Report,
): Promise<Omit<ImageFile, 'source'> | undefined> {
  if (/^data:/i.test(name)) {
    const { rule, remedy } = refuse('address', name);
    report.add(rule, place, { message: 'The image is written into its own address', remedy });
    return undefined;
  }
  const file = await folder.readBytes(name, 'image', place, report);
  if (file === undefined) return undefined;
  // Most publications have few images or none: only those that have some load what measures them.
  const { inspectImage } = await import('./inspect.js');
  return inspectImage(file.bytes, { name, shown: file.shown, place }, report);
}

/**
 * The file that an image's address names: percent-encoding undone, query and fragment cut off
 * (`figure.svg#detail`). An address that is not well encoded is taken as it stands.
 */
export function fileNameOf(source: string): string {
  const [path = ''] = /^data:/i.test(source) ? [source] : source.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
