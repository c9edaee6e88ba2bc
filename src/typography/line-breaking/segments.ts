import { breaksBetweenIdeographs, mayBeIdeographic, standsInKoreanWord } from './ideographs.js';

/**
 * - `text`: characters that stay together
 * - `space`: white space that a line may be broken at and justification widens
 * - `tied-space`: a no-break space (U+00A0), widened like the others
 * - `thin-space`: a space of a width of its own (U+2002…U+200A), which a line may end at
 * - `hyphenation`: U+00AD; a break here shows a hyphen
 * - `after-hyphen`: after a hyphen or en dash that joins two words
 * - `after-dash`: after an em dash
 * - `url-break`: U+200B; a break here shows nothing
 * - `between-ideographs`: between characters that no word space parts
 * - `line-end`: U+2028, for `<br>`: the line ends here whatever comes
 */
export type SegmentKind =
  | 'text'
  | 'space'
  | 'tied-space'
  | 'thin-space'
  | 'hyphenation'
  | 'after-hyphen'
  | 'after-dash'
  | 'url-break'
  | 'between-ideographs'
  | 'line-end';

/** A stretch of text, in UTF-16 offsets; empty (`from === to`) where nothing stands at the break. */
export interface Segment {
  kind: SegmentKind;
  from: number;
  to: number;
  /** A space before a dash, which had better not start a line. */
  beforeDash?: boolean;
}

const hyphenMinus = 0x2d;
const enDash = 0x2013;
const emDash = 0x2014;

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/** Kinds of characters that are segments of their own. */
function kindOfCharacter(code: number): SegmentKind | undefined {
  if (isWhiteSpace(code)) return 'space';
  if (code === 0xa0) return 'tied-space';
  if (code === 0xad) return 'hyphenation';
  if (code < 0x2002) return undefined;
  if (code === 0x200b) return 'url-break';
  if (code === 0x2028) return 'line-end';
  if ((code <= 0x200a && code !== 0x2007) || code === 0x205f) return 'thin-space';
  return undefined;
}

/** Spaces that indent a line they begin, as in verse: they are no white space that collapses. */
function isIndent(code: number): boolean {
  return code === 0xa0 || code === 0x2003;
}

/** Most of a text: letters, digits and marks that never allow a break beside them. */
function isPlain(code: number): boolean {
  return (code > 0x20 && code < 0x7f && code !== hyphenMinus) || (code > 0xad && code < 0x1100);
}

/** A hyphen in a word may end a line unless it leaves a single letter or parts a number. */
function joinsWords(text: string, at: number): boolean {
  return (
    /^\p{L}{2}$/u.test(text.slice(at - 2, at)) && /^\p{L}{2}/u.test(text.slice(at + 1, at + 3))
  );
}

/** The break after the character at `at`, where there is one without a mark or a space. */
function breakAfter(text: string, at: number, end: number): SegmentKind | undefined {
  const code = text.charCodeAt(at);
  if (code === hyphenMinus || code === 0x2010 || code === enDash) {
    return at > 1 && joinsWords(text, at) ? 'after-hyphen' : undefined;
  }
  if (code === emDash) {
    return at > 0 && /^[\p{L}\p{N}“‘"'«„]/u.test(text.slice(end, end + 2))
      ? 'after-dash'
      : undefined;
  }
  if (end >= text.length || !mayBeIdeographic(code, text.charCodeAt(end))) return undefined;
  const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
  if (!breaksBetweenIdeographs(text.slice(at, end), next)) return undefined;
  return standsInKoreanWord(text, end) ? undefined : 'between-ideographs';
}

/** Cuts a paragraph's text where lines may be broken. The segments cover the text without a gap. */
export function segmentText(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let at = 0;
  let lineBegins = true;
  const push = (kind: SegmentKind, from: number, to: number) => {
    if (from > start) segments.push({ kind: 'text', from: start, to: from });
    const next = text.charCodeAt(to);
    if (kind === 'space' && (next === enDash || next === emDash)) {
      segments.push({ kind, from, to, beforeDash: true });
    } else segments.push({ kind, from, to });
    start = to;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (lineBegins && isIndent(code)) {
      at += 1;
      continue;
    }
    if (isPlain(code) && !(text.charCodeAt(at + 1) >= 0x1100)) {
      at += 1;
      lineBegins = false;
      continue;
    }
    const kind = kindOfCharacter(code);
    let end = at + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
    if (kind === undefined) {
      const after = breakAfter(text, at, end);
      if (after !== undefined) push(after, end, end);
    } else {
      if (kind === 'space') while (isWhiteSpace(text.charCodeAt(end))) end += 1;
      push(kind, at, end);
    }
    lineBegins = kind === 'line-end' || (lineBegins && kind === 'space');
    at = end;
  }
  if (text.length > start) segments.push({ kind: 'text', from: start, to: text.length });
  return segments;
}
