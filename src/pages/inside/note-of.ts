import { stripMarkers } from '../../typography/markers.js';

/** Index, from 0, of the note that an element stands in. */
export function noteOf(element: Element): number | undefined {
  const number = element.closest('.note')?.querySelector('.note-number')?.textContent;
  return number ? Number(stripMarkers(number)) - 1 : undefined;
}
