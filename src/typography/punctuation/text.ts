import { applyEdits, type TextEdit } from '../text-edits.js';
import { isAddress } from '../urls.js';
import { quoteEdits } from './quotes.js';
import { spaceEdits } from './spaces.js';

/**
 * A text with the punctuation of its language: quotes and apostrophes curled, `--` and `---` en and
 * em dashes, `...` an ellipsis, spaces no-break where a line's end would part what belongs
 * together. Addresses stay as typed, and so does what is curled already: doing it twice changes
 * nothing.
 *
 * @param lang BCP 47 tag.
 * @param around What stands before and after, where the text is part of a longer one.
 */
export function educateText(
  text: string,
  lang: string,
  { before = '', after = '' }: { before?: string; after?: string } = {},
): string {
  const edits = punctuationEdits(before + text + after, lang).filter(
    ({ from, to }) => from >= before.length && to <= before.length + text.length,
  );
  return applyEdits(text, edits, before.length);
}

/** The edits {@link educateText} makes, in order. */
export function punctuationEdits(text: string, lang: string): TextEdit[] {
  const verbatim = addressesIn(text);
  const isVerbatim = (at: number) => verbatim.some(({ from, to }) => at >= from && at < to);
  return [
    ...quoteEdits(text, lang, isVerbatim),
    ...dashEdits(text, isVerbatim),
    ...spaceEdits(text, lang, isVerbatim),
  ].sort((a, b) => a.from - b.from);
}

function dashEdits(text: string, isVerbatim: (at: number) => boolean): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)/g)) {
    const from = match.index;
    if (isVerbatim(from)) continue;
    const sign = match[0].startsWith('.') ? '…' : match[0].length === 2 ? '–' : '—';
    edits.push({ from, to: from + match[0].length, text: sign });
  }
  return edits;
}

/** Quotes around an address belong to the text; within it, to the address. */
function addressesIn(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (!/[:.@]/.test(text)) return found;
  for (const match of text.matchAll(/[^\s"“”„«»<>()]+/g)) {
    const word = match[0];
    const lead = /^['‘‚]*/.exec(word)?.[0].length ?? 0;
    const trail = /['’‘.,;:!?]*$/.exec(word)?.[0].length ?? 0;
    const core = word.slice(lead, word.length - trail);
    if (isAddress(core)) {
      found.push({ from: match.index + lead, to: match.index + word.length - trail });
    }
  }
  return found;
}
