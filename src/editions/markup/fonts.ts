import { readFile } from 'node:fs/promises';
import type { FontFace } from '../../template/template.js';

export type FontFormat = 'sfnt' | 'woff2';

export interface SubsetFace extends FontFace {
  bytes: Uint8Array;
}

/** What running text asks of a font; the rest (small capitals, swashes, fractions) would double its size. */
const features = [
  'kern',
  'liga',
  'calt',
  'ccmp',
  'locl',
  'mark',
  'mkmk',
  'onum',
  'lnum',
  'pnum',
  'tnum',
];

/** What formulas ask for beside it: smaller forms for indices, script letters, raised primes. */
const formulaFeatures = ['ssty', 'dtls', 'flac', 'ss01', 'ss04'];

/** Faces for text whose family a style sheet names. */
export function facesNamedIn(css: string, faces: readonly FontFace[]): FontFace[] {
  return faces.filter(({ family, use }) => use === undefined && css.includes(family));
}

/** Faces for formulas, where there are any. */
export function formulaFaces(faces: readonly FontFace[], characters: string): FontFace[] {
  return characters === '' ? [] : faces.filter(({ use }) => use === 'formulas');
}

/** The characters of a text, once each, in code point order: the same set makes the same font. */
function charactersOf(text: string): string {
  return [...new Set(text)].sort().join('');
}

/** Cuts faces down to the characters of `text`. Characters that a face lacks are left to other fonts. */
export async function subsetFaces(
  faces: readonly FontFace[],
  text: string,
  targetFormat: FontFormat,
): Promise<SubsetFace[]> {
  const { default: subsetFont } = await import('subset-font');
  const characters = charactersOf(text);
  return Promise.all(
    faces.map(async (face) => {
      const whole = await readFile(face.path);
      const bytes = await subsetFont(whole, characters, {
        targetFormat,
        keepFeatures: face.use === 'formulas' ? [...features, ...formulaFeatures] : features,
        noHinting: true,
      });
      return { ...face, bytes: new Uint8Array(bytes) };
    }),
  );
}

/** The `@font-face` rule of a face at the address given. */
export function fontFaceRule(face: FontFace, url: string, format: 'truetype' | 'woff2'): string {
  const { family, weight, style } = face;
  return (
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};` +
    `font-display:swap;src:url("${url}") format("${format}")}`
  );
}
