import type { Measured, MeasuredFloat, MeasuredGalley, SetCopy } from '../measured.js';
import { findColumnFloats } from './column-floats.js';
import { Items } from './cut.js';
import { evenLines } from './even-lines.js';
import { floatHeight, giveNotes, isLostBreak, partsOf, passOnBreak } from './floats.js';
import type { Galley } from './galley.js';
import { readGrid } from './grid.js';
import { readMeetings } from './margins.js';
import { contextOf, measureGalley } from './measure-galley.js';
import { callInOrder, orderNotes, splitNotes } from './note-order.js';
import { giveOpeningNotes, heightOf } from './opening.js';
import type { TakeInLines } from './set-take.js';
import type { Stock, Stocks } from './stock.js';
import { markTurns } from './turned-lines.js';
import { isTurned } from './turned-tables.js';

type Widths = SetCopy['widths'];

const lengthsOf = ({ blocks }: MeasuredGalley) => blocks.map(({ heights }) => heights.length);

const stockOf = (galley: Galley, measured: MeasuredGalley): Stock => ({
  galley,
  items: new Items(galley, lengthsOf(measured)),
});

function byPosition(a: { element: HTMLElement }, b: { element: HTMLElement }): number {
  const position = a.element.compareDocumentPosition(b.element);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Floats in parts that pages can hold. Their notes go to the text's blocks that they stood after. */
function measureFloats(
  { text, floats, faults }: TakeInLines,
  measuredText: MeasuredGalley,
  called: Set<number>,
  widths: Widths,
): { measured: MeasuredFloat[]; parts: HTMLElement[] } {
  const parts: HTMLElement[] = [];
  const measured = floats.flatMap((galley): MeasuredFloat[] => {
    const { blocks } = measureGalley(galley, { called, height: widths.height });
    const place = galley.after ? text.blocks.indexOf(galley.after) : -1;
    const next = measuredText.blocks[place + 1];
    const after = passOnBreak(blocks, next) ? place + 1 : place;
    for (const { block } of blocks.filter(isLostBreak)) {
      faults.push({ kind: 'lost-break', block, text: '' });
    }
    const notes = giveNotes(blocks, measuredText.blocks[Math.max(0, after)]);
    const isSideways = isTurned(galley.root);
    const own = partsOf(galley, blocks, isSideways ? widths.text : widths.height);
    parts.push(...own);
    const isCutOff = !isSideways && own.some((part) => floatHeight(part) > widths.height + 1);
    if (isCutOff) faults.push({ kind: 'tall-float', block: blocks[0]?.block, text: '' });
    return own.map((part, index) => ({
      height: isSideways ? widths.height : floatHeight(part),
      after,
      // Of a float in several parts, the first is where they are looked for.
      notes: index === 0 ? notes : [],
    }));
  });
  return { measured, parts };
}

/** Number of the first item of each note among all. */
function firstsOf(notes: readonly MeasuredGalley[]): number[] {
  let first = 0;
  return notes.map((note) => {
    const own = first;
    first += lengthsOf(note).reduce((sum, length) => sum + length, 0);
    return own;
  });
}

function noteRule(): HTMLElement {
  const rule = document.createElement('div');
  rule.className = 'note-rule';
  rule.ariaHidden = 'true';
  return rule;
}

/**
 * What the first note is measured against: whichever is the first of a column, another may be put
 * before it there, one with a mark or of the take before.
 */
function noteBefore(): HTMLElement {
  const note = document.createElement('div');
  note.className = 'note';
  note.dataset.octavoContext = '';
  // Margins do not collapse through it.
  note.style.display = 'flow-root';
  return note;
}

/** Measures a take that is set, and takes it out of the page, ready to be cut up. */
export function measureTake(
  set: TakeInLines,
  { widths, take }: SetCopy,
): { measured: Measured; stocks: Stocks } {
  const { text, notes, closing, opening, openingFlows } = set;
  const openingFoot = openingFlows ? undefined : set.openingFoot;
  const called = new Set<number>();
  const { height } = widths;
  evenLines(text);
  const measuredText = measureGalley(text, { called, height });
  giveOpeningNotes(opening, measuredText, called);
  const floats = measureFloats(set, measuredText, called, widths);
  const leading = readGrid(text, measuredText);
  const columnFloats = findColumnFloats(text, measuredText, height);
  const calls = callInOrder(measuredText, notes.root.childElementCount, take.firstNote);
  orderNotes(notes.root, calls);
  const inOrder = (note: number) => calls.indexOf(note - take.firstNote);
  notes.blocks.sort(byPosition);
  notes.root.prepend(noteBefore());
  const measuredNotes = measureGalley(notes, { called: new Set(), height });
  contextOf(notes)?.remove();
  const measuredClosing = measureGalley(closing, { called, height });
  const eachNote = splitNotes(notes, measuredNotes);
  const rule = noteRule();
  const continued = noteRule();
  continued.classList.add('continued');
  const measured: Measured = {
    text: measuredText,
    notes: eachNote,
    closing: measuredClosing,
    floats: floats.measured.map((float) => ({
      ...float,
      notes: float.notes.map(inOrder).filter((note) => note >= 0),
    })),
    openingHeight: heightOf(opening, widths.text),
    openingFootHeight: heightOf(openingFoot, widths.text),
    openingFlows,
    ruleHeight: heightOf(rule, widths.noteRule),
    continuedRuleHeight: heightOf(continued, widths.noteRule),
    leading,
    faults: set.faults,
  };
  readMeetings(text);
  for (const galley of [text, notes, closing]) markTurns(galley.blocks);
  contextOf(text)?.remove();
  for (const root of [text.root, notes.root, closing.root, ...floats.parts]) root.remove();
  const stocks: Stocks = {
    text: stockOf(text, measuredText),
    notes: stockOf(notes, measuredNotes),
    noteFirsts: firstsOf(eachNote),
    closing: stockOf(closing, measuredClosing),
    floats: floats.parts,
    columnFloats,
    opening,
    openingFoot,
    rule,
  };
  return { measured, stocks };
}
