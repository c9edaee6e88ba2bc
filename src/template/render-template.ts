import Mustache from 'mustache';
import { Failure } from '../diagnostics/failure.js';

/** Fills a Mustache file of a template. Values are escaped for HTML but in `{{{…}}}`. */
export function renderTemplate(source: string, view: object): string {
  return Mustache.render(source, view);
}

/**
 * Sees that a file's Mustache is well-formed.
 *
 * @param file The path that diagnostics show.
 * @throws Failure `template/mustache` (status 1).
 */
export function checkMustache(source: string, file: string): void {
  try {
    Mustache.parse(source);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const offset = Number(/ at (\d+)$/.exec(said)?.[1] ?? Number.NaN);
    const before = Number.isNaN(offset) ? undefined : source.slice(0, offset).split('\n');
    throw new Failure(
      'template/mustache',
      { file, line: before?.length, column: before && (before.at(-1) ?? '').length + 1 },
      {
        message: said.replace(/ at \d+$/, ''),
        remedy: 'Close every section with its own name: {{#name}} … {{/name}}',
      },
      1,
      cause,
    );
  }
}
