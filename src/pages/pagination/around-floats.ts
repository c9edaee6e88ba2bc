import type { PageFloat } from './floats.js';
import type { Flow, PageModel } from './model.js';

/** Share of a page's columns that floats may take beside text; what is higher stands alone. */
export const mostOfPage = 0.7;

/** The same where notes that a float calls are to stand beside it, and more than these have room. */
const mostBesideNotes = 0.85;

/** Lines of text that stand over the notes of a higher float. */
const linesOverNotes = 2;

/** px that floats take from the columns of each page that has any. */
export function takenOn(
  floats: readonly PageFloat[],
  pages: readonly number[],
): Map<number, number> {
  const taken = new Map<number, number>();
  pages.forEach((page, float) => {
    taken.set(page, (taken.get(page) ?? 0) + (floats[float]?.height ?? 0));
  });
  return taken;
}

/** px that the notes of floats take, a few lines over them included, by the page of these. */
function noteRoomOn(
  floats: readonly PageFloat[],
  pages: readonly number[],
  { noteSeparator, leading = 0 }: PageModel,
  flow: Flow,
): Map<number, number> {
  const room = new Map<number, number>();
  floats.forEach(({ notes = [] }, float) => {
    const page = pages[float];
    if (page === undefined || notes.length === 0) return;
    const lines = notes.flatMap((note) => flow.notes[note]?.items ?? []);
    const own = lines.reduce((sum, { gap, height }) => sum + gap + height, 0);
    room.set(page, (room.get(page) ?? noteSeparator + linesOverNotes * leading) + own);
  });
  return room;
}

/**
 * The pages with what floats leave of their columns.
 *
 * @param noted The flow, where notes may stand beside a high float that calls them.
 */
export function modelAround(
  floats: readonly PageFloat[],
  pages: readonly number[],
  model: PageModel,
  noted?: Flow,
): PageModel {
  const taken = takenOn(floats, pages);
  const noteRoom = noted ? noteRoomOn(floats, pages, model, noted) : new Map<number, number>();
  return {
    ...model,
    alikeFrom: Math.max(model.alikeFrom ?? 0, ...pages.map((page) => page + 1)),
    shapeOf(page) {
      const whole = model.shapeOf(page);
      const height = taken.get(page);
      if (height === undefined) return whole;
      // A strip of a few lines beside a high float is no place for text, but for that of its notes.
      const highest = Math.max(0, ...whole);
      const notes = noteRoom.get(page);
      const isBeside =
        notes === undefined
          ? height <= highest * mostOfPage
          : height <= Math.max(highest * mostBesideNotes, highest - notes);
      return isBeside ? whole.map((column) => column - height) : [];
    },
  };
}
