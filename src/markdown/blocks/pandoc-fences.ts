import type { Report } from '../../diagnostics/report.js';
import { readAttributes } from './attributes.js';
import { directiveNames } from './directives.js';
import { Items, VerbatimLines } from './enclosing-lines.js';

interface Fence {
  line: number;
  /** What stands before its colons: an indent, the mark of a list's item. */
  before: string;
  colons: number;
  /** `name{attributes}`, or a native directive's as typed; undefined where it cannot be read. */
  opening: string | undefined;
  /** pandoc's way to write it. */
  pandoc: boolean;
  inside: Fence[];
  end?: { line: number; before: string; colons: number };
}

interface Loose {
  /** From 0. */
  line: number;
  finding: { message: string; remedy: string };
}

const opening = /^ {0,3}:{3,}[ \t]*(?:\{([^{}]*)\}|([\p{L}_][\p{L}\p{N}_.-]*))[ \t]*:*[ \t]*$/u;
const nativeOpening = /^ {0,3}:{3,}(?=\p{L})(.*)$/u;
const nativeName =
  /^(?<name>[\p{L}\p{N}_-]+)(?<label>\[.*\])?(?<attributes>\{.*\})?[ \t]*(?<rest>.*)$/u;
const closing = /^ {0,3}:{3,}[ \t]*$/;
const quoteSign = /^ {0,3}> ?/;
const lineEnding = /(\r\n|\r|\n)/;

/**
 * A manuscript with pandoc's fenced divs (`::: {.box #id}`, `::: box`) written as directives.
 * Every line stays on its number. pandoc pairs fences by their order, directives by their colons:
 * all are paired by their order, and colons counted anew where they say otherwise. A fence without
 * its other one goes.
 */
export function pandocFences(source: string, file: string, report: Report): string {
  if (!source.includes(':::')) return source;
  const parts = source.split(lineEnding);
  const lines = parts.filter((_, index) => index % 2 === 0);
  for (const { line, finding } of writeDirectives(lines).toSorted(byLine)) {
    report.add('markdown/unpaired-fence', { file, line: line + 1, column: 1 }, finding);
  }
  return parts.map((part, index) => (index % 2 === 0 ? lines[index / 2] : part)).join('');
}

const byLine = (one: Loose, other: Loose) => one.line - other.line;

/**
 * Writes the fences among some lines as directives, in place.
 *
 * @returns Those that have no other one, or cannot be read.
 */
function writeDirectives(lines: string[]): Loose[] {
  const { top, unclosed, unopened, quoted } = pair(lines);
  const loose: Loose[] = unopened.map((line) => ({ line, finding: unopenedFinding }));
  for (const line of unopened) lines[line] = '';
  for (const fence of unclosed) {
    lines[fence.line] = fence.before.trimEnd();
    loose.push({ line: fence.line, finding: unclosedFinding(fence) });
  }
  loose.push(...dropUnreadable(top, lines));
  for (const fence of top) if (isToWrite(fence)) rewrite(fence, lines);
  for (const { from, to } of quoted) {
    const signs = lines.slice(from, to).map((line) => quoteSign.exec(line)?.[0] ?? '');
    const inner = lines.slice(from, to).map((line, index) => line.slice(signs[index]?.length));
    const found = writeDirectives(inner);
    loose.push(...found.map(({ line, finding }) => ({ line: from + line, finding })));
    lines.splice(from, to - from, ...inner.map((line, index) => `${signs[index]}${line}`));
  }
  return loose;
}

const unopenedFinding = {
  message: 'This fence ends a container that no line begins: it is left out',
  remedy: 'Begin the container with a line such as `:::box`, or remove this line',
};

function unclosedFinding({ opening }: Fence): Loose['finding'] {
  const name = /^[\p{L}\p{N}_-]+/u.exec(opening ?? '')?.[0] ?? '';
  const isBreak = name === 'page-break' || name === 'column-break';
  return {
    message: `The container${name && ` “${name}”`} is never closed: its fence is left out`,
    remedy: isBreak
      ? `Write it with two colons, \`::${name}\``
      : 'Put a line `:::` after what it is to hold',
  };
}

/** What no directive can be made of stays without its fences, or with what stands beside them. */
function dropUnreadable(fences: readonly Fence[], lines: string[]): Loose[] {
  return fences.flatMap((fence): Loose[] => {
    const inside = dropUnreadable(fence.inside, lines);
    if (fence.opening !== undefined) return inside;
    if (fence.pandoc) lines[fence.line] = '';
    if (fence.end) lines[fence.end.line] = '';
    const { name, rest } =
      nativeName.exec(fence.pandoc ? '' : writtenAt(fence, lines))?.groups ?? {};
    const finding = rest
      ? {
          message: 'Words after the name of a container make text of its fence',
          remedy: rest.startsWith('{')
            ? `Write \`:::${name}${rest}\`, without a space`
            : `Put its title into brackets, \`:::${name}[${rest}]\`, or begin its text on the next line`,
        }
      : {
          message: 'The attributes of this container cannot be read: it is left out',
          remedy: 'Write them as `::: {.box #id}`',
        };
    return [{ line: fence.line, finding }, ...inside];
  });
}

const writtenAt = ({ line, before, colons }: Fence, lines: readonly string[]) =>
  lines[line]?.slice(before.length + colons) ?? '';

interface Paired {
  top: Fence[];
  unclosed: Fence[];
  /** Lines that close nothing. */
  unopened: number[];
  /** Runs of lines in quotations, whose fences pair among themselves. */
  quoted: { from: number; to: number }[];
}

function pair(lines: readonly string[]): Paired {
  const top: Fence[] = [];
  const unclosed: Fence[] = [];
  const unopened: number[] = [];
  const quoted: Paired['quoted'] = [];
  const open: Fence[] = [];
  const items = new Items();
  const code = new VerbatimLines();
  lines.forEach((written, line) => {
    const { cut, marker } = code.isOpen ? { cut: items.indent, marker: 0 } : items.read(written);
    const text = written.slice(cut + marker);
    if (code.holds(text)) return;
    if (cut + marker === 0 && quoteSign.test(text)) {
      const run = quoted.at(-1);
      if (run?.to === line) run.to = line + 1;
      else quoted.push({ from: line, to: line + 1 });
      return;
    }
    const { before, colons } = colonsIn(written, cut + marker);
    if (closing.test(text)) {
      unclosed.push(...leftOpenBy(colons, open));
      const fence = open.pop();
      if (fence) fence.end = { line, before, colons };
      else unopened.push(line);
      return;
    }
    const begun = fenceOf(text);
    if (!begun) return;
    const fence: Fence = { line, before, colons, ...begun, inside: [] };
    (open.at(-1)?.inside ?? top).push(fence);
    open.push(fence);
  });
  unclosed.push(...open);
  return { top: settle(top, unclosed), unclosed, unopened, quoted };
}

function colonsIn(written: string, from: number): { before: string; colons: number } {
  const [found = '', space = '', colons = ''] = /^( *)(:*)/.exec(written.slice(from)) ?? [];
  const before = written.slice(0, from) + (found && space);
  return { before, colons: colons.length };
}

/** A fence that has the colons of an outer one, more than those within, closes that. */
function leftOpenBy(colons: number, open: Fence[]): Fence[] {
  const inner = open.at(-1);
  if (!inner || inner.pandoc || inner.colons >= colons) return [];
  const outer = open.findLastIndex((fence) => fence.colons === colons);
  return outer < 0 ? [] : open.splice(outer + 1);
}

/** The fences, with what stands in an unclosed one in its place. */
function settle(fences: readonly Fence[], unclosed: readonly Fence[]): Fence[] {
  return fences.flatMap((fence) => {
    const inside = settle(fence.inside, unclosed);
    return unclosed.includes(fence) ? inside : [{ ...fence, inside }];
  });
}

function fenceOf(text: string): Pick<Fence, 'opening' | 'pandoc'> | undefined {
  const native = nativeOpening.exec(text)?.[1];
  if (native !== undefined) {
    const isReadable = nativeName.exec(native)?.groups?.rest === '';
    return { opening: isReadable ? native : undefined, pandoc: false };
  }
  const match = opening.exec(text);
  return match ? { opening: match[2] ?? directiveOf(match[1] ?? ''), pandoc: true } : undefined;
}

/** pandoc's attributes as a directive: its name is the class that Octavo knows, else the first. */
function directiveOf(written: string): string | undefined {
  const classes = readAttributes(written)?.className;
  if (readAttributes(written) === undefined) return undefined;
  const name = classes?.find((one) => directiveNames.includes(one)) ?? classes?.[0] ?? 'div';
  const rest = written.replace(
    new RegExp(`\\.${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![^\\s#.}])`, 'u'),
    '',
  );
  return `${name}{${rest.trim()}}`;
}

/** Whether the colons of a fence, or of one within it, say otherwise than its order. */
function isToWrite({ pandoc, colons, end, inside }: Fence): boolean {
  const isCounted = colons <= (end?.colons ?? 0) && inside.every((inner) => inner.colons < colons);
  return pandoc || !isCounted || inside.some(isToWrite);
}

/** Writes a fence with more colons than those inside it. */
function rewrite(fence: Fence, lines: string[]): number {
  const inside = fence.inside.map((inner) => rewrite(inner, lines));
  const colons = Math.max(2, ...inside) + 1;
  if (fence.opening === undefined) return colons - 1;
  lines[fence.line] = fence.before + ':'.repeat(colons) + fence.opening;
  if (fence.end) lines[fence.end.line] = fence.end.before + ':'.repeat(colons);
  return colons;
}
