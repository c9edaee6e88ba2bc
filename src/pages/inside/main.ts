import type {
  MadeTake,
  MadeUp,
  MakeUp,
  Measured,
  MeasuredFloat,
  MeasuredGalley,
  SetCopy,
  SettingFault,
} from '../measured.js';
import { internalLinkOrigin } from '../pages.js';
import { Fonts } from './advances.js';
import { findColumnFloats } from './column-floats.js';
import { Items } from './cut.js';
import {
  type FloatGalley,
  floatHeight,
  giveNotes,
  inOrder,
  liftOut,
  liftWideTables,
  partsOf,
  spanningIn,
} from './floats.js';
import { type Galley, readGalley } from './galley.js';
import { returnToGrid } from './grid.js';
import { findTargets, inspectColumns } from './inspect.js';
import { PageMaker, type Stocks } from './make-up.js';
import { Marks } from './marks.js';
import { contextOf, measureGalley } from './measure-galley.js';
import { noteOf } from './note-of.js';
import { beginTake } from './series.js';
import { setParagraphs } from './set-galley.js';
import { setTables } from './set-tables.js';
import { isTurned, turnWideTables } from './turned-tables.js';

/** The tree that some HTML stands for. Undefined where it holds nothing. */
function treeOf(html: string): HTMLElement | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  const root = template.content.firstElementChild;
  return root instanceof HTMLElement ? document.adoptNode(root) : undefined;
}

function galleyRoot(html: string): HTMLElement {
  const root = treeOf(html) ?? document.createElement('div');
  root.classList.add('octavo-galley');
  return root;
}

/** Loads the fonts before anything asks for their widths, and for all of them at once. */
async function loadFonts(idleFamilies: readonly string[]): Promise<void> {
  const idle = new Set(idleFamilies);
  const needed = [...document.fonts].filter(({ family }) => !idle.has(unquoted(family)));
  await Promise.all(needed.map((face) => face.load()));
}

const unquoted = (family: string) => family.replace(/^(["'])(.*)\1$/, '$2');

/** Height with margins of something full-width, measured where nothing is beside it. */
function heightOf(element: HTMLElement | undefined, width: number): number {
  if (!element) return 0;
  const box = document.createElement('div');
  box.className = 'octavo-galley';
  box.style.width = `${width}px`;
  box.append(element);
  document.body.append(box);
  const { height } = box.getBoundingClientRect();
  box.remove();
  return height;
}

/** An image of some size can be shown; one too large to be decoded in one piece can be printed. */
const isShown = ({ complete, naturalWidth }: HTMLImageElement) => complete && naturalWidth > 0;

/**
 * What the first page cannot hold goes on in the text: the foot at its end, the last parts of the
 * opening at its beginning. True where it came to that.
 */
function moveOverflow(
  opening: HTMLElement | undefined,
  foot: HTMLElement | undefined,
  text: HTMLElement,
  { widths: { text: width, height }, take }: SetCopy,
): boolean {
  const fits = (...parts: (HTMLElement | undefined)[]) =>
    parts.reduce((sum, part) => sum + heightOf(part, width), 0) <= height;
  if (fits(opening, foot)) return false;
  if (foot && take.isLast) text.append(foot);
  const parts = document.createElement('div');
  while (opening?.lastElementChild && !fits(opening)) parts.prepend(opening.lastElementChild);
  if (parts.childElementCount && take.index === 0) text.prepend(parts);
  return true;
}

/** Waits for all images, and tells of those that cannot be shown. */
async function loadImages(): Promise<SettingFault[]> {
  const images = [...document.images];
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  const broken = images.filter((image) => !isShown(image));
  return broken.map((image) => ({
    kind: 'broken-image',
    text: image.alt || image.getAttribute('src') || '',
    ...placeOf(image),
  }));
}

/** The Document's block or note that an element stands in. */
function placeOf(element: Element): Pick<SettingFault, 'block' | 'note'> {
  const block = element.closest<HTMLElement>('[data-block]')?.dataset.block;
  const note = noteOf(element);
  return { block: block === undefined ? undefined : Number(block), note };
}

let stocks: Stocks | undefined;
let maker: PageMaker | undefined;

/** Notes stand in the order of their calls; those that nothing calls come last. */
function orderNotes(root: HTMLElement, called: readonly number[]): void {
  const notes = [...root.children];
  const isCalled = new Set(called);
  const rest = notes.flatMap((_, note) => (isCalled.has(note) ? [] : [note]));
  root.append(...[...called, ...rest].flatMap((note) => notes[note] ?? []));
}

/** Takes what spans the columns out of the text. */
function liftSpanning(text: Galley, candidates: readonly HTMLElement[]): FloatGalley[] {
  // Where nothing may span, no styles need be known yet.
  if (candidates.length === 0) return [];
  document.body.append(text.root);
  const spanning = spanningIn(candidates);
  text.root.remove();
  return spanning.flatMap((element) => liftOut(text, element) ?? []);
}

/** Notes that the opening calls belong to the first line of the text, before its own. */
function giveOpeningNotes(
  opening: HTMLElement | undefined,
  text: MeasuredGalley,
  called: Set<number>,
): void {
  const calls = [...(opening?.querySelectorAll<HTMLElement>('.note-call') ?? [])];
  for (const call of calls.reverse()) {
    const note = Number(call.dataset.note) - 1;
    if (called.has(note)) continue;
    called.add(note);
    text.blocks[0]?.notes.unshift([0, note]);
  }
}

/** Renumbers the text's notes by the order of their calls, and sees that none is lost. */
function callInOrder(text: MeasuredGalley, count: number, firstNote: number): number[] {
  const isOwn = (note: number) => note >= firstNote && note < firstNote + count;
  const called = text.blocks.flatMap(({ notes }) => notes.map(([, note]) => note));
  const known = called.filter(isOwn).map((note) => note - firstNote);
  let next = 0;
  for (const block of text.blocks) {
    block.notes = block.notes
      .filter(([, note]) => isOwn(note))
      .map(([item]) => [item, next++] as [number, number]);
  }
  const last = text.blocks.at(-1);
  while (last && next < count) last.notes.push([last.heights.length - 1, next++]);
  return known;
}

/** The notes' galley, part by part. */
function splitNotes(galley: Galley, measured: MeasuredGalley): MeasuredGalley[] {
  const notes: MeasuredGalley[] = [];
  galley.blocks.forEach((block, index) => {
    const found = measured.blocks[index];
    if (block.entered.some((element) => element.classList.contains('note'))) {
      notes.push({ blocks: [] });
    }
    if (found) notes.at(-1)?.blocks.push(found);
  });
  return notes;
}

const lengthsOf = ({ blocks }: MeasuredGalley) => blocks.map(({ heights }) => heights.length);

/** Sets a take in lines and measures it. */
export async function measure(copy: SetCopy): Promise<Measured> {
  const { widths, take } = copy;
  beginTake(take.index);
  document.title = copy.title;
  document.documentElement.lang = copy.lang;
  await loadFonts(copy.idleFamilies);
  const fonts = new Fonts();
  const faults: SettingFault[] = [];
  const opening = treeOf(copy.opening);
  const openingFoot = treeOf(copy.openingFoot);
  const textRoot = galleyRoot(copy.text);
  const openingFlows = moveOverflow(opening, openingFoot, textRoot, copy);
  const [text, notes, closing] = [textRoot, galleyRoot(copy.notes), galleyRoot(copy.closing)].map(
    (root) => readGalley(root),
  ) as [Galley, Galley, Galley];
  const settings = [
    { galley: text, width: widths.column, height: widths.height, fonts, faults },
    { galley: notes, width: widths.column, height: widths.height, fonts, faults },
    { galley: closing, width: widths.text, height: widths.height, fonts, faults },
  ];
  const mayFloat = widths.text > widths.column;
  const candidates = [...textRoot.querySelectorAll<HTMLElement>('figure, table, .wide')];
  const lifted = mayFloat ? liftSpanning(text, candidates) : [];
  setParagraphs(settings);
  if (mayFloat) lifted.push(...liftWideTables(text, widths.column));
  const floats = inOrder(lifted, candidates);
  const floatSettings = floats.map((galley) => ({
    galley,
    width: widths.text,
    height: widths.height,
    fonts,
    faults,
  }));
  setParagraphs(floatSettings);
  turnWideTables(floatSettings, { width: widths.text, height: widths.height });
  setTables([...settings, ...floatSettings]);
  faults.push(...(await loadImages()));

  const called = new Set<number>();
  const measuredText = measureGalley(text, { called });
  giveOpeningNotes(opening, measuredText, called);
  const floatParts: HTMLElement[] = [];
  const measuredFloats = floats.flatMap((galley): MeasuredFloat[] => {
    const after = galley.after ? text.blocks.indexOf(galley.after) : -1;
    const { blocks } = measureGalley(galley, { called });
    giveNotes(blocks, measuredText.blocks[Math.max(0, after)]);
    const isSideways = isTurned(galley.root);
    const parts = partsOf(galley, blocks, isSideways ? widths.text : widths.height);
    floatParts.push(...parts);
    return parts.map((part) => ({
      height: isSideways ? widths.height : floatHeight(part),
      after,
    }));
  });
  const columnFloats = findColumnFloats(text, measuredText);
  returnToGrid(text, measuredText);
  orderNotes(notes.root, callInOrder(measuredText, notes.root.childElementCount, take.firstNote));
  notes.blocks.sort(byPosition);
  const measuredNotes = measureGalley(notes, { called: new Set() });
  const measuredClosing = measureGalley(closing, { called });
  const eachNote = splitNotes(notes, measuredNotes);

  const rule = document.createElement('div');
  rule.className = 'note-rule';
  rule.ariaHidden = 'true';
  const continued = rule.cloneNode(true) as HTMLElement;
  continued.classList.add('continued');
  const result: Measured = {
    text: measuredText,
    notes: eachNote,
    closing: measuredClosing,
    floats: measuredFloats,
    openingHeight: heightOf(opening, widths.text),
    openingFootHeight: openingFlows ? 0 : heightOf(openingFoot, widths.text),
    openingFlows,
    ruleHeight: heightOf(rule, widths.column),
    continuedRuleHeight: heightOf(continued, widths.column),
    faults,
  };

  contextOf(text)?.remove();
  for (const { root } of [text, notes, closing]) root.remove();
  for (const part of floatParts) part.remove();
  let first = 0;
  const noteFirsts = eachNote.map((note) => {
    const own = first;
    first += lengthsOf(note).reduce((sum, length) => sum + length, 0);
    return own;
  });
  const stock = (galley: Galley, measured: MeasuredGalley) => ({
    galley,
    items: new Items(galley, lengthsOf(measured)),
  });
  stocks = {
    text: stock(text, measuredText),
    notes: stock(notes, measuredNotes),
    noteFirsts,
    closing: stock(closing, measuredClosing),
    floats: floatParts,
    columnFloats,
    gaps: {
      above: (block) => measuredText.blocks[block]?.gap,
      without: (block) => measuredText.blocks[block]?.gapWithoutFloats,
    },
    opening,
    openingFoot: openingFlows ? undefined : openingFoot,
    rule,
  };
  return result;
}

function byPosition(a: { element: HTMLElement }, b: { element: HTMLElement }): number {
  const position = a.element.compareDocumentPosition(b.element);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Links within the publication lead to a host of their own: see {@link internalLinkOrigin}. */
function leadLinksOut(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.href = `${internalLinkOrigin}${link.getAttribute('href')}`;
  }
}

/** Cuts the galleys into pages; what the next take goes on with is handed over. */
export function makeUp(order: MakeUp): MadeTake {
  if (!stocks) throw new Error('nothing is measured yet');
  maker = new PageMaker(stocks, order);
  maker.make();
  return { starts: maker.starts, handedOver: maker.handOver() };
}

/** Leaves nothing but the pages in the document, and tells what they came out as. */
export async function finish(): Promise<MadeUp> {
  if (!maker) throw new Error('nothing is made up yet');
  const { sheets, order } = maker;
  const marks = new Marks(order.lang);
  marks.addAll(sheets);
  document.body.replaceChildren(...sheets);
  // Handed over from the take before, they are loaded anew.
  await loadImages();
  leadLinksOut();
  const targets = findTargets(sheets, order.firstPage);
  return { targets, marks: marks.marks, ...inspectColumns(maker) };
}

/** Writes into the list of contents the folio that each of its entries has, by id. */
export function writeFolios(folios: Readonly<Record<string, string>>): void {
  for (const place of document.querySelectorAll<HTMLElement>('.contents-folio')) {
    place.textContent = folios[place.dataset.target ?? ''] ?? '';
  }
}
