import type { SetCopy, SettingFault } from '../measured.js';
import { Fonts } from './advances.js';
import { fitFigures } from './fit-figures.js';
import { type FloatGalley, inOrder, liftOut, liftWideTables, spanningIn } from './floats.js';
import { type Galley, readGalley } from './galley.js';
import { loadImages } from './images.js';
import { moveOverflow } from './opening.js';
import { setParagraphs } from './set-galley.js';
import { setTables } from './set-tables.js';
import { turnWideTables } from './turned-tables.js';

/** A take in lines, standing in the page. */
export interface TakeInLines {
  text: Galley;
  notes: Galley;
  closing: Galley;
  /** What is as wide as the type area, out of its place in the text. */
  floats: FloatGalley[];
  opening: HTMLElement | undefined;
  openingFoot: HTMLElement | undefined;
  /** The first page cannot hold the opening: parts of it stand in the text. */
  openingFlows: boolean;
  faults: SettingFault[];
}

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

/** Takes what spans the columns out of the text. */
function liftSpanning(text: Galley, candidates: readonly HTMLElement[]): FloatGalley[] {
  // Where nothing may span, no styles need be known yet.
  if (candidates.length === 0) return [];
  document.body.append(text.root);
  const spanning = spanningIn(candidates);
  text.root.remove();
  return spanning.flatMap((element) => liftOut(text, element) ?? []);
}

/** Sets a take in lines. */
export async function setTake(copy: SetCopy): Promise<TakeInLines> {
  const { widths } = copy;
  await loadFonts(copy.idleFamilies);
  const opening = treeOf(copy.opening);
  const openingFoot = treeOf(copy.openingFoot);
  const textRoot = galleyRoot(copy.text);
  const openingFlows = moveOverflow(opening, openingFoot, textRoot, copy);
  const text = readGalley(textRoot);
  const notes = readGalley(galleyRoot(copy.notes));
  const closing = readGalley(galleyRoot(copy.closing));
  const faults: SettingFault[] = [];
  const common = { height: widths.height, fonts: new Fonts(), faults };
  const settings = [
    { galley: text, width: widths.column, ...common },
    { galley: notes, width: widths.note, ...common },
    { galley: closing, width: widths.text, ...common },
  ];
  const mayFloat = widths.text > widths.column;
  const candidates = [...textRoot.querySelectorAll<HTMLElement>('figure, table, .wide')];
  const lifted = mayFloat ? liftSpanning(text, candidates) : [];
  for (const { galley } of settings) galley.root.classList.add('octavo-settled');
  setParagraphs(settings);
  if (mayFloat) lifted.push(...liftWideTables(text, widths.column));
  const floats = inOrder(lifted, candidates);
  const floatSettings = floats.map((galley) => ({ galley, width: widths.text, ...common }));
  setParagraphs(floatSettings);
  turnWideTables(floatSettings, { width: widths.text, height: widths.height });
  setTables([...settings, ...floatSettings]);
  faults.push(...(await loadImages()));
  const roots = [...settings, ...floatSettings].map(({ galley }) => galley.root);
  fitFigures(roots, widths.height);
  return { text, notes, closing, floats, opening, openingFoot, openingFlows, faults };
}
