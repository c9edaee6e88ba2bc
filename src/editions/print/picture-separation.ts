import type { PDFObject, PDFRawStream } from 'pdf-lib';
import { pdfName } from '../pdf-file/objects.js';
import { separateImage } from './images.js';
import type { PictureGrids } from './picture-grids.js';
import { spaceOf } from './spaces.js';

/** Turns pictures into inks through the press's profile, each by what its own profile means. */
export class PictureSeparation {
  /** The most ink that a pixel of each takes, 3 for 300 %. */
  readonly heaviest = new Map<PDFRawStream, number>();
  /** Pictures in colours that cannot be read, which stay as they are. */
  readonly unread: PDFRawStream[] = [];

  constructor(private readonly grids: PictureGrids) {}

  separate(image: PDFRawStream, space: PDFObject | undefined): void {
    const { dict } = image;
    const { kind } = spaceOf(space);
    if (kind === 'grey') dict.set(pdfName('ColorSpace'), pdfName('DeviceGray'));
    else if (kind === 'cmyk') dict.set(pdfName('ColorSpace'), pdfName('DeviceCMYK'));
    else if (kind !== 'rgb' || !this.fromRgb(image, space)) this.unread.push(image);
  }

  private fromRgb(image: PDFRawStream, space: PDFObject | undefined): boolean {
    const heaviest = separateImage(image, () => this.grids.of(space));
    if (heaviest !== undefined) this.heaviest.set(image, heaviest);
    return heaviest !== undefined;
  }
}
