import type { Element, Root } from 'hast';
import type { Report } from '../diagnostics/report.js';
import { tellerOf } from './accessibility.js';
import { headings, plainText } from './contents.js';
import { placeOf, type ShownFiles } from './places.js';

/** Headings of which nothing could stand in contents and bookmarks. */
export interface EmptyHeadings {
  text: Element[];
  colophon: Element[];
}

/** Makes paragraphs of the headings without words, which may call notes all the same; returns them. */
export function takeEmptyHeadings(tree: Root): Element[] {
  const empty = headings(tree).filter((heading) => plainText(heading) === '');
  for (const heading of empty) heading.tagName = 'p';
  return empty;
}

/** ISO 14289-1, 7.4.2: a heading is what people find their way by. */
export function reportEmptyHeadings(
  { text, colophon }: EmptyHeadings,
  files: ShownFiles,
  report: Report,
  isClaimed = false,
): void {
  const tell = tellerOf(report, isClaimed);
  const tellAll = (empty: readonly Element[], file: string) => {
    for (const heading of empty) {
      const calls = heading.children.length > 0;
      tell(
        'empty-heading',
        placeOf(heading, file),
        `The heading has no words${calls ? ' of its own' : ''}, so it stands in no contents and no bookmark leads to it`,
        'Give it words, or remove it',
      );
    }
  };
  tellAll(text, files.manuscript);
  tellAll(colophon, files.colophon ?? files.manuscript);
}
