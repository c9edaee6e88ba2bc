import { Tokenizer, TokenizerMode } from 'parse5';
import type { Point, Position } from 'unist';

export type HtmlToken = { position?: Position } & (
  | { kind: 'open'; name: string; attributes: Record<string, string>; closed: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; value: string }
  | { kind: 'comment'; closed: boolean }
);

interface Location {
  startLine: number;
  startCol: number;
  startOffset: number;
  endLine: number;
  endCol: number;
  endOffset: number;
}

/** Elements whose content is no markup, and how a tokenizer is told so. */
const textModes = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
]);

function shifted(start: Point, line: number, column: number, offset: number): Point {
  return {
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
    offset: start.offset === undefined ? undefined : start.offset + offset,
  };
}

/** The tags, text and comments of a piece of raw HTML that starts at `start`, in order (HTML, § 13.2.5). */
export function htmlTokens(html: string, start?: Point): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const positionOf = (location: Location | null | undefined): Position | undefined =>
    start && location
      ? {
          start: shifted(start, location.startLine, location.startCol, location.startOffset),
          end: shifted(start, location.endLine, location.endCol, location.endOffset),
        }
      : undefined;
  const text = ({ chars, location }: { chars: string; location: Location | null }) =>
    tokens.push({ kind: 'text', value: chars, position: positionOf(location) });
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, selfClosing, location }) {
        tokens.push({
          kind: 'open',
          name: tagName,
          attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
          closed: selfClosing,
          position: positionOf(location),
        });
        const mode = textModes.get(tagName);
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: ({ tagName, location }) =>
        tokens.push({ kind: 'close', name: tagName, position: positionOf(location) }),
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: () => {},
      onComment: ({ location }) => {
        const written = html.slice(location?.startOffset, location?.endOffset);
        const closed = !written.startsWith('<!--') || /^<!--(?:>|->)|--!?>$/.test(written);
        tokens.push({ kind: 'comment', closed, position: positionOf(location) });
      },
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  return tokens;
}
