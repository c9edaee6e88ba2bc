import type { Root } from 'mdast';
import { Report } from '../diagnostics/report.js';
import type { SourceText } from '../publication/publication.js';
import { directives } from './blocks/directives.js';
import { extraCells } from './blocks/extra-cells.js';
import { figures } from './blocks/figures.js';
import { formulaBlocks, unclosedFormulas } from './blocks/formula-blocks.js';
import { headingAttributes } from './blocks/headings.js';
import { citationDefinitions } from './blocks/link-definitions.js';
import { pageReferences } from './blocks/page-references.js';
import { pandocFences } from './blocks/pandoc-fences.js';
import { bracketedSpans } from './blocks/spans.js';
import { tableCaptions } from './blocks/table-captions.js';
import { undefinedLinks } from './blocks/undefined-links.js';
import { checkDepth, withinDepth } from './depth.js';
import { addFew } from './few-findings.js';
import { rawHtml } from './html/raw-html.js';
import { notes } from './notes/notes.js';
import { undefinedCalls } from './notes/undefined-calls.js';
import { parseMarkdown } from './parser.js';

/** Front matter as blank lines of the same length: positions stay those of the file. */
function blankBefore(text: string, bodyLine: number): string {
  const start = offsetOfLine(text, bodyLine);
  return text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start);
}

function offsetOfLine(text: string, line: number): number {
  const endings = text.matchAll(/\r\n|\r|\n/g);
  let left = line - 1;
  if (left <= 0) return 0;
  for (const { 0: ending, index } of endings) {
    left -= 1;
    if (left === 0) return index + ending.length;
  }
  return text.length;
}

/**
 * The body of a manuscript as mdast, with every transform of this folder run on it.
 * @throws Failure where elements stand too deep in each other.
 * @param bodyLine Line on which the body starts, from 1; what stands before it is skipped.
 */
export function parseManuscript(source: SourceText, bodyLine: number, report: Report): Root {
  const findings = new Report();
  try {
    return withinDepth(source.text, source.shown, () => read(source, bodyLine, findings));
  } finally {
    addFew(findings.diagnostics, report);
  }
}

function read(written: SourceText, bodyLine: number, report: Report): Root {
  const body = blankBefore(written.text, bodyLine);
  const source = { ...written, text: pandocFences(body, written.shown, report) };
  const root = parseMarkdown(source.text);
  checkDepth(root, source.shown);
  undefinedCalls(root, source, report);
  undefinedLinks(root, source, report);
  unclosedFormulas(root, source.shown, report);
  extraCells(root, source.shown, report);
  citationDefinitions(root, source.shown, report);
  headingAttributes(root, source.text);
  bracketedSpans(root, source.text);
  pageReferences(root);
  directives(root, source.shown, report);
  rawHtml(root, source.shown, report);
  notes(root, source.shown, report);
  formulaBlocks(root);
  figures(root);
  tableCaptions(root, source.shown, report);
  return root;
}
