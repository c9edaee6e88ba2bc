import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { directionOf } from '../../document/direction.js';
import { type Note, noteLabel, type OctavoDocument } from '../../document/document.js';
import {
  columnWidth,
  noteAreaWidth,
  noteColumnWidth,
  type Template,
  textHeight,
  textWidth,
} from '../../template/index.js';
import type { SetCopy } from '../measured.js';
import type { FixedParts } from './fixed-parts.js';
import type { Slips } from './slips.js';
import { divide, type Take } from './takes.js';

const lengthOf = ({ content, ...note }: Note) =>
  content.reduce((sum, node) => sum + textOf(node).length, noteLabel(note).length);

export interface CopyParts {
  document: OctavoDocument;
  template: Template;
  fixed: FixedParts;
  /** Of fonts that nothing waits for. */
  idleFamilies: string[];
}

/** A document's text in takes. */
export function takesOf({ document }: CopyParts, text: ElementContent[], largest?: number): Take[] {
  return divide(text, document.notes.map(lengthOf), largest);
}

/** What one compositor is given to set: a take, and what stands before and after all of them. */
export async function copyOf(
  { document, template: { page }, fixed, idleFamilies }: CopyParts,
  takes: readonly Take[],
  index: number,
  slips: Slips,
): Promise<SetCopy> {
  const { title, lang } = document.metadata;
  const { context, content, notes } = takes[index] as Take;
  const dir = directionOf(lang) === 'rtl' ? 'rtl' : undefined;
  const galley = async (name: string, parts: Promise<string>[]) => {
    const value = (await Promise.all(parts)).join('');
    const tree = h('div', { class: name, lang, dir }, { type: 'raw', value } as never);
    return toHtml(tree, { allowDangerousHtml: true });
  };
  const isLast = index === takes.length - 1;
  const blocks = content.map((block: ElementContent) => slips.ofBlock(block));
  const own = document.notes.slice(notes.from, notes.to);
  return {
    title,
    lang,
    widths: {
      column: columnWidth(page),
      text: textWidth(page),
      height: textHeight(page),
      note: noteColumnWidth(page),
      noteRule: noteAreaWidth(page),
    },
    text: await galley('text', [...context.map((block) => slips.ofContext(block)), ...blocks]),
    notes: await galley(
      'notes',
      own.map((note) => slips.ofNote(note)),
    ),
    opening: fixed.opening,
    openingFoot: fixed.openingFoot,
    closing: isLast ? fixed.closing : '',
    take: { number: index, isFirst: index === 0, isLast, firstNote: notes.from },
    idleFamilies,
  };
}
