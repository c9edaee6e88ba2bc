/** What a manuscript holds, found by plain scanning: it shares no code with what Octavo reads by. */
export interface Scan {
  /** Words of the running text: no notes, citations, table cells or image texts. */
  words: number;
  /** Words of table cells. */
  tableWords: number;
  /** Notes under a note style, in order of their calls. */
  notes: ScannedNote[];
  /** Every key cited, in notes of either kind, in order, repetitions included. */
  keys: string[];
  /** Labels defined but not called, or called but not defined. */
  strayLabels: string[];
}

interface ScannedNote {
  kind: 'citation' | 'label' | 'inline';
  /** What stands between the brackets. */
  text: string;
}

const count = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** From an opening bracket to the one that closes it. */
function bracketed(text: string, open: number): string {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '[') depth += 1;
    if (text[index] === ']') depth -= 1;
    if (depth === 0) return text.slice(open, index + 1);
  }
  throw new Error(`no closing bracket: ${text.slice(open, open + 40)}`);
}

/** Takes every bracket that is a note out of the text, and lists them. */
function takeNotes(text: string): { rest: string; notes: ScannedNote[] } {
  const notes: ScannedNote[] = [];
  let rest = '';
  for (let index = 0; index < text.length; ) {
    const inline = text.startsWith('^[', index);
    const group =
      text[index] === '[' || inline ? bracketed(text, index + (inline ? 1 : 0)) : undefined;
    const inside = group?.slice(1, -1) ?? '';
    if (group && (inline || inside.startsWith('^') || /(^|[\s-])@/.test(inside))) {
      const kind = inline ? 'inline' : inside.startsWith('^') ? 'label' : 'citation';
      notes.push({ kind, text: inside });
      index += group.length + (inline ? 1 : 0);
    } else {
      rest += text[index];
      index += 1;
    }
  }
  return { rest, notes };
}

const keysOf = (text: string) =>
  [
    ...text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.-](?=[\p{L}\p{N}]))*)/gu),
  ].map(([, key]) => key as string);

export function scanManuscript(markdown: string): Scan {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const definitions = new Map(
    [...body.matchAll(/^\[\^([^\]]+)\]: (.*)$/gm)].map(([, label, text]) => [label, text]),
  );
  const running = body
    .replace(/^\[\^[^\]]+\]: .*$/gm, '')
    .replace(/^!\[[^\]]*\]\([^)]*"[^"]*"\)$/gm, '');
  const tables = [...running.matchAll(/^\|.*$/gm)].map(([row]) => row).join('\n');
  const { rest, notes } = takeNotes(running.replace(/^\|.*$/gm, ''));
  const called = new Set(
    notes.filter(({ kind }) => kind === 'label').map(({ text }) => text.slice(1)),
  );
  const texts = notes.map(({ kind, text }) =>
    kind === 'label' ? (definitions.get(text.slice(1)) ?? '') : text,
  );
  return {
    words: count(rest.replace(/^\d+\. /gm, '')),
    tableWords: count(tables.replace(/[|]/g, ' ')),
    notes,
    keys: texts.flatMap(keysOf),
    strayLabels: [
      ...[...definitions.keys()].filter((label) => label && !called.has(label)),
      ...[...called].filter((label) => !definitions.has(label)),
    ] as string[],
  };
}
