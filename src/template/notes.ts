import type { NoteWishes } from '../publication/note-wishes.js';
import type { PageGeometry } from './template.js';

/** A template's notes as a publication wants them. Several columns stand at the foot of the page. */
export function notesAsWished(page: PageGeometry, wishes: NoteWishes): PageGeometry {
  const { notes } = page;
  const columns = wishes.columns ?? (wishes.area === 'column' ? 1 : notes.columns);
  const area = wishes.area ?? (columns > 1 ? 'page' : notes.area);
  return { ...page, notes: { ...notes, area, columns } };
}
