/**
 * Where punctuation goes around a citation, as text alone.
 *
 * A note call stands after punctuation, except a dash (`relations.¹`, `peace¹ – and`); an in-text
 * citation stands in the sentence, before its punctuation (`relations (Doe, 2025).`). A manuscript
 * is written for one of the two, and set in either.
 */

/** Text before a citation, what is set between the two, and text after it. */
export interface Around {
  before: string;
  /** Set right before the citation. */
  lead: string;
  /** Set right after the citation. */
  tail: string;
  after: string;
}

const marks = '[.,;:!?…]+';
/** Closing quotes; a single one only where no letter makes it an apostrophe. */
const closer = `(?:["”»›]|[’'](?![\\p{L}\\d]))`;
const punctuationFirst = new RegExp(`^(?:${marks}${closer}*|${closer}+(?:${marks})?)`, 'u');

/** A note call after `before`: it takes no space, and what ends the clause goes before it. */
export function aroundNote(before: string, after: string): Around {
  const close = before.trim() === '' ? before : before.replace(/[ \t\n]+$/, '');
  let lead = isQuoteOpening(after) ? '' : (punctuationFirst.exec(after)?.[0] ?? '');
  const rest = after.slice(lead.length);
  if (lead.startsWith('.') && /[.!?…]$/.test(close) && !lead.startsWith('..')) lead = lead.slice(1);
  return { before: close, lead, tail: '', after: rest };
}

/** A straight double quote with a word after it opens. */
function isQuoteOpening(text: string): boolean {
  return /^"[\p{L}\d]/u.test(text);
}

const endOfClause = /(?<marks>[.,;:!?]+)(?<quotes>["”’»›']*)$/u;

/** Words whose stop is their own: a sentence that ends with one needs another. */
const abbreviated =
  /(?:^|[\s(])(?:etc|al|cit|eds?|Inc|Ltd|Co|Corp|Jr|Sr|vs|Dr|No|cf|e\.g|i\.e|[A-Z](?:\.[A-Z])*)\.$/u;

/** Whether a full stop at the end is that of an abbreviation. */
export function endsAbbreviated(text: string): boolean {
  return abbreviated.test(text);
}

/** Whether text goes on in the sentence that stands before it. */
export function isMidSentence(before: string): boolean {
  return (
    /[\p{L}\p{N},;:–—-][”’"»›)]*\s*[([“‘"«‹]*$/u.test(before.trimEnd()) && before.trim() !== ''
  );
}

/** An in-text citation after `before`, set apart by a space and before what ends the clause. */
export function aroundInText(given: string, after: string, printed: string): Around {
  // A style may bring the comma that sets its citations apart.
  const comma = /^[,;:]/.test(printed);
  const space = comma ? '' : ' ';
  const before = comma ? given.trimEnd() : given;
  if (before === '' || /[\s\uFFFC([{“‘«‹/–—-]$/u.test(before) || opensQuote(before)) {
    const lead = before.endsWith('\uFFFC') ? ' ' : '';
    return { before, lead, tail: '', after: withoutDoubledStop(printed, after) };
  }
  const { kept, moved } = clauseEnd(before, after);
  const tail = moved !== '' && after.startsWith(moved) ? '' : moved;
  if (tail === '')
    return { before: kept, lead: space, tail, after: withoutDoubledStop(printed, after) };
  return { before: kept, lead: space, tail: withoutDoubledStop(printed, tail), after };
}

/** A straight quote after a space, or first of all, opens. */
function opensQuote(text: string): boolean {
  return /(?:^|\s)["']$/.test(text);
}

function clauseEnd(before: string, after: string): { kept: string; moved: string } {
  const groups = endOfClause.exec(before)?.groups;
  if (!groups) return { kept: before, moved: '' };
  const { marks: found = '', quotes = '' } = groups;
  const stem = before.slice(0, before.length - found.length - quotes.length);
  const stays = { kept: before, moved: '' };
  const goesOn = /^[\s]*[\p{Ll}\d,;:]/u.test(after);
  if (found.length > 1) return stays;
  if (found === '.' && goesOn) return stays;
  if (found === '.' && abbreviated.test(stem + found)) return { kept: before, moved: '.' };
  // The clause ends after the quotation, or the quotation is a question.
  if (quotes !== '' && (/^[.,;:!?]/.test(after) || /[!?]/.test(found))) return stays;
  return { kept: stem + quotes, moved: found };
}

function withoutDoubledStop(printed: string, after: string): string {
  return /[.!?…]$/.test(printed) && /^\.(?!\.)/.test(after) ? after.slice(1) : after;
}

/** A citation in a note that the author wrote: running text, whose own stop yields to what follows. */
export function inNote(
  before: string,
  printed: string,
  after: string,
): { lead: string; stop: boolean } {
  const lead = before === '' || /[\s([{“‘«‹/–—-]$/u.test(before) || opensQuote(before) ? '' : ' ';
  const follows = after.trimStart();
  const stop = follows === '' || (/^\s/.test(after) && /^["“‘'(]?\p{Lu}/u.test(follows));
  return { lead, stop: stop || !printed.endsWith('.') };
}
