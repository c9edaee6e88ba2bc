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
const lineEnding = /(\r\n|\r|\n)/;

/**
 * A manuscript with pandoc's fenced divs (`::: {.box #id}`, `::: box`) written as directives.
 * Every line stays on its number. pandoc pairs fences by their order, directives by their colons,
 * so colons are counted anew where a pandoc fence takes part. A fence without its other one goes.
 */
export function pandocFences(source: string, file: string, report: Report): string {
  if (!/^ {0,3}:{3,}[ \t]*(?:\{|[ \t]\p{L})/mu.test(source)) return source;
  const parts = source.split(lineEnding);
  const lines = parts.filter((_, index) => index % 2 === 0);
  const { top, loose } = pair(lines);
  for (const fence of top) if (hasPandoc(fence)) rewrite(fence, lines);
  for (const line of loose) {
    lines[line] = '';
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

function pair(lines: readonly string[]): { top: Fence[]; loose: number[] } {
  const top: Fence[] = [];
  const loose: number[] = [];
  const open: Fence[] = [];
  let code: string | undefined;
  lines.forEach((text, line) => {
    const codeSign = codeFence.exec(text)?.[1];
    if (code !== undefined) {
      if (codeSign?.startsWith(code) && text.trim() === codeSign) code = undefined;
    } else if (codeSign) {
      code = codeSign;
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
  return { top: settle(top, unclosed), loose: [...loose, ...unclosed.map(({ line }) => line)] };
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
  lines[fence.line] = ':'.repeat(colons) + fence.opening;
  if (fence.end !== undefined) lines[fence.end] = ':'.repeat(colons);
  return colons;
}
