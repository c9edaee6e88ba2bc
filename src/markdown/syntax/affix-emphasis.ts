import type { PhrasingContent } from 'mdast';

export interface Affixes {
  prefix: PhrasingContent[];
  suffix: PhrasingContent[];
}

const opening = /(?<before>^|.*[\s([{“‘])(?<mark>\*{1,2}|_{1,2})(?<inside>[^\s*_][^*_]*|)$/s;

/**
 * Emphasis that starts before a key and ends after it, `[*see @key*]`, is read by neither affix:
 * its marks would be left as text. What it holds of each affix becomes emphasis of its own.
 */
export function joinEmphasis({ prefix, suffix }: Affixes): Affixes {
  const last = prefix.at(-1);
  const [first] = suffix;
  if (last?.type !== 'text' || first?.type !== 'text') return { prefix, suffix };
  const { before = '', mark, inside = '' } = opening.exec(last.value)?.groups ?? {};
  const end = mark === undefined ? -1 : closingOf(first.value, mark);
  if (mark === undefined || end < 0) return { prefix, suffix };
  const emphasised = (value: string): PhrasingContent[] => {
    if (value.trim() === '') return textOf(value);
    const children = textOf(value);
    return [mark.length === 2 ? { type: 'strong', children } : { type: 'emphasis', children }];
  };
  return {
    prefix: [...prefix.slice(0, -1), ...textOf(before), ...emphasised(inside)],
    suffix: [
      ...emphasised(first.value.slice(0, end)),
      ...textOf(first.value.slice(end + mark.length)),
      ...suffix.slice(1),
    ],
  };
}

function closingOf(text: string, mark: string): number {
  const end = text.indexOf(mark);
  return end > 0 && /\s/.test(text.charAt(end - 1)) ? -1 : end;
}

function textOf(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
