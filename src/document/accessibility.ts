import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { headingLevel, headings, plainText } from './contents.js';
import type { OctavoDocument } from './document.js';
import { placeOf, type ShownFiles } from './places.js';

function elementsOf(tree: Nodes, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, { type: 'element', tagName: name }, (element: Element) => {
    found.push(element);
  });
  return found;
}

type Check = 'alternative-text' | 'table-headers' | 'heading-level' | 'empty-heading';
/** Tells of one fault: a warning, or an error where an edition would say falsely that it is accessible. */
type Tell = (check: Check, place: Place, message: string, remedy: string) => void;

export function tellerOf(report: Report, isClaimed: boolean): Tell {
  return (check, place, message, remedy) => {
    if (!isClaimed) report.add(`document/${check}`, place, { message, remedy });
    else {
      report.add(`pdf/${check}`, place, {
        message,
        remedy: `${remedy}; or set \`accessible: false\`, and the PDF will not say that it is accessible`,
      });
    }
  };
}

/** An image without a description counts as ornament; one that has a caption is none. */
function checkFigures(tree: Nodes, file: string, tell: Tell): void {
  for (const figure of elementsOf(tree, 'figure')) {
    if (elementsOf(figure, 'figcaption').length === 0) continue;
    for (const image of elementsOf(figure, 'img')) {
      if (String(image.properties.alt ?? '').trim() !== '') continue;
      tell(
        'alternative-text',
        placeOf(image, file),
        `The image “${image.properties.src}” has a caption, but no description for those who do not see it`,
        'Say between the brackets what it shows: `![what it shows](image.png "Caption")`',
      );
    }
  }
}

function checkTables(tree: Nodes, file: string, tell: Tell): void {
  for (const table of elementsOf(tree, 'table')) {
    if (elementsOf(table, 'th').length > 0) continue;
    tell(
      'table-headers',
      placeOf(table, file),
      `The table ${nameOf(table)} has no header cells`,
      'Give the table a header row',
    );
  }
}

/** A table's caption, or how its cells begin. */
function nameOf(table: Element): string {
  const [caption] = elementsOf(table, 'caption');
  const words = (caption ? [caption] : elementsOf(table, 'td')).map((part) => textOf(part));
  const name = words.join(' ').replace(/\s+/g, ' ').trim().slice(0, 40);
  return caption ? `“${name}”` : `that begins “${name}”`;
}

/** WCAG 2.2, 2.4.4: a link says where it leads, by its words or by its image's. */
function checkLinkTexts(tree: Nodes, file: string, report: Report): void {
  for (const link of elementsOf(tree, 'a')) {
    const { href } = link.properties;
    if (href === undefined || plainText(link) !== '') continue;
    report.add('document/link-text', placeOf(link, file), {
      message: `The link to “${href}” has no words: nobody is told where it leads`,
      remedy: 'Say between the brackets where it leads, or describe the image in it',
    });
  }
}

/** ISO 14289-1, 7.4.2: headings descend one level at a time; the title has the first. */
function checkHeadings({ body }: OctavoDocument, file: string, tell: Tell): void {
  let last = 1;
  for (const heading of headings(body)) {
    const level = headingLevel(heading);
    if (level > last + 1) {
      tell(
        'heading-level',
        placeOf(heading, file),
        `The heading “${textOf(heading)}” stands ${level - last} levels below ${last === 1 ? 'the title' : 'the heading before it'}`,
        'Use heading levels without leaving one out',
      );
    }
    last = level;
  }
}

/**
 * What readers who listen, or find their way by headings, would miss in every edition. Where an
 * edition is to say that it is accessible (`isClaimed`), these are errors: the claim would be false.
 */
export function checkAccessibility(
  document: OctavoDocument,
  { manuscript, colophon = manuscript }: ShownFiles,
  report: Report,
  isClaimed = false,
): void {
  const tell = tellerOf(report, isClaimed);
  const texts: Nodes[] = [document.body, ...document.notes.flatMap(({ content }) => content)];
  for (const tree of texts) {
    checkFigures(tree, manuscript, tell);
    checkTables(tree, manuscript, tell);
    checkLinkTexts(tree, manuscript, report);
  }
  checkHeadings(document, manuscript, tell);
  if (!document.colophon) return;
  checkFigures(document.colophon, colophon, tell);
  checkTables(document.colophon, colophon, tell);
  checkLinkTexts(document.colophon, colophon, report);
}
