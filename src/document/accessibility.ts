import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.js';
import { headingLevel, headings } from './contents.js';
import type { OctavoDocument } from './document.js';
import { placeOf, type ShownFiles } from './places.js';

function elementsOf(tree: Nodes, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, { type: 'element', tagName: name }, (element: Element) => {
    found.push(element);
  });
  return found;
}

/** An image without a description counts as ornament; one that has a caption is none. */
function checkFigures(tree: Nodes, file: string, report: Report): void {
  for (const figure of elementsOf(tree, 'figure')) {
    if (elementsOf(figure, 'figcaption').length === 0) continue;
    for (const image of elementsOf(figure, 'img')) {
      if (String(image.properties.alt ?? '').trim() !== '') continue;
      report.add('document/alternative-text', placeOf(image, file), {
        message: `The image “${image.properties.src}” has a caption, but no description for those who do not see it`,
        remedy: 'Say between the brackets what it shows: `![what it shows](image.png "Caption")`',
      });
    }
  }
}

function checkTables(tree: Nodes, file: string, report: Report): void {
  for (const table of elementsOf(tree, 'table')) {
    if (elementsOf(table, 'th').length > 0) continue;
    const name = textOf(table).replace(/\s+/g, ' ').trim().slice(0, 40);
    report.add('document/table-headers', placeOf(table, file), {
      message: `The table that begins “${name}” has no header cells`,
      remedy: 'Give the table a header row',
    });
  }
}

/** ISO 14289-1, 7.4.2: headings descend one level at a time; the title has the first. */
function checkHeadings({ body }: OctavoDocument, file: string, report: Report): void {
  let last = 1;
  for (const heading of headings(body)) {
    const level = headingLevel(heading);
    if (level > last + 1) {
      report.add('document/heading-level', placeOf(heading, file), {
        message: `The heading “${textOf(heading)}” stands ${level - last} levels below ${last === 1 ? 'the title' : 'the heading before it'}`,
        remedy: 'Use heading levels without leaving one out',
      });
    }
    last = level;
  }
}

/** What readers who listen, or find their way by headings, would miss in every edition. */
export function checkAccessibility(
  document: OctavoDocument,
  { manuscript, colophon = manuscript }: ShownFiles,
  report: Report,
): void {
  const texts: Nodes[] = [document.body, ...document.notes.flatMap(({ content }) => content)];
  for (const tree of texts) {
    checkFigures(tree, manuscript, report);
    checkTables(tree, manuscript, report);
  }
  checkHeadings(document, manuscript, report);
  if (!document.colophon) return;
  checkFigures(document.colophon, colophon, report);
  checkTables(document.colophon, colophon, report);
}
