/** Index, from 0, of the note that an element stands in: notes are named by their place among all. */
export function noteOf(element: Element): number | undefined {
  const place = /^note-(\d+)$/.exec(element.closest('.note')?.id ?? '')?.[1];
  return place === undefined ? undefined : Number(place) - 1;
}
