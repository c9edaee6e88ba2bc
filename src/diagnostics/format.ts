import { type Diagnostic, formatPlace } from './diagnostic.js';
import { excerpt } from './excerpt.js';
import { type Paint, plain } from './paint.js';
import type { LineIndex } from './position.js';
import { printable } from './printable.js';

export interface FormatOptions {
  /** Colours; none where left out. */
  paint?: Paint;
  /** The text of the diagnostic's file: given, the line at fault is shown with a caret under it. */
  source?: LineIndex;
  /** Columns of the terminal; 100 where nothing is said. */
  width?: number;
}

/** One diagnostic as standard error shows it: place and message, the line at fault, the remedy. */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const { place, severity, rule, message, remedy } = diagnostic;
  const { paint = plain, source, width = 100 } = options;
  const head = [
    paint.place(`${printable(formatPlace(place))}:`),
    `${paint[severity](`${severity}:`)}`,
    printable(message),
    paint.faint(`[${rule}]`),
  ].join(' ');
  const shown = source && excerpt(source, place, width - 2);
  return [
    head,
    ...(shown ? [`  ${paint.faint(shown.line)}`, `  ${paint[severity](shown.caret)}`] : []),
    `  ${closed(printable(remedy))}`,
  ].join('\n');
}

/** A sentence with its closing stop, where it has none of another kind. */
const closed = (sentence: string) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);
