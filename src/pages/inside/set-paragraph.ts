import type { SettingFault } from '../measured.js';
import type { Fonts } from './advances.js';
import type { DropCap } from './drop-caps.js';
import type { Block, Galley } from './galley.js';
import { noteOf } from './note-of.js';
import { hasOnlySmallImages, isPlain, readText } from './paragraph-text.js';
import { leaveUnset, readUnset, setLines, type UnsetParagraph } from './set-lines.js';

export interface GalleySetting {
  galley: Galley;
  /** Width of the galley, px. */
  width: number;
  fonts: Fonts;
  faults: SettingFault[];
  /** Of a full column, px: what is higher is cut. */
  height: number;
}

/** A paragraph of a block, read. */
export interface ReadParagraph {
  setting: GalleySetting;
  block: Block;
  unset: UnsetParagraph;
  /** Its lines are ours; else the browser's. */
  isPlain: boolean;
}

/** Lines of less than this share of their column are short for what they stand in, not for their words. */
const narrow = 0.75;

export function addFault(
  { faults }: GalleySetting,
  kind: SettingFault['kind'],
  block: Block,
  text: string,
  inNarrow = false,
): void {
  const note = noteOf(block.element);
  faults.push({ kind, block: block.number, note, text, ...(inNarrow && { inNarrow }) });
}

/** Reads a paragraph that stands in the page. */
export function readParagraph(
  setting: GalleySetting,
  block: Block,
  paragraph: HTMLElement,
  dropCap?: DropCap,
): ReadParagraph {
  const unset = { ...readUnset(paragraph, setting.fonts), dropCap };
  const { text } = unset;
  const isOurs = isPlain(paragraph, text.text) && hasOnlySmallImages(paragraph, text);
  return { setting, block, unset, isPlain: isOurs };
}

/** Sets one paragraph in lines of a width (px), where its lines are ours. */
export function setParagraph(read: ReadParagraph, measure: number): void {
  const { setting, block, unset } = read;
  const { element } = unset;
  const set = read.isPlain ? setLines(unset, setting.fonts, measure) : undefined;
  if (!set) {
    leaveUnset(unset);
    if (element === block.element) {
      const { text, calls } = readText(element, setting.fonts);
      Object.assign(block, { text, calls, measure });
    }
    return;
  }
  // Of words broken in a table, the table's own fault tells.
  const broken = block.kind === 'table' ? [] : set.overfull;
  const inNarrow = measure < narrow * setting.width;
  for (const word of broken) addFault(setting, 'long-word', block, word, inNarrow);
  if (element === block.element) {
    block.text = set.text.text;
    block.calls = set.text.calls;
    block.measure = measure;
    block.points = set.points;
    block.hyphenated = set.hyphenated;
  }
}
