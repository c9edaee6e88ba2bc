import type { Citation, Note } from '../../markdown/nodes.js';
import { noteMark } from '../../markdown/notes/note-marks.js';
import type { CitationStyle } from '../types.js';
import type { Part } from './parts.js';
import { repeatNotes } from './repeat-notes.js';
import { type Stop, stopsOf } from './sites.js';

/** A citation and the note that it is printed in. */
export interface NumberedCitation {
  node: Citation;
  /** The note's number as printed; 0 in the text. */
  number: number;
  /** The note's place among all notes, from 1; 0 in the text. */
  ordinal: number;
  /** The note is the citation's own, not one that the author wrote. */
  own: boolean;
  /** The note has a mark in the place of a number: no other note refers to what it cites. */
  marked: boolean;
  part: Part;
  /** The first of a chapter whose notes are numbered from 1. */
  startsAnew: boolean;
}

/**
 * Numbers the notes in the order of their calls, those that the style makes and those that the
 * author wrote alike; a note called again keeps its number. Marked notes have a series of their own.
 * @param restart Each chapter begins again from 1.
 */
export function numberNotes(
  parts: readonly Part[],
  style: Pick<CitationStyle, 'class'>,
  restart = false,
): NumberedCitation[] {
  if (restart) repeatNotes(parts);
  const numbering = new Numbering(style.class === 'note');
  for (const part of parts) {
    if (restart && part.isChapter) numbering.startAgain();
    for (const stop of stopsOf(part.children)) numbering.take(stop, part);
  }
  return numbering.citations;
}

interface Numbers {
  number: number;
  ordinal: number;
  mark?: string;
}

const inText: Numbers = { number: 0, ordinal: 0 };

class Numbering {
  readonly citations: NumberedCitation[] = [];
  private readonly byLabel = new Map<string, Numbers>();
  private last = inText;
  private startsAnew = false;
  private marks = 0;

  constructor(private readonly citationsAreNotes: boolean) {}

  startAgain(): void {
    this.last = { ...this.last, number: 0 };
    this.marks = 0;
    this.startsAnew = true;
  }

  take(stop: Stop, part: Part): void {
    if (stop.kind === 'note') this.note(stop.node);
    else if (stop.note) this.citation(stop.node, part, { ...inText, ...stop.note.data }, false);
    else if (this.citationsAreNotes) this.citation(stop.node, part, this.next(), true);
    else this.citation(stop.node, part, inText, false);
  }

  private note(node: Note): void {
    const { label } = node;
    const known = label === undefined ? undefined : this.byLabel.get(label);
    const numbers = known ?? (node.marked ? this.nextMarked() : this.next());
    if (label !== undefined) this.byLabel.set(label, numbers);
    node.data = { ...node.data, ...numbers };
  }

  private next(): Numbers {
    this.last = { number: this.last.number + 1, ordinal: this.last.ordinal + 1 };
    return this.last;
  }

  private nextMarked(): Numbers {
    this.last = { ...this.last, ordinal: this.last.ordinal + 1 };
    this.marks += 1;
    return { number: 0, ordinal: this.last.ordinal, mark: noteMark(this.marks - 1) };
  }

  private citation(node: Citation, part: Part, numbers: Numbers, own: boolean): void {
    const { startsAnew } = this;
    const { number, ordinal, mark } = numbers;
    const marked = mark !== undefined;
    this.citations.push({ node, part, number, ordinal, own, marked, startsAnew });
    if (!marked) this.startsAnew = false;
  }
}
