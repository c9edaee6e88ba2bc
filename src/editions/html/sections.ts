import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ContentsEntry, noteLabel } from '../../document/document.js';
import { fill, type Words } from '../../template/words/index.js';
import type { Identifiers } from '../markup/identifiers.js';
import { isElement, plainPhrasing } from '../markup/tree.js';
import { notesByChapter } from './notes-by-chapter.js';
import { pageIds, type WebDocument, type WebNote } from './web-document.js';

/** U+FE0E keeps the arrow a letter where a system would draw a picture. */
const returnArrow = '\u21A9\uFE0E';

const letters = 'abcdefghijklmnopqrstuvwxyz';

function backlink(callId: string, label: string, content: ElementContent[]): ElementContent[] {
  const properties = {
    className: 'note-back',
    href: `#${callId}`,
    role: 'doc-backlink',
    ariaLabel: label,
  };
  return [{ type: 'text', value: ' ' }, h('a', properties, content)];
}

/** An arrow that leads back; where a note has several calls, a letter for each after it. */
function backlinks(note: WebNote, words: Words): ElementContent[] {
  const { callIds } = note;
  const label = fill(words.backToText, noteLabel(note));
  const arrow: ElementContent = { type: 'text', value: returnArrow };
  const [only, ...others] = callIds;
  if (only !== undefined && others.length === 0) return backlink(only, label, [arrow]);
  // The arrow stands before the links: what is seen of a link is to be part of its name (WCAG 2.5.3).
  const sign = h('span', { className: 'note-return', ariaHidden: 'true' }, [arrow]);
  const links = callIds.flatMap((callId, index) => {
    const letter = letters[index] ?? String(index + 1);
    return backlink(callId, `${label} (${letter})`, [{ type: 'text', value: letter }]);
  });
  return callIds.length === 0 ? [] : [{ type: 'text', value: ' ' }, sign, ...links];
}

function noteItem(note: WebNote, words: Words): Element {
  const links = backlinks(note, words);
  const last = note.content.at(-1);
  const content = [...note.content];
  if (isElement(last, 'p')) last.children.push(...links);
  else content.push(h('p', links));
  const { id, mark } = note;
  if (mark === undefined) return h('li', { id, tabIndex: -1, value: note.number }, content);
  return h(
    'li',
    { id, tabIndex: -1, dataMark: mark, style: `list-style-type:"${mark} "` },
    content,
  );
}

/** More notes than this stay at the end: placing them beside the text would hold up the browser. */
const mostNotesBeside = 150;

/** Whether a wide screen may show the notes beside the text: each needs a call to stand at. */
function standBeside(notes: readonly WebNote[]): boolean {
  return notes.length <= mostNotesBeside && notes.every(({ callIds }) => callIds.length > 0);
}

export function notesSection({ body, notes }: WebDocument, words: Words): Element | undefined {
  if (notes.length === 0) return undefined;
  const className = standBeside(notes) ? ['notes', 'notes-beside'] : ['notes'];
  return h('section', { className, role: 'doc-endnotes', ariaLabelledBy: pageIds.notes }, [
    h('h2', { id: pageIds.notes }, words.notes),
    ...notesByChapter(body, notes).flatMap((chapter) => [
      ...(chapter.title ? [h('h3', chapter.title)] : []),
      h(
        'ol',
        chapter.notes.map((note) => noteItem(note, words)),
      ),
    ]),
  ]);
}

/**
 * Ties each note to its call and to the note before, so that a style sheet can set it beside its
 * call (CSS Anchor Positioning): `--call` and `--above` name the two anchors.
 */
export function noteAnchors(notes: readonly WebNote[]): string {
  if (!standBeside(notes)) return '';
  return notes
    .map(({ id, callIds }, index) => {
      const above = notes[index - 1]?.id ?? 'none';
      return (
        `#${callIds[0]}{anchor-name:--${callIds[0]}}` +
        `#${id}{anchor-name:--${id};--call:--${callIds[0]};--above:--${above}}`
      );
    })
    .join('\n');
}

export function referencesSection(
  { references, referencesId }: WebDocument,
  title: string | undefined,
): Element | undefined {
  if (references.length === 0) return undefined;
  return h(
    'section',
    { className: 'references', role: 'doc-bibliography', ariaLabelledBy: referencesId },
    [
      h('h2', { id: referencesId }, title ?? ''),
      h(
        'ul',
        { role: 'list' },
        references.map(({ id, content }) => h('li', { id, tabIndex: -1 }, content)),
      ),
    ],
  );
}

function entries(contents: readonly ContentsEntry[], identifiers: Identifiers): Element {
  return h(
    'ol',
    contents.map(({ id, content, lang, dir, children }) =>
      h('li', [
        h('a', { href: `#${identifiers.of(id)}`, lang, dir }, plainPhrasing(content)),
        ...(children.length > 0 ? [entries(children, identifiers)] : []),
      ]),
    ),
  );
}

export function contentsList(
  contents: readonly ContentsEntry[],
  { identifiers }: WebDocument,
): Element {
  return entries(contents, identifiers);
}
