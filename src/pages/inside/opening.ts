import type { MeasuredGalley, SetCopy } from '../measured.js';

/** Height with margins of something full-width, measured where nothing is beside it. */
export function heightOf(element: HTMLElement | undefined, width: number): number {
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

/**
 * What the first page cannot hold goes on in the text: the foot at its end, the last parts of the
 * opening at its beginning. True where it came to that.
 */
export function moveOverflow(
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
  if (parts.childElementCount && take.isFirst) text.prepend(parts);
  return true;
}

/** Notes that the opening calls belong to the first line of the text, before its own. */
export function giveOpeningNotes(
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
