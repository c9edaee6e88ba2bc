import { PDFArray, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { nameText, numberAt } from '../pdf-file/objects.js';
import type { SpaceKind } from './ink-content.js';

const kinds: Record<string, SpaceKind> = {
  DeviceRGB: 'rgb',
  CalRGB: 'rgb',
  DeviceGray: 'grey',
  CalGray: 'grey',
  DeviceCMYK: 'cmyk',
  Pattern: 'pattern',
  Lab: 'other',
};

const byComponents: Record<number, SpaceKind> = { 1: 'grey', 3: 'rgb', 4: 'cmyk' };

/** How a colour space counts for the press; `hasProfile` where an ICC profile defines it. */
export function spaceOf(space: PDFObject | undefined): { kind: SpaceKind; hasProfile: boolean } {
  if (space instanceof PDFName)
    return { kind: kinds[nameText(space)] ?? 'other', hasProfile: false };
  if (!(space instanceof PDFArray)) return { kind: 'other', hasProfile: false };
  const family = space.lookup(0);
  const name = family instanceof PDFName ? nameText(family) : '';
  if (name === 'ICCBased') {
    const profile = space.lookup(1);
    const count = profile instanceof PDFRawStream ? numberAt(profile.dict, 'N') : undefined;
    return { kind: byComponents[count ?? 0] ?? 'other', hasProfile: true };
  }
  return { kind: kinds[name] ?? 'other', hasProfile: false };
}
