import { PDFArray, type PDFObject, PDFRawStream } from 'pdf-lib';
import { pdfName } from '../pdf-file/objects.js';
import { srgbToLab } from '../pdf-file/srgb-profile.js';
import { decodeStream } from '../pdf-file/streams.js';
import { readDisplayProfile, type ToLab } from './display-profile.js';
import { separateImage } from './images.js';
import type { Separate } from './ink.js';
import { SeparationGrid } from './separation-grid.js';
import { spaceOf } from './spaces.js';

/** Turns pictures into inks through the press's profile, each by what its own profile means. */
export class PictureSeparation {
  /** The most ink that a pixel of each takes, 3 for 300 %. */
  readonly heaviest = new Map<PDFRawStream, number>();
  /** Pictures in colours that cannot be read, which stay as they are. */
  readonly unread: PDFRawStream[] = [];
  /** By the stream of a picture's profile; undefined: sRGB. */
  private readonly grids = new Map<PDFRawStream | undefined, SeparationGrid>();

  constructor(private readonly separator: (toLab: ToLab) => Separate) {}

  separate(image: PDFRawStream, space: PDFObject | undefined): void {
    const { dict } = image;
    const { kind, hasProfile } = spaceOf(space);
    if (kind === 'grey') dict.set(pdfName('ColorSpace'), pdfName('DeviceGray'));
    else if (kind === 'cmyk') dict.set(pdfName('ColorSpace'), pdfName('DeviceCMYK'));
    else if (kind !== 'rgb' || !this.fromRgb(image, hasProfile ? profileIn(space) : undefined)) {
      this.unread.push(image);
    }
  }

  private fromRgb(image: PDFRawStream, profile: PDFRawStream | undefined): boolean {
    const toLab = profile ? readDisplayProfile(decodeStream(profile)) : srgbToLab;
    const heaviest = toLab && separateImage(image, () => this.grid(profile, toLab));
    if (heaviest !== undefined) this.heaviest.set(image, heaviest);
    return heaviest !== undefined;
  }

  private grid(profile: PDFRawStream | undefined, toLab: ToLab): SeparationGrid {
    const known = this.grids.get(profile) ?? new SeparationGrid(this.separator(toLab));
    this.grids.set(profile, known);
    return known;
  }
}

function profileIn(space: PDFObject | undefined): PDFRawStream | undefined {
  const profile = space instanceof PDFArray ? space.lookup(1) : undefined;
  return profile instanceof PDFRawStream ? profile : undefined;
}
