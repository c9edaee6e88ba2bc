import type { Element, Root } from 'hast';
import { pieceText, type TextBlock, textBlocks } from '../blocks.js';
import { type Hyphenator, loadHyphenator } from './hyphenator.js';
import { hyphenateText } from './text.js';

/**
 * Puts break markers (`markers.ts`) into a tree, in place, so that whoever sets it needs no
 * patterns. Each text is hyphenated by the patterns of its own language (`lang` attributes);
 * headings and texts in languages without patterns are not. Code, formulas and note calls stay as
 * they are. `stripMarkers` on any text gives back what it was.
 *
 * @param lang Language of the root, a BCP 47 tag.
 */
export async function hyphenateTree(root: Root | Element, lang: string): Promise<void> {
  const blocks = textBlocks(root, lang);
  const hyphenators = await hyphenatorsFor(blocks);
  for (const block of blocks) hyphenateBlock(block, hyphenators);
}

async function hyphenatorsFor(
  blocks: readonly TextBlock[],
): Promise<ReadonlyMap<string, Hyphenator | undefined>> {
  const tags = new Set<string>();
  for (const { pieces, inHeading } of blocks) {
    for (const piece of pieces) if ('node' in piece && !inHeading) tags.add(piece.lang);
  }
  const hyphenators = new Map<string, Hyphenator | undefined>();
  for (const tag of tags) hyphenators.set(tag, await loadHyphenator(tag));
  return hyphenators;
}

function hyphenateBlock(
  { pieces, inHeading }: TextBlock,
  hyphenators: ReadonlyMap<string, Hyphenator | undefined>,
): void {
  pieces.forEach((piece, index) => {
    if (!('node' in piece)) return;
    const previous = pieces[index - 1];
    const next = pieces[index + 1];
    piece.node.value = hyphenateText(
      piece.node.value,
      inHeading ? undefined : hyphenators.get(piece.lang),
      {
        before: previous === undefined ? '' : pieceText(previous),
        after: next === undefined ? '' : pieceText(next),
      },
    );
  });
}
