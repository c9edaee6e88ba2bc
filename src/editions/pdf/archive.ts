import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { dictAt, nameAt, nameText, pdfName, streamAt, text } from '../pdf-file/objects.js';
import type { OutputIntent } from '../pdf-file/output-intent.js';
import { srgbProfile } from '../pdf-file/srgb-profile.js';
import { decodeStream } from '../pdf-file/streams.js';
import { type Tag, tagsOf } from './structure/tags.js';

/** The browser paints in sRGB and says so of nothing: the file says it of all. */
export function screenIntent(): OutputIntent {
  return {
    subtype: 'GTS_PDFA1',
    condition: 'sRGB',
    info: 'sRGB (IEC 61966-2-1)',
    profile: srgbProfile(),
    components: 3,
  };
}

/** Bytes that a string may have, and a name (ISO 19005-2, 6.1.13; part 4 has no such limits). */
const limits = { string: 32_767, name: 127 };

/** ISO 32000-1, tables 136 and 137. */
const blendModes = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight
  Difference Exclusion Hue Saturation Color Luminosity`.split(/\s+/),
);

/** What actions have. */
const actionType = pdfName('S');

const longText = `a text of more than ${limits.string} bytes in one piece`;
const longName = `a name of more than ${limits.name} bytes`;
const privateUseFault = 'characters of private use';
const limitFaults = new Set([longText, longName]);

function faultOf(value: PDFObject): string | undefined {
  if (value instanceof PDFHexString && value.sizeInBytes() / 2 - 1 > limits.string) return longText;
  if (value instanceof PDFString && value.sizeInBytes() - 2 > limits.string) return longText;
  if (value instanceof PDFName && value.sizeInBytes() - 1 > limits.name) return longName;
  if (value instanceof PDFDict) return faultOfDict(value);
  return undefined;
}

function faultOfDict(dict: PDFDict): string | undefined {
  if (dict.has(actionType)) return undefined;
  const subtype = nameAt(dict, 'Subtype');
  if (subtype === 'Image' && String(dict.lookup(pdfName('Interpolate'))) === 'true') {
    return 'an image that asks to be smoothed';
  }
  const isFont = nameAt(dict, 'Type') === 'Font';
  if (isFont && subtype !== 'Type0' && subtype !== 'Type3' && !isEmbedded(dict)) {
    return 'a font that is not embedded';
  }
  if (isFont && !subtype?.startsWith('CIDFont') && !dict.has(pdfName('ToUnicode'))) {
    return 'a font whose glyphs do not say what they stand for';
  }
  if (isFont && subtype === 'Type0' && standsForPrivateUse(dict)) {
    return privateUseFault;
  }
  const blend = dict.lookup(pdfName('BM'));
  if (blend instanceof PDFName && !blendModes.has(nameText(blend))) {
    return 'a way to blend that readers need not know';
  }
  return undefined;
}

function isEmbedded(font: PDFDict): boolean {
  const descriptor = dictAt(font, 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(pdfName(key)));
}

/** What a glyph-to-text map says, in the range of private use (ISO 19005-2, 6.2.11.7.3). */
const privateUse = /<(e[0-9a-f]{3}|f[0-8][0-9a-f]{2}|db[89a-f][0-9a-f]dc[0-9a-f]{2})>\s*$/im;

function standsForPrivateUse(font: PDFDict): boolean {
  const map = streamAt(font, 'ToUnicode');
  return map !== undefined && privateUse.test(Buffer.from(decodeStream(map)).toString('latin1'));
}

/** Whether a text of the structure is too long for one string, written as it will be. */
const isLong = (value: string | undefined) =>
  value !== undefined && value.length > limits.string / 6 && faultOf(text(value)) !== undefined;

/** Something that a part of PDF/A does not allow. */
export interface ArchiveFault {
  what: string;
  /** The element that has it, where that is known. */
  tag?: Tag;
  /** Whether a character of the text is what has it. */
  isPrivateUse?: boolean;
}

/** What the file and its structure hold that a part of PDF/A does not allow; each once. */
export function archiveFaults(context: PDFContext, structure: Tag, part: 2 | 4): ArchiveFault[] {
  const found = new Set<string>();
  const tag = tagsOf(structure).find(
    ({ alt, actualText, id }) => isLong(alt) || isLong(actualText) || isLong(id),
  );
  if (tag) found.add(longText);
  const names = new Set<PDFName>();
  const visit = (value: PDFObject): void => {
    // Nearly all values are of these kinds, and of none can anything be wrong.
    if (value instanceof PDFRef || value instanceof PDFNumber) return;
    if (value instanceof PDFName) {
      // One object each, however often it stands there.
      if (names.has(value)) return;
      names.add(value);
    }
    const fault = faultOf(value);
    if (fault) found.add(fault);
    if (value instanceof PDFArray) value.asArray().forEach(visit);
    else if (value instanceof PDFRawStream) visit(value.dict);
    else if (value instanceof PDFDict) {
      for (const [key, item] of value.entries()) {
        visit(key);
        visit(item);
      }
    }
  };
  for (const [, object] of context.enumerateIndirectObjects()) visit(object);
  return [...found]
    .filter((what) => part === 2 || !limitFaults.has(what))
    .map((what) => ({
      what,
      ...(what === longText && { tag }),
      ...(what === privateUseFault && { isPrivateUse: true }),
    }));
}
