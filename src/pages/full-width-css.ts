import type { FontFace } from '../template/index.js';

/** The family of a font's full-width forms. */
export const fullWidthFamily = (family: string) => `${family} full-width`;

const traditional = ':is(:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK), :lang(zh-MO))';

/** Where fonts for a script are asked for signs in full width; of several rules the last holds. */
const placesOf: Readonly<Record<string, readonly string[]>> = {
  Hant: [':lang(zh)'],
  Hans: [':lang(zh)'],
  Jpan: [':lang(ja)'],
};

const isFullWidth = ({ use }: FontFace) => use !== undefined && Object.hasOwn(placesOf, use);

/** The first family for each script. */
function familiesByUse(fonts: readonly FontFace[]): Map<string, string> {
  const families = new Map<string, string>();
  for (const face of fonts) {
    const { use = '', family } = face;
    if (isFullWidth(face) && !families.has(use)) families.set(use, family);
  }
  return families;
}

/**
 * Fonts of East Asia once more, with the forms of signs that are as wide as ideographs, for the
 * signs that are Latin too: the template's fonts for Latin would have their say first.
 *
 * @param faceOf The `@font-face` rule of a font, in a family and with more descriptors.
 */
export function fullWidthCss(
  fonts: readonly FontFace[],
  faceOf: (face: FontFace, index: number, family: string, more: string) => string,
): string {
  const families = familiesByUse(fonts);
  const faces = fonts.flatMap((face, index) =>
    isFullWidth(face)
      ? [faceOf(face, index, fullWidthFamily(face.family), ' font-feature-settings: "fwid";')]
      : [],
  );
  const rule = (place: string, use: string) => {
    const family = families.get(use);
    return family ? [`.full-width${place} { font-family: "${fullWidthFamily(family)}"; }`] : [];
  };
  return [
    ...faces,
    ...Object.entries(placesOf).flatMap(([use, places]) =>
      places.flatMap((place) => rule(place, use)),
    ),
    ...rule(traditional, 'Hant'),
  ].join('\n');
}
