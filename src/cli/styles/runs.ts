import type { ElementContent } from 'hast';

/** How a stretch of text is set. */
export type Mark = 'em' | 'strong' | 'small-caps' | 'sup' | 'sub' | 'u';

/** A stretch of text that is set alike. */
export interface Run {
  text: string;
  /** In alphabetical order. */
  marks: readonly Mark[];
}

const ofTag: Readonly<Record<string, Mark>> = {
  em: 'em',
  i: 'em',
  strong: 'strong',
  b: 'strong',
  sup: 'sup',
  sub: 'sub',
  u: 'u',
};

const ofClass: Readonly<Record<string, Mark>> = { 'small-caps': 'small-caps' };

/** Classes that take an outer setting back. */
const undoing: Readonly<Record<string, Mark>> = { upright: 'em', 'regular-weight': 'strong' };

/** What blocks of a note are parted by. */
const blocks = new Set(['blockquote', 'li', 'ol', 'p', 'pre', 'table', 'tr', 'ul']);

/** Text and how it is set, of what a citation style printed or an author wrote in a note. */
export function runsOf(content: readonly ElementContent[]): Run[] {
  const runs: Run[] = [];
  gather(content, [], runs);
  return trimmed(runs);
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function gather(content: readonly ElementContent[], marks: readonly Mark[], runs: Run[]): void {
  for (const node of content) {
    if (node.type === 'text') append(runs, node.value.replace(/\s+/g, ' '), marks);
    if (node.type !== 'element') continue;
    if (node.tagName === 'br' || blocks.has(node.tagName)) append(runs, ' ', []);
    gather(node.children, marksOf(node, marks), runs);
    if (blocks.has(node.tagName)) append(runs, ' ', []);
  }
}

function marksOf(
  { tagName, properties }: Extract<ElementContent, { type: 'element' }>,
  outer: readonly Mark[],
): readonly Mark[] {
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  const gone = classes.flatMap((name) => undoing[name] ?? []);
  const added = [ofTag[tagName], ...classes.map((name) => ofClass[name])];
  const marks = new Set(outer.filter((mark) => !gone.includes(mark)));
  for (const mark of added) if (mark !== undefined) marks.add(mark);
  return [...marks].sort();
}

function append(runs: Run[], text: string, marks: readonly Mark[]): void {
  const last = runs.at(-1);
  const value = text.startsWith(' ') && (last?.text.endsWith(' ') ?? true) ? text.slice(1) : text;
  if (value === '') return;
  if (last && String(last.marks) === String(marks)) last.text += value;
  else runs.push({ text: value, marks });
}

function trimmed(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== '');
}
