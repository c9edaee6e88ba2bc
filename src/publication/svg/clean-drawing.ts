import type { Report } from '../../diagnostics/report.js';
import type { ImageOrigin } from '../images/inspect.js';
import { readableText } from '../text-file.js';
import { Cleaner, DrawingFault } from './cleaner.js';

/**
 * An SVG file without what a still picture in a sealed document cannot have: scripts, event
 * handlers, foreign markup, and anything fetched from elsewhere. The rest is written anew, so that
 * what comes out holds only what was looked at. Undefined (with an error) where it is no SVG.
 */
export function cleanDrawing(
  bytes: Uint8Array,
  { name, shown, place }: ImageOrigin,
  report: Report,
): Uint8Array | undefined {
  const text = readableText(bytes, shown, report);
  if (text === undefined) return undefined;
  try {
    const { svg, removed } = new Cleaner().clean(text);
    for (const { what, line, column } of removed) {
      report.add(
        'publication/svg',
        { file: shown, line, column },
        {
          message: `${capitalised(what)} was left out of the drawing “${name}”`,
          remedy: 'Export the drawing as plain SVG, with shapes, text and embedded images alone',
        },
      );
    }
    if (/<text\b/.test(svg) && !/@font-face\b/.test(svg)) {
      report.add('publication/drawing-font', place, {
        message: `The drawing “${name}” sets words in fonts that are not in it: each machine and reader takes its own`,
        remedy: 'Export the drawing with its text as outlines, or with its fonts embedded',
      });
    }
    return new TextEncoder().encode(svg);
  } catch (error) {
    if (!(error instanceof DrawingFault)) throw error;
    const { line, column, message } = error;
    report.add(
      'publication/image-format',
      error.line === undefined ? place : { file: shown, line, column },
      { message: `“${name}” is no well-formed SVG: ${message}`, remedy: 'Export the drawing anew' },
    );
    return undefined;
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
