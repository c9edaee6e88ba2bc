import type { FontFace, Template } from '../../template/template.js';
import { facesNamedIn } from '../markup/fonts.js';

const distance = (face: FontFace, weight: number) => Math.abs(face.weight - weight);

function nearest(faces: readonly FontFace[], weight: number): FontFace | undefined {
  return [...faces].sort((a, b) => distance(a, weight) - distance(b, weight))[0];
}

/**
 * Regular and bold, upright and italic, of each family that the book's style sheet names: reading
 * systems know no other weights and would fake what is missing.
 */
export function bookFaces({ ebookCss, fonts }: Template): FontFace[] {
  const named = facesNamedIn(ebookCss, fonts);
  const families = [...new Set(named.map(({ family }) => family))];
  return families.flatMap((family) =>
    (['normal', 'italic'] as const).flatMap((style) => {
      const faces = named.filter((face) => face.family === family && face.style === style);
      const regular = nearest(
        faces.filter(({ weight }) => weight < 600),
        400,
      );
      const bold = nearest(
        faces.filter(({ weight }) => weight >= 600),
        700,
      );
      return [
        ...(regular ? [{ ...regular, weight: 400 }] : []),
        ...(bold ? [{ ...bold, weight: 700 }] : []),
      ];
    }),
  );
}
