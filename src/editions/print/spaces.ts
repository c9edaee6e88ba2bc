import { PDFArray, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { nameText, numberAt } from '../pdf-file/objects.js';

/** How a named colour space counts. `other`: not one that can be converted here. */
export type SpaceKind = 'rgb' | 'grey' | 'cmyk' | 'pattern' | 'other';

const kinds: Record<string, SpaceKind> = {
  DeviceRGB: 'rgb',
  CalRGB: 'rgb',
  DeviceGray: 'grey',
  CalGray: 'grey',
  DeviceCMYK: 'cmyk',
  Pattern: 'pattern',
  Lab: 'other',
};

/** Abbreviations of device spaces (ISO 32000-1, table 93). */
const abbreviated: Record<string, string> = {
  RGB: 'DeviceRGB',
  G: 'DeviceGray',
  CMYK: 'DeviceCMYK',
};

/** A space that content names without looking it up in its resources; undefined for all others. */
export function deviceSpace(name: string): SpaceKind | undefined {
  const full = Object.hasOwn(abbreviated, name) ? abbreviated[name] : name;
  const isNamed = full === 'Pattern' || full?.startsWith('Device');
  return isNamed && full !== undefined && Object.hasOwn(kinds, full) ? kinds[full] : undefined;
}

const familyKind = (family: string): SpaceKind =>
  Object.hasOwn(kinds, family) ? (kinds[family] ?? 'other') : 'other';

const byComponents: Record<number, SpaceKind> = { 1: 'grey', 3: 'rgb', 4: 'cmyk' };

/** How a colour space counts for the press; `hasProfile` where an ICC profile defines it. */
export function spaceOf(space: PDFObject | undefined): { kind: SpaceKind; hasProfile: boolean } {
  if (space instanceof PDFName) return { kind: familyKind(nameText(space)), hasProfile: false };
  if (!(space instanceof PDFArray)) return { kind: 'other', hasProfile: false };
  const family = space.lookup(0);
  const name = family instanceof PDFName ? nameText(family) : '';
  if (name === 'ICCBased') {
    const profile = space.lookup(1);
    const count = profile instanceof PDFRawStream ? numberAt(profile.dict, 'N') : undefined;
    return { kind: byComponents[count ?? 0] ?? 'other', hasProfile: true };
  }
  return { kind: familyKind(name), hasProfile: false };
}
