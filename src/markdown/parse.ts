import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';
import type { SourceText } from '../publication/publication.js';
import { checkAttributes } from './blocks/check-attributes.js';
import { directives } from './blocks/directives.js';
import { extraCells } from './blocks/extra-cells.js';
import { figures } from './blocks/figures.js';
import { formulaBlocks, unclosedFormulas } from './blocks/formula-blocks.js';
import { gridTables } from './blocks/grid-tables.js';
import { headingAttributes } from './blocks/headings.js';
import { imageAttributes, imageSizes } from './blocks/image-attributes.js';
import { imageReferences } from './blocks/image-references.js';
import { citationDefinitions } from './blocks/link-definitions.js';
import { pageReferences } from './blocks/page-references.js';
import { pandocFences } from './blocks/pandoc-fences.js';
import { bracketedSpans } from './blocks/spans.js';
import { tableCaptions } from './blocks/table-captions.js';
import { trailingBreaks } from './blocks/trailing-breaks.js';
import { unclosedBrackets } from './blocks/unclosed-brackets.js';
import { undefinedLinks } from './blocks/undefined-links.js';
import { keepVerseIndents } from './blocks/verse-indents.js';
import { checkDepth, withinDepth } from './depth.js';
import { addFew } from './few-findings.js';
import { rawHtml } from './html/raw-html.js';
import { notes } from './notes/notes.js';
import { undefinedCalls } from './notes/undefined-calls.js';
import { parseMarkdown } from './parser.js';
import {
  type SourceBlock,
  type SourceDefinitions,
  sourceBlocks,
  sourceDefinitions,
} from './source-blocks.js';

/** Front matter as blank lines of the same length: positions stay those of the file. */
function blankBefore(text: string, bodyLine: number): string {
  const start = offsetOfLine(text, bodyLine);
  return text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start);
}

/** UTF-16 offset of a line's first character. */
export function offsetOfLine(text: string, line: number): number {
  const endings = text.matchAll(/\r\n|\r|\n/g);
  let left = line - 1;
  if (left <= 0) return 0;
  for (const { 0: ending, index } of endings) {
    left -= 1;
    if (left === 0) return index + ending.length;
  }
  return text.length;
}

/** What tells which part of a manuscript that was read an edit concerns. */
export interface ManuscriptText {
  /** What was parsed: front matter as blank lines, pandoc's fences as directives, indents of verse kept. */
  text: string;
  /** The blocks of {@link text}, before any transform. */
  blocks: SourceBlock[];
  definitions: SourceDefinitions;
  /** All there is to tell of its fences, then all there is to tell of the parsed text. */
  findings: { fences: readonly Diagnostic[]; text: readonly Diagnostic[] };
}

/** A manuscript's body as it was read. */
export interface ReadManuscript extends ManuscriptText {
  root: Root;
}

/**
 * The body of a manuscript as mdast, with every transform of this folder run on it.
 * @throws Failure where elements stand too deep in each other.
 * @param bodyLine Line on which the body starts, from 1; what stands before it is skipped.
 */
export function parseManuscript(source: SourceText, bodyLine: number, report: Report): Root {
  return readManuscript(source, bodyLine, report).root;
}

/** As {@link parseManuscript}, and what it was made of. */
export function readManuscript(
  source: SourceText,
  bodyLine: number,
  report: Report,
): ReadManuscript {
  const [fences, findings] = [new Report(), new Report()];
  try {
    return withinDepth(source.text, source.shown, () => {
      const text = preparedText(source, bodyLine, fences);
      const told = { fences: fences.diagnostics, text: findings.diagnostics };
      return { text, findings: told, ...readText({ ...source, text }, findings) };
    });
  } finally {
    addFew([...fences.diagnostics, ...findings.diagnostics], report);
  }
}

/** What the parser is given of a manuscript: as long as it is, line by line. */
export function preparedText(source: SourceText, bodyLine: number, report: Report): string {
  return keepVerseIndents(pandocFences(blankBefore(source.text, bodyLine), source.shown, report));
}

/** Parses a prepared text and runs every transform on its tree. */
export function readText(
  source: SourceText,
  report: Report,
): Pick<ReadManuscript, 'root' | 'blocks' | 'definitions'> {
  const root = parseMarkdown(source.text);
  const parsed = { root, blocks: sourceBlocks(root), definitions: sourceDefinitions(root) };
  checkDepth(root, source.shown);
  // Most texts have no image: a book's words need not be looked through for some.
  const holdsImages = /!\[|<img/i.test(source.text);
  if (holdsImages) {
    imageReferences(root);
    imageAttributes(root, source.text);
  }
  // Captions are part of the text to all that follows.
  figures(root, source.text);
  undefinedCalls(root, source, report);
  undefinedLinks(root, source, report);
  unclosedBrackets(root, source, report);
  unclosedFormulas(root, source, report);
  gridTables(root, source, report);
  extraCells(root, source.shown, report);
  citationDefinitions(root, source.shown, report);
  headingAttributes(root, source.text);
  bracketedSpans(root, source.text);
  pageReferences(root);
  directives(root, source.shown, report);
  trailingBreaks(root);
  rawHtml(root, source.shown, report);
  if (holdsImages) imageSizes(root, source.shown, report);
  checkAttributes(root, source.shown, report);
  notes(root, source.shown, report);
  formulaBlocks(root);
  tableCaptions(root, source.shown, report);
  return parsed;
}
