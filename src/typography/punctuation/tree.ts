import type { Element, Root } from 'hast';
import { pieceText, type TextBlock, textBlocks } from '../blocks.js';
import { applyEdits, type TextEdit } from '../text-edits.js';
import { punctuationEdits } from './text.js';

/**
 * Gives a tree the punctuation of its languages, in place ({@link punctuationEdits}). A paragraph
 * is read as one text, so that a quote may open in one element and close in another. Code,
 * formulas, note calls and addresses stay as typed.
 *
 * @param lang Language of the root, a BCP 47 tag; `lang` attributes of blocks go before it.
 */
export function educate(root: Root | Element, lang: string): void {
  for (const block of textBlocks(root, lang)) educateBlock(block);
}

function educateBlock({ pieces, lang }: TextBlock): void {
  const edits = punctuationEdits(pieces.map(pieceText).join(''), lang);
  if (edits.length === 0) return;
  let from = 0;
  let next = 0;
  for (const piece of pieces) {
    const to = from + pieceText(piece).length;
    const inside: TextEdit[] = [];
    for (; next < edits.length; next += 1) {
      const edit = edits[next] as TextEdit;
      if (edit.from >= to) break;
      // What two elements share (a dash typed half in each) stays as it is.
      if (edit.from >= from && edit.to <= to) inside.push(edit);
    }
    if ('node' in piece && inside.length > 0) {
      piece.node.value = applyEdits(piece.node.value, inside, from);
    }
    from = to;
  }
}
