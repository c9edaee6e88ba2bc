/** Marks around words whose case a style must keep, as far as citation-js carries them. */
const mark = { start: '\uE00D', end: '\uE00E' } as const;

const marks = /[\uE00D\uE00E]/g;

/**
 * Marks what stands in braces of its own (`{NATO}`, `{van}`), whose case BibTeX keeps. Braces that
 * start with a command are that command's letter (`{\"o}`), and those after one its argument.
 */
export function protectCase(tex: string): string {
  let depth = 0;
  let marked = '';
  const text = tex.replace(marks, '');
  let isProtected = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\\') {
      marked += text.slice(index, index + 2);
      index += 1;
      continue;
    }
    if (character === '{') {
      const opens = depth === 0 && text[index + 1] !== '\\' && !followsCommand(text, index);
      isProtected ||= opens;
      depth += 1;
      marked += opens ? `{${mark.start}` : '{';
    } else if (character === '}') {
      depth -= 1;
      marked += depth === 0 && isProtected ? `${mark.end}}` : '}';
      if (depth === 0) isProtected = false;
    } else marked += character;
  }
  return marked;
}

/** Whether braces that open here hold an argument: names of commands are short. */
function followsCommand(text: string, index: number): boolean {
  return /\\(?:[A-Za-z]+|.)\s*$|\}$/.test(text.slice(Math.max(0, index - 40), index));
}

/**
 * The marks as CSL's markup: `<span class="nocase">NATO</span>`; none around what has no case. A
 * word of which a part is marked (`{K}ant`) is marked whole: a style would take the rest for another.
 */
export function markedCase(text: string): string {
  return text.replace(markedWords, (words) => {
    const inner = words.replace(marks, '');
    return /\p{L}/u.test(inner) ? `<span class="nocase">${inner}</span>` : inner;
  });
}

const markedWords =
  /[\p{L}\p{M}\p{N}]*(?:\uE00D[^\uE00D\uE00E]*\uE00E(?:['’]?[\p{L}\p{M}\p{N}]+)*)+/gu;
