import type { Report } from '../../diagnostics/report.js';
import { readAttributes } from './attributes.js';
import { directiveNames } from './directives.js';

interface Fence {
  line: number;
  /** `name{attributes}`, or a native directive's as typed. */
  opening: string;
  /** pandoc's way to write it. */
  pandoc: boolean;
  inside: Fence[];
  end?: number;
}

const opening = /^ {0,3}:{3,}[ \t]*(?:\{([^{}]*)\}|([\p{L}_][\p{L}\p{N}_.-]*))[ \t]*:*[ \t]*$/u;
const nativeOpening = /^ {0,3}:{3,}(?=\p{L})(.*)$/u;
const closing = /^ {0,3}:{3,}[ \t]*$/;
const codeFence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const quoteSign = /^ {0,3}> ?/;
const beginningOfItem =
  /^(?:(?<note>\[\^[^\]]+\]:)|(?<marker> {0,3}(?:[-+*:~]|\d{1,9}[.)]))(?<gap> +)(?=\S))/;
const lineEnding = /(\r\n|\r|\n)/;

/**
 * A manuscript with pandoc's fenced divs (`::: {.box #id}`, `::: box`) written as directives.
 * Every line stays on its number. pandoc pairs fences by their order, directives by their colons,
 * so colons are counted anew where a pandoc fence takes part. A fence without its other one goes.
 */
export function pandocFences(source: string, file: string, report: Report): string {
  if (!/^[ \t>]*:{3,}[ \t]*(?:\{|[ \t]\p{L})/mu.test(source)) return source;
  const parts = source.split(lineEnding);
  const lines = parts.filter((_, index) => index % 2 === 0);
  for (const line of writeDirectives(lines).toSorted((one, other) => one - other)) {
    report.add(
      'markdown/unpaired-fence',
      { file, line: line + 1, column: 1 },
      {
        message:
          'The fence of a container has no other one, or attributes that cannot be read: it is left out',
        remedy: 'Start a container with `::: {.box}` and end it with `:::`',
      },
    );
  }
  return parts.map((part, index) => (index % 2 === 0 ? lines[index / 2] : part)).join('');
}

/**
 * Writes the fences among some lines as directives, in place.
 *
 * @returns The lines, from 0, whose fences have no other one.
 */
function writeDirectives(lines: string[]): number[] {
  const { top, loose, quoted } = pair(lines);
  for (const fence of top) if (hasPandoc(fence)) rewrite(fence, lines);
  for (const line of loose) lines[line] = '';
  for (const { from, to } of quoted) {
    const signs = lines.slice(from, to).map((line) => quoteSign.exec(line)?.[0] ?? '');
    const inner = lines.slice(from, to).map((line, index) => line.slice(signs[index]?.length));
    loose.push(...writeDirectives(inner).map((line) => from + line));
    lines.splice(from, to - from, ...inner.map((line, index) => `${signs[index]}${line}`));
  }
  return loose;
}

interface Paired {
  top: Fence[];
  loose: number[];
  /** Runs of lines in quotations, whose fences pair among themselves. */
  quoted: { from: number; to: number }[];
}

function pair(lines: readonly string[]): Paired {
  const top: Fence[] = [];
  const loose: number[] = [];
  const quoted: Paired['quoted'] = [];
  const open: Fence[] = [];
  const items = new Items();
  let code: string | undefined;
  lines.forEach((written, line) => {
    const indent = code === undefined ? items.read(written) : items.indent;
    const text = written.slice(indent);
    const codeSign = codeFence.exec(text)?.[1];
    if (code !== undefined) {
      if (codeSign?.startsWith(code) && text.trim() === codeSign) code = undefined;
    } else if (codeSign) {
      code = codeSign;
    } else if (indent === 0 && quoteSign.test(text)) {
      const run = quoted.at(-1);
      if (run?.to === line) run.to = line + 1;
      else quoted.push({ from: line, to: line + 1 });
    } else if (closing.test(text)) {
      const fence = open.pop();
      if (fence) fence.end = line;
      else loose.push(line);
    } else {
      const fence = fenceOf(text, line);
      if (fence === 'unreadable') loose.push(line);
      else if (fence) {
        (open.at(-1)?.inside ?? top).push(fence);
        open.push(fence);
      }
    }
  });
  const unclosed = open.filter(({ pandoc }) => pandoc);
  const looseLines = [...loose, ...unclosed.map(({ line }) => line)];
  return { top: settle(top, unclosed), loose: looseLines, quoted };
}

/** The items of lists, notes and definitions that lines stand in, as far as their indents tell. */
class Items {
  readonly #indents: number[] = [];

  /** Of the innermost that is open. */
  get indent(): number {
    return this.#indents.at(-1) ?? 0;
  }

  /** What is to be cut off a line: the indent of the innermost item that it stands in. */
  read(line: string): number {
    if (line.trim() === '') return 0;
    const own = line.search(/[^ ]/);
    while (own < this.indent) this.#indents.pop();
    const indent = this.indent;
    const begun = beginningOfItem.exec(line.slice(indent));
    if (begun) {
      const { note, marker = '', gap = '' } = begun.groups ?? {};
      const spaces = gap.length > 4 ? 1 : gap.length;
      this.#indents.push(indent + (note === undefined ? marker.length + spaces : 4));
    }
    return indent;
  }
}

/** The fences, with what stands in an unclosed one in its place. */
function settle(fences: readonly Fence[], unclosed: readonly Fence[]): Fence[] {
  return fences.flatMap((fence) => {
    const inside = settle(fence.inside, unclosed);
    return unclosed.includes(fence) ? inside : [{ ...fence, inside }];
  });
}

function fenceOf(text: string, line: number): Fence | 'unreadable' | undefined {
  const native = nativeOpening.exec(text);
  if (native) return { line, opening: native[1] ?? '', pandoc: false, inside: [] };
  const match = opening.exec(text);
  if (!match) return undefined;
  const directive = match[2] ?? directiveOf(match[1] ?? '');
  if (directive === undefined) return 'unreadable';
  return { line, opening: directive, pandoc: true, inside: [] };
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

function hasPandoc({ pandoc, inside }: Fence): boolean {
  return pandoc || inside.some(hasPandoc);
}

/** Writes a fence with more colons than those inside it. */
function rewrite(fence: Fence, lines: string[]): number {
  const inside = fence.inside.map((inner) => rewrite(inner, lines));
  const colons = Math.max(2, ...inside) + 1;
  const write = (line: number, opening: string) => {
    const indent = /^ */.exec(lines[line] ?? '')?.[0] ?? '';
    lines[line] = indent + ':'.repeat(colons) + opening;
  };
  write(fence.line, fence.opening);
  if (fence.end !== undefined) write(fence.end, '');
  return colons;
}
