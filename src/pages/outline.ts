import type { ContentsEntry, OctavoDocument } from '../document/document.js';
import type { OutlineEntry, Spot } from './pages.js';

/** The title and all headings, with where they stand. */
export function outlineOf(
  document: OctavoDocument,
  targets: Readonly<Record<string, Spot>>,
): OutlineEntry[] {
  const entries: OutlineEntry[] = [
    { title: document.metadata.title, level: 1, target: { page: 0, x: 0, y: 0 } },
  ];
  const add = ({ id, text, level, children }: ContentsEntry): void => {
    const target = Object.hasOwn(targets, id) ? targets[id] : undefined;
    if (target) entries.push({ title: text, level, target, id });
    children.forEach(add);
  };
  document.contents.forEach(add);
  const { referencesTitle, referencesId } = document;
  if (referencesTitle && referencesId) {
    add({ id: referencesId, text: referencesTitle, level: 2, content: [], children: [] });
  }
  return entries;
}
