import { type JointOf, partsFromIdeograph } from '../../typography/line-breaking/index.js';
import type { ParagraphText, Run } from './paragraph-text.js';

/** What the engine puts between an ideograph and a letter or digit, of the ideograph's width. */
const spaceBeside = 1 / 8;

const last = (text: string) => String.fromCodePoint(text.codePointAt(text.length - 2) ?? 0);

/** Of the character that ends before an offset, and of that which begins there. */
function charactersAt(text: string, at: number): [before: string, after: string] {
  const code = text.charCodeAt(at - 1);
  const before = code >= 0xdc00 && code < 0xe000 ? last(text.slice(0, at)) : text.charAt(at - 1);
  return [before, String.fromCodePoint(text.codePointAt(at) ?? 0)];
}

/** Signs in full width share the space beside them; letters stand apart from ideographs. */
export function jointsIn({ text, runs }: ParagraphText): JointOf {
  let current = 0;
  const runAt = (at: number): Run | undefined => {
    while (current > 0 && (runs[current]?.from ?? 0) > at) current -= 1;
    while (current < runs.length - 1 && (runs[current]?.to ?? 0) <= at) current += 1;
    return runs[current];
  };
  return (at) => {
    const run = runAt(at - 1);
    if (!run) return 0;
    const [before, after] = charactersAt(text, at);
    const { font } = run;
    const parted = partsFromIdeograph(before, after);
    if (parted) {
      const isSpaced = font.spacesIdeographs || runAt(at)?.font.spacesIdeographs;
      return isSpaced ? spaceBeside * font.of(parted) : 0;
    }
    if (at >= run.to) return 0;
    return font.of(before + after) - font.of(before) - font.of(after);
  };
}
