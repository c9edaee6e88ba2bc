import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { Place } from '../../../diagnostics/diagnostic.js';
import type { OctavoDocument } from '../../../document/document.js';
import { placeOf, type ShownFiles } from '../../../document/places.js';
import { headingLevel } from './roles.js';
import { isTag, type Tag, tagsOf } from './tags.js';

/** Something that the Document and the structure both have, in the same order. */
interface Landmark {
  kind?: string;
  id?: string;
  place: Place;
}

const kinds: Readonly<Record<string, string>> = {
  aside: 'Aside',
  blockquote: 'BlockQuote',
  dl: 'L',
  figure: 'Figure',
  ol: 'L',
  table: 'Table',
  ul: 'L',
};
const kindsOfTags = new Set(Object.values(kinds));

const kindOf = ({ role }: Tag) =>
  kindsOfTags.has(role) ? role : headingLevel(role) === undefined ? undefined : 'Heading';

function landmarksIn(trees: readonly Nodes[], file: string): Landmark[] {
  const found: Landmark[] = [];
  for (const tree of trees) {
    visit(tree, 'element', (element) => {
      const { tagName, properties } = element;
      const kind = /^h[1-6]$/.test(tagName) ? 'Heading' : kinds[tagName];
      const id = typeof properties.id === 'string' ? properties.id : undefined;
      if (element.position && (kind || id)) found.push({ kind, id, place: placeOf(element, file) });
    });
  }
  return found;
}

const isNote = ({ role }: Tag) => role === 'Note' || role === 'FENote';

/** The tags under one in reading order, without the notes that stand among them. */
function tagsAlong(root: Tag): Tag[] {
  const along: Tag[] = [];
  const add = ({ kids }: Tag) => {
    for (const kid of kids) {
      if (!isTag(kid) || isNote(kid)) continue;
      along.push(kid);
      add(kid);
    }
  };
  add(root);
  return along;
}

/**
 * Where the manuscript has what stands in a structure: known by ids, and between two of them by
 * counting what both have. Notes are counted through by themselves.
 */
export class TagPlaces {
  readonly #document: OctavoDocument;
  readonly #files: ShownFiles;
  readonly #structure: Tag;
  #parents: Map<Tag, Tag> | undefined;

  constructor(structure: Tag, document: OctavoDocument, files: ShownFiles) {
    this.#structure = structure;
    this.#document = document;
    this.#files = files;
  }

  /** Where a tag, or what it stands in, begins; undefined where that is in no file. */
  of(tag: Tag): Place | undefined {
    const chain = this.#chainOf(tag);
    const noteTag = chain.find(isNote);
    const note = this.#document.notes.find(({ id }) => id === noteTag?.id);
    const { manuscript, colophon = manuscript } = this.#files;
    const landmarks = note
      ? landmarksIn(note.content, manuscript)
      : [
          ...landmarksIn([this.#document.body], manuscript),
          ...landmarksIn(this.#document.colophon ? [this.#document.colophon] : [], colophon),
        ];
    const inner = noteTag ? chain.slice(0, chain.indexOf(noteTag)) : chain;
    const found = placeAmong(inner, tagsAlong(noteTag ?? this.#structure), landmarks);
    return found ?? (note?.position && placeOf(note, manuscript));
  }

  /** The tag and those around it, the nearest first; without the one at the top. */
  #chainOf(tag: Tag): Tag[] {
    // Read where there is something to tell: a book has tags by the ten thousand.
    this.#parents ??= parentsIn(this.#structure);
    const parent = this.#parents.get(tag);
    return parent ? [tag, ...this.#chainOf(parent)] : [];
  }
}

function parentsIn(structure: Tag): Map<Tag, Tag> {
  const tags = tagsOf(structure);
  return new Map(tags.flatMap((tag) => tag.kids.filter(isTag).map((kid) => [kid, tag] as const)));
}

function placeAmong(
  chain: readonly Tag[],
  along: readonly Tag[],
  landmarks: readonly Landmark[],
): Place | undefined {
  const indexOf = ({ id }: Tag) =>
    id === undefined ? -1 : landmarks.findIndex((landmark) => landmark.id === id);
  const start = chain[0] ? along.indexOf(chain[0]) : -1;
  const meant =
    chain.find((tag) => indexOf(tag) >= 0 || kindOf(tag)) ??
    along.slice(0, start + 1).findLast((tag) => indexOf(tag) >= 0 || kindOf(tag));
  if (!meant) return undefined;
  const at = along.indexOf(meant);
  const known = along.slice(0, at + 1).findLastIndex((tag) => indexOf(tag) >= 0);
  const from = known < 0 ? 0 : indexOf(along[known] as Tag);
  if (known === at) return landmarks[from]?.place;
  const kind = kindOf(meant);
  const count = along.slice(known + 1, at + 1).filter((tag) => kindOf(tag) === kind).length;
  const alike = landmarks.slice(known < 0 ? 0 : from + 1).filter((mark) => mark.kind === kind);
  return (alike[count - 1] ?? landmarks[from])?.place;
}
