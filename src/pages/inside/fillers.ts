import type { DropCap } from './drop-caps.js';

/** Canvas and layout differ by less than this in a line (px). */
export const safety = 0.5;

export const fillerClass = 'octavo-filler';

/** Fills up what is left of a line: for the engine, all lines are justified. */
export function fillerOf(width: number): HTMLElement {
  const filler = document.createElement('span');
  filler.className = fillerClass;
  filler.ariaHidden = 'true';
  filler.style.width = `${Math.max(0, Math.floor((width + safety) * 64) / 64)}px`;
  return filler;
}

/** Keeps the room free that an initial takes from a line after the first. */
export function spaceBeside({ width }: DropCap): HTMLElement {
  const space = document.createElement('span');
  space.className = fillerClass;
  space.ariaHidden = 'true';
  space.style.width = `${width}px`;
  return space;
}
