import { PDFArray, type PDFObject, PDFRawStream } from 'pdf-lib';
import { srgbToLab } from '../pdf-file/srgb-profile.js';
import { decodeStream } from '../pdf-file/streams.js';
import { readDisplayProfile, type ToLab } from './display-profile.js';
import type { Separate } from './ink.js';
import { SeparationGrid } from './separation-grid.js';
import { spaceOf } from './spaces.js';

/** How the colours of pictures become inks, by the profiles that say what these colours mean. */
export class PictureGrids {
  /** By the stream of a picture's profile; undefined: sRGB. */
  private readonly grids = new Map<PDFRawStream | undefined, SeparationGrid | undefined>();

  constructor(private readonly separator: (toLab: ToLab) => Separate) {}

  /** The grid for pictures in a space of RGB; undefined where its profile cannot be read. */
  of(space: PDFObject | undefined): SeparationGrid | undefined {
    const profile = spaceOf(space).hasProfile ? profileIn(space) : undefined;
    if (!this.grids.has(profile)) this.grids.set(profile, this.made(profile));
    return this.grids.get(profile);
  }

  private made(profile: PDFRawStream | undefined): SeparationGrid | undefined {
    const toLab = profile ? readDisplayProfile(decodeStream(profile)) : srgbToLab;
    return toLab && new SeparationGrid(this.separator(toLab));
  }
}

function profileIn(space: PDFObject | undefined): PDFRawStream | undefined {
  const profile = space instanceof PDFArray ? space.lookup(1) : undefined;
  return profile instanceof PDFRawStream ? profile : undefined;
}
