import { type PDFContext, PDFDict, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import {
  dictAt,
  dictOf,
  nameAt,
  numberAt,
  numbersAt,
  pdfName,
  streamAt,
} from '../pdf-file/objects.js';
import { srgbProfile } from '../pdf-file/srgb-profile.js';
import { decodeStream, newStream, replaceStream } from '../pdf-file/streams.js';
import { luminosity } from './ink.js';
import { inkContent } from './ink-content.js';
import type { PictureReckoning } from './picture-reckoning.js';
import { PictureSeparation } from './picture-separation.js';
import type { PressColours } from './press-colours.js';
import { inkShading } from './shadings.js';
import { spaceOf } from './spaces.js';

/** Converts what pages show to inks, each object once however many pages share it. */
export class Press {
  /** What stays in RGB without a profile, by what it is. */
  readonly left = new Set<string>();
  private readonly done = new Set<PDFObject>();
  /** By the name of the ink. */
  private readonly spots = new Map<string, { resource: string; space: PDFRef }>();
  private screenSpace: PDFRef | undefined;

  constructor(
    private readonly context: PDFContext,
    private readonly colours: PressColours,
    /** Where colours with a profile may not stay, a separation. */
    private readonly pictures: PictureSeparation | PictureReckoning,
  ) {}

  /** Inks used beside the four of CMYK, and the spaces that they print in. */
  get spotInks(): { ink: string; space: PDFRef }[] {
    return [...this.spots].map(([ink, { space }]) => ({ ink, space }));
  }

  /** The content of a page or form, and everything its resources lead to. */
  content(bytes: Uint8Array, resources: PDFDict, isMask = false): Uint8Array {
    this.resources(resources, isMask);
    const spaces = dictAt(resources, 'ColorSpace');
    return inkContent(bytes, {
      separate: this.colours.separate,
      isMask,
      spotOf: (red, green, blue) => this.spot(resources, red, green, blue),
      kindOf: (name) => spaceOf(spaces?.lookup(pdfName(name))).kind,
      leave: (what) => this.left.add(what),
    });
  }

  /** Puts the ink that a colour prints with among the resources; undefined where it has none. */
  private spot(resources: PDFDict, ...parts: [number, number, number]): string | undefined {
    const colour = this.colours.spotOf(...parts);
    if (colour?.spot === undefined) return undefined;
    const { context } = this;
    let known = this.spots.get(colour.spot);
    if (!known) {
      const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], N: 1 };
      const space = context.obj([
        'Separation',
        pdfName(colour.spot),
        'DeviceCMYK',
        context.obj({ ...tint, C1: [...colour.ink] }),
      ]);
      known = { resource: `Spot${this.spots.size + 1}`, space: context.register(space) };
      this.spots.set(colour.spot, known);
    }
    let spaces = dictAt(resources, 'ColorSpace');
    if (!spaces) {
      spaces = context.obj({});
      resources.set(pdfName('ColorSpace'), spaces);
    }
    spaces.set(pdfName(known.resource), known.space);
    return known.resource;
  }

  /** What browsers take colours for that say nothing of themselves. */
  private screenColours(): PDFRef {
    const { context } = this;
    this.screenSpace ??= context.register(
      context.obj(['ICCBased', context.register(newStream(context, srgbProfile(), { N: 3 }))]),
    );
    return this.screenSpace;
  }

  private resources(resources: PDFDict, isMask: boolean): void {
    if (this.isDone(resources)) return;
    this.each(dictAt(resources, 'XObject'), (object) => {
      if (object instanceof PDFRawStream) this.external(object, isMask);
    });
    this.each(dictAt(resources, 'Pattern'), (pattern) => this.pattern(pattern, isMask));
    this.each(dictAt(resources, 'Shading'), (shading) => this.shading(shading, isMask));
    this.each(dictAt(resources, 'Font'), (font) => {
      if (font instanceof PDFDict && nameAt(font, 'Subtype') === 'Type3') this.drawnFont(font);
    });
    this.each(dictAt(resources, 'ExtGState'), (state) => {
      const mask = state instanceof PDFDict ? dictAt(state, 'SMask') : undefined;
      if (mask) this.mask(mask);
    });
  }

  /** A font whose glyphs are content streams, which may have colours of their own. */
  private drawnFont(font: PDFDict): void {
    if (this.isDone(font)) return;
    const resources = ownResources(font);
    this.each(dictAt(font, 'CharProcs'), (glyph) => {
      if (!(glyph instanceof PDFRawStream) || this.isDone(glyph)) return;
      replaceStream(glyph, this.content(decodeStream(glyph), resources));
    });
  }

  /** Takes profiles out of all colour spaces met: what used those of RGB has been rewritten. */
  dropProfiles(): void {
    for (const dict of this.done) {
      const spaces = dict instanceof PDFDict ? dictAt(dict, 'ColorSpace') : undefined;
      for (const [key] of spaces?.entries() ?? []) {
        const { kind, hasProfile } = spaceOf(spaces?.lookup(key));
        if (kind === 'rgb' || kind === 'grey') spaces?.delete(key);
        else if (hasProfile) spaces?.set(key, pdfName('DeviceCMYK'));
      }
    }
  }

  private isDone(object: PDFObject): boolean {
    if (this.done.has(object)) return true;
    this.done.add(object);
    return false;
  }

  private each(dict: PDFDict | undefined, visit: (object: PDFObject | undefined) => void): void {
    for (const [key] of dict?.entries() ?? []) visit(dict?.lookup(key));
  }

  private external(object: PDFRawStream, isMask: boolean): void {
    if (nameAt(object.dict, 'Subtype') === 'Form') this.form(object, isMask);
    else if (!this.isDone(object)) this.image(object);
  }

  private form(form: PDFRawStream, isMask: boolean): void {
    if (this.isDone(form)) return;
    const { dict } = form;
    dict.delete(pdfName('StructParents'));
    this.group(dict, isMask);
    const resources = ownResources(dict);
    replaceStream(form, this.content(decodeStream(form), resources, isMask));
  }

  /** The space that a transparency group blends in. */
  group(owner: PDFDict, isMask: boolean): void {
    const group = dictAt(owner, 'Group');
    if (!group) return;
    if (isMask) group.set(pdfName('CS'), pdfName('DeviceGray'));
    else if (group.has(pdfName('CS'))) group.set(pdfName('CS'), pdfName('DeviceCMYK'));
  }

  private image(image: PDFRawStream): void {
    const { dict } = image;
    if (!dict.has(pdfName('ColorSpace'))) return;
    const space = dict.lookup(pdfName('ColorSpace'));
    const { kind, hasProfile } = spaceOf(space);
    if (this.pictures instanceof PictureSeparation) {
      this.pictures.separate(image, space);
      return;
    }
    if (kind === 'grey' || kind === 'cmyk') return;
    if (kind !== 'rgb') this.left.add('an image');
    else if (!this.pictures.ink(image, space) && !hasProfile)
      dict.set(pdfName('ColorSpace'), this.screenColours());
  }

  private pattern(pattern: PDFObject | undefined, isMask: boolean): void {
    if (!pattern || this.isDone(pattern)) return;
    const dict = dictOf(pattern);
    if (dict && numberAt(dict, 'PatternType') === 2) {
      this.shading(dict.lookup(pdfName('Shading')), isMask);
      const state = dictAt(dict, 'ExtGState');
      const mask = state && dictAt(state, 'SMask');
      if (mask) this.mask(mask);
    } else if (pattern instanceof PDFRawStream) {
      const resources = ownResources(pattern.dict);
      replaceStream(pattern, this.content(decodeStream(pattern), resources, isMask));
    }
  }

  private shading(shading: PDFObject | undefined, isMask: boolean): void {
    const dict = dictOf(shading);
    if (!dict || !shading || this.isDone(shading)) return;
    const { kind } = spaceOf(dict.lookup(pdfName('ColorSpace')));
    if (kind === 'cmyk' || kind === 'grey') return;
    const source = shading instanceof PDFRawStream ? shading : dict;
    if (kind !== 'rgb' || !inkShading(source, this.colours.separate, isMask))
      this.left.add('a gradient');
  }

  private mask(mask: PDFDict): void {
    if (this.isDone(mask)) return;
    const group = streamAt(mask, 'G');
    // An alpha mask looks at coverage alone, whatever the colours; they become inks all the same.
    const isLuminosity = nameAt(mask, 'S') === 'Luminosity';
    if (group) this.form(group, isLuminosity);
    const backdrop = numbersAt(mask, 'BC');
    if (isLuminosity && backdrop?.length === 3) {
      const [r = 0, g = 0, b = 0] = backdrop;
      mask.set(pdfName('BC'), mask.context.obj([luminosity(r, g, b)]));
    }
  }
}

function ownResources(dict: PDFDict): PDFDict {
  const own = dictAt(dict, 'Resources') ?? dict.context.obj({});
  if (!dict.has(pdfName('Resources'))) dict.set(pdfName('Resources'), own);
  return own;
}
