/** Where notes stand in pages: at the foot of the column of their call, or together at the page's. */
export const noteAreas = ['column', 'page'] as const;
export type NoteAreaName = (typeof noteAreas)[number];

/** The most columns that the notes of a page are set in. */
export const mostNoteColumns = 4;

/** What a publication asks for its notes in place of its template. */
export interface NoteWishes {
  area?: NoteAreaName;
  columns?: number;
}
