import { run } from './outside-tools.js';

interface Word {
  left: number;
  right: number;
  top: number;
  height: number;
  text: string;
}

/** A line of several words. Gaps are between them, pt. */
export interface SpacedLine {
  text: string;
  gaps: number[];
  hyphenated: boolean;
  /** It goes from edge to edge. */
  full: boolean;
}

const pattern = /xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g;

function wordsOf(page: string): Word[] {
  return [...page.matchAll(pattern)].map(([, ...found]) => {
    const [left, top, right, bottom] = found.slice(0, 4).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    return { left, right, top, height: bottom - top, text: found[4] as string };
  });
}

/** Words of one height that stand on one line, none further from the next than columns are. */
function linesOf(words: readonly Word[], gutter: number): Word[][] {
  const lines: Word[][] = [];
  const inOrder = words.toSorted((a, b) => a.top - b.top || a.left - b.left);
  for (const word of inOrder) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && word.top === last.top && word.left - last.right < gutter) line.push(word);
    else lines.push([word]);
  }
  return lines;
}

/**
 * The lines of a PDF's running text, read from the positions of its words by Poppler.
 *
 * @param type Height of a word in the text, its measure and the least room between columns, pt.
 */
export function spacedLines(
  file: string,
  type: { height: number; measure: number; gutter: number },
): SpacedLine[] {
  const { output } = run('pdftotext', ['-bbox', file, '-']);
  return output.split('<page ').flatMap((page) => {
    const words = wordsOf(page).filter(({ height }) => Math.abs(height - type.height) < 0.1);
    return linesOf(words, type.gutter).flatMap((line) => {
      const [first, last] = [line[0] as Word, line.at(-1) as Word];
      if (line.length < 2) return [];
      // Signs at the ends may hang out.
      const full = Math.abs(last.right - first.left - type.measure) < 4;
      const gaps = line.slice(1).map(({ left }, index) => left - (line[index] as Word).right);
      const text = line.map((word) => word.text).join(' ');
      return [{ text, gaps, hyphenated: text.endsWith('-'), full }];
    });
  });
}
