/** A manuscript taken apart. */
export interface Split {
  /** The YAML between the fences, or undefined where the manuscript has none. */
  yaml?: { text: string; firstLine: number };
  /** Where the body starts: line from 1, offset in UTF-16 units. */
  bodyLine: number;
  bodyOffset: number;
  /** Line of an opening fence that is never closed. */
  unclosedAt?: number;
}

const lineWithEnding = /[^\r\n]*(?:\r\n|\n|\r|$)/y;

/**
 * Front matter opens the manuscript: a line `---`, YAML, a line `---` or `...`. As in pandoc, a
 * `---` with a blank line after it is a thematic break, and blank lines may come before.
 */
export function splitFrontMatter(text: string): Split {
  const none: Split = { bodyLine: 1, bodyOffset: 0 };
  let opened: { line: number; offset: number } | undefined;
  let line = 0;
  for (const { content, start, end } of lines(text)) {
    line += 1;
    const trimmed = content.trimEnd();
    if (opened === undefined) {
      if (trimmed === '') continue;
      if (trimmed !== '---') return none;
      opened = { line, offset: end };
    } else if (trimmed === '' && line === opened.line + 1) {
      return none;
    } else if (trimmed === '---' || trimmed === '...') {
      return {
        yaml: { text: text.slice(opened.offset, start), firstLine: opened.line + 1 },
        bodyLine: line + 1,
        bodyOffset: end,
      };
    }
  }
  return opened === undefined ? none : { ...none, unclosedAt: opened.line };
}

function* lines(text: string): Generator<{ content: string; start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    lineWithEnding.lastIndex = start;
    const [whole = ''] = lineWithEnding.exec(text) ?? [];
    const end = start + whole.length;
    yield { content: whole.replace(/[\r\n]+$/, ''), start, end };
    start = end;
  }
}
