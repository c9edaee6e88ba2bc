import type { ElementContent, Text } from 'hast';

/** Stands for the text of a link, which no punctuation rule may touch. */
const opaque = '\uE00E';

interface Piece {
  node: Text;
  start: number;
  end: number;
}

/**
 * Mends punctuation where a style's parts meet: a space before a full stop or a comma, a full stop
 * after a full stop. Changes the text nodes given; what stands in links stays as it is.
 */
export function tidyPunctuation(content: readonly ElementContent[]): void {
  let text = '';
  const pieces: Piece[] = [];
  const gather = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      const start = text.length;
      if (node.type === 'text') text += node.value;
      else if (node.type === 'element' && node.properties.href !== undefined) text += opaque;
      else if (node.type === 'element') gather(node.children);
      if (node.type === 'text') pieces.push({ node, start, end: text.length });
    }
  };
  gather(content);
  const superfluous = superfluousIn(text);
  if (superfluous.size === 0) return;
  for (const { node, start, end } of pieces) {
    const kept = [...Array(end - start).keys()].filter((index) => !superfluous.has(start + index));
    node.value = kept.map((index) => text[start + index]).join('');
  }
}

const spaceBeforeStop = /(?<=[^\s([{«“‘–—])\s+(?=[.,](?![.\p{L}\p{N}]))/gu;
const stop = /\./g;

/** Places of the characters that are too many. */
function superfluousIn(text: string): Set<number> {
  const places = new Set<number>();
  for (const { index, 0: spaces } of text.matchAll(spaceBeforeStop)) {
    for (let place = index; place < index + spaces.length; place += 1) places.add(place);
  }
  for (const { index } of text.matchAll(stop)) {
    if (isDoubled(text, index, places)) places.add(index);
  }
  return places;
}

/** A second full stop, not one of an ellipsis. */
function isDoubled(text: string, index: number, gone: ReadonlySet<number>): boolean {
  const before = previous(index, gone);
  if (before === undefined || text[before] !== '.') return false;
  return text[previous(before, gone) ?? -1] !== '.' && text[index + 1] !== '.';
}

function previous(from: number, gone: ReadonlySet<number>): number | undefined {
  for (let place = from - 1; place >= 0; place -= 1) if (!gone.has(place)) return place;
  return undefined;
}
