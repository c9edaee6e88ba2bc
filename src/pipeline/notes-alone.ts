import type { CitationStyle } from '../citations/index.js';
import type { Note } from '../document/document.js';

/** Conditions on where a citation stands towards the one before (CSL 1.0.2, “Choose”). */
const positions = /\bposition=(?:"([^"]*)"|'([^']*)')/g;

/** A variable that no work has: a condition on it is never met. */
const never = 'variable="octavo-never"';

/**
 * A style that names the work again where it would print “Ibid.”; undefined where it never does.
 * What stands right after a citation of the same work is then a `subsequent` one, as CSL has it
 * that every “ibid” is.
 */
export function withoutIbid(style: CitationStyle): CitationStyle | undefined {
  const xml = style.xml.replaceAll(positions, (_, double?: string, single?: string) => {
    const named = (double ?? single ?? '').split(/\s+/);
    const left = named.filter((name) => name !== '' && !name.startsWith('ibid'));
    return left.length > 0 ? `position="${left.join(' ')}"` : never;
  });
  return /\bposition=["'][^"']*\bibid/.test(style.xml) ? { ...style, xml } : undefined;
}

/**
 * The notes with what they say when each is read alone, as in a pop-up.
 *
 * @param alone The same notes, cited by a style {@link withoutIbid}.
 */
export function readAlone(notes: readonly Note[], alone: readonly Note[]): Note[] {
  const contents = new Map(alone.map(({ id, content }) => [id, content]));
  return notes.map((note) => ({ ...note, content: contents.get(note.id) ?? note.content }));
}
