import { hangingShare } from '../../typography/hanging.js';
import type { OverhangOf, ParagraphLine, WidthOf } from '../../typography/line-breaking/index.js';

/** How far the signs at the ends of any part of a text hang out of the measure (px). */
export function hangingIn(text: string, widthOf: WidthOf): OverhangOf {
  const hang = (at: number, side: 'start' | 'end') => {
    const share = hangingShare(text[at] ?? '', side);
    return share > 0 ? share * widthOf(at, at + 1) : 0;
  };
  return (from, to) => {
    // Where a break writes a hyphen, that hangs.
    if (from === to) return { left: 0, right: hangingShare('-', 'end') * widthOf(from, from) };
    return { left: hang(from, 'start'), right: hang(to - 1, 'end') };
  };
}

export const noOverhang: OverhangOf = () => ({ left: 0, right: 0 });

/** How far the first and last sign of a line hang out. */
export function overhangsOf(
  { from, to, hyphenated }: ParagraphLine,
  overhangOf: OverhangOf,
): { left: number; right: number } {
  const { left, right } = to > from ? overhangOf(from, to) : { left: 0, right: 0 };
  return { left, right: hyphenated ? overhangOf(to, to).right : right };
}
