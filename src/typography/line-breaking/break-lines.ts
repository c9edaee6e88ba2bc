import { forced, type LineItems } from './items.js';
import { defaultLineBreakOptions, type LineBreakOptions } from './options.js';
import { type Break, Pass } from './pass.js';
import { at, Sums } from './sums.js';

/** One line: items `from` (included) to `breakAt` (excluded), space at its start dropped. */
export interface BrokenLine {
  from: number;
  /** The glue or penalty that the line was broken at. */
  breakAt: number;
  /** Natural width, what a break adds included. */
  width: number;
  /** Measure and overhangs less the natural width: negative where the line shrinks. */
  room: number;
  /**
   * How far the glue is set: 0 natural, 1 stretched by the whole of its stretch (more happens),
   * −1 shrunk by all its shrink. 0 for lines that are not justified.
   */
  ratio: number;
  hyphenated: boolean;
  /** The paragraph, or a line forced to end, ends here. */
  final: boolean;
  /** The line stands over the measure: something unbreakable is wider. */
  overfull: boolean;
}

export interface BrokenParagraph {
  lines: BrokenLine[];
  /** Total demerits: the fewer the better set. */
  demerits: number;
}

/**
 * Total-fit line breaking: of all ways to set the paragraph, the one with the fewest demerits
 * (Knuth & Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981).
 *
 * Tolerances are tried in turn; the last resort takes any line, and where something is wider
 * than the measure lets it stand over, so that every paragraph comes out.
 *
 * @param items The paragraph; its last item is a forced penalty.
 * @param measure Width of the lines; an array gives the first lines' widths, its last the others'.
 */
export function breakLines(
  items: LineItems,
  measure: number | readonly number[],
  options: Partial<LineBreakOptions> = {},
): BrokenParagraph {
  const settings = { ...defaultLineBreakOptions, ...options };
  if (items.length === 0) return { lines: [], demerits: 0 };
  if (items.penalties[items.length - 1] !== forced) items.penalty(0, forced);
  const sums = new Sums(items);
  const measures = measuresWith(measure, settings.indent);
  let end: Break | undefined;
  for (const tolerance of settings.tolerances) {
    end = new Pass(items, sums, measures, settings, tolerance, false).run();
    if (end !== undefined) break;
  }
  end ??= new Pass(items, sums, measures, settings, Number.POSITIVE_INFINITY, true).run();
  return { lines: linesTo(end, items, sums), demerits: end?.demerits ?? 0 };
}

function measuresWith(measure: number | readonly number[], indent: number): readonly number[] {
  const measures = typeof measure === 'number' ? [measure] : measure;
  const [first = 0, ...rest] = measures;
  if (indent === 0) return measures;
  return [first - indent, ...(rest.length > 0 ? rest : [first])];
}

function linesTo(end: Break | undefined, items: LineItems, sums: Sums): BrokenLine[] {
  const lines: BrokenLine[] = [];
  for (let node = end; node?.previous !== undefined; node = node.previous) {
    lines.push({
      from: at(sums.lineStart, node.previous.position + 1),
      breakAt: node.position,
      width: node.width,
      room: node.room,
      ratio: node.ratio,
      hyphenated: items.flags[node.position] === 1,
      final: items.penalties[node.position] === forced,
      overfull: node.overfull,
    });
  }
  return lines.reverse();
}
