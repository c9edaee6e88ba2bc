import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { placeAgain } from '../citations/index.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';
import { replaceBlocks } from '../document/again/replace-blocks.js';
import { Shift } from '../document/again/shift.js';
import { setFormulas } from '../document/formulas.js';
import {
  addFew,
  findStretch,
  movedFindings,
  movedPlace,
  offsetOfLine,
  preparedText,
  type ReadStretch,
  readStretch,
  type Stretch,
  withStretch,
} from '../markdown/index.js';
import type { Publication, SourceText } from '../publication/publication.js';
import { citingOf } from './cite-text.js';
import { imageSources } from './image-sources.js';
import type { KeptSession } from './kept-session.js';
import { shownFiles } from './shown-files.js';
import type { StructureRequest } from './structure-request.js';
import type { EditableStructure } from './structure-whole.js';

/** The structure of a version of a publication, and all findings that were made of it, in their order. */
export interface KnownVersion {
  whole: EditableStructure;
  findings: readonly Diagnostic[];
}

/** A version that is the one before but for an edit, and how much of it was made anew. */
export interface EditedVersion extends KnownVersion {
  /** Blocks of the highest level. */
  blocks: number;
}

/**
 * Makes the structure of a publication whose manuscript alone was edited, where the edit is one
 * whose consequences stay within a few blocks of the highest level.
 *
 * @returns undefined, and nothing changed, where they may go further
 */
export async function structureAgain(
  { whole, findings }: KnownVersion,
  request: StructureRequest,
  session: KeptSession,
): Promise<EditedVersion | undefined> {
  const { manuscript, bodyLine } = request.publication;
  const fences = new Report();
  const text = preparedText(manuscript, bodyLine, fences);
  const read = {
    ...whole.read,
    findings: { ...whole.read.findings, fences: fences.diagnostics },
  };
  const rest = findings.slice(whole.findingCounts.parsed);
  if (text === read.text) return withFindings({ ...whole, read }, rest, 0);

  const stretch = findStretch(read, text, offsetOfLine(text, bodyLine), bodyLine);
  if (
    !stretch ||
    [...rest, ...read.findings.text].some((one) => concerns(one, stretch, manuscript))
  ) {
    return undefined;
  }
  const source = { ...manuscript, text };
  const again = readStretch(read, source, stretch);
  if (!again) return undefined;
  const replaced = await withBlocks(whole, { request, session }, stretch, again);
  if (!replaced) return undefined;
  const next = { ...replaced.whole, read: withStretch(read, source, stretch, again) };
  return withFindings(next, movedFindings(rest, stretch, manuscript.shown), replaced.blocks);
}

/** Puts blocks that were read again in the place of the old ones. */
async function withBlocks(
  whole: EditableStructure,
  { request, session }: { request: StructureRequest; session: KeptSession },
  stretch: Stretch,
  again: ReadStretch,
): Promise<{ whole: EditableStructure; blocks: number } | undefined> {
  const { publication, claimsAccessibility, dropCaps } = request;
  const { structured, built, placed: kept } = whole;
  const { start, oldEnd, newEnd, linesMore, isLast } = stretch;
  const { root } = again;
  if (!kept || structured.notesAlone || !saysAnything(root)) return undefined;
  if (namesImages(whole, stretch, root, publication)) return undefined;
  const after = new Shift(oldEnd, newEnd - oldEnd, linesMore);
  const place = { root, start, end: oldEnd, moved: after.offsets };
  const citing = citingOf(publication, whole.cited.bibliography, structured.citingBy, session);
  const placed = placeAgain(place, kept, citing);
  if (!placed || !(await formulasStandAlone(whole, stretch, root, publication))) return undefined;
  const files = shownFiles(publication);
  const { metadata } = publication;
  const parts = { text: root, metadata, files, claimsAccessibility, dropCaps };
  const replaced = replaceBlocks(built, { ...parts, start, after, isLast });
  if (!replaced) return undefined;
  const { document, blocks } = replaced;
  const old = structured.citations.citations;
  for (const { source } of old) after.position(source);
  const citations = old.toSpliced(placed.first, placed.placed.length, ...placed.placed);
  const next: EditableStructure = {
    ...whole,
    structured: { ...structured, document, citations: { ...structured.citations, citations } },
    placed: placed.kept,
    built: { ...built, document },
    sources: whole.sources.map((image) => movedPlace(image, stretch, files.manuscript)),
  };
  return { whole: next, blocks };
}

/** A structure with its findings, those of its text and the rest; undefined where they end the work. */
function withFindings(
  whole: EditableStructure,
  rest: readonly Diagnostic[],
  blocks: number,
): EditedVersion | undefined {
  const report = new Report();
  addFew([...whole.read.findings.fences, ...whole.read.findings.text], report);
  if (report.hasErrors) return undefined;
  const parsed = report.diagnostics.length;
  const { beforeImages, afterImages } = whole.findingCounts;
  const more = parsed - whole.findingCounts.parsed;
  return {
    whole: {
      ...whole,
      findingCounts: { parsed, beforeImages: beforeImages + more, afterImages: afterImages + more },
    },
    findings: [...report.diagnostics, ...rest],
    blocks,
  };
}

/** Whether reading a stretch again may make a finding or take it away, or moves lines that it names. */
function concerns(
  { rule, place, message }: Diagnostic,
  stretch: Stretch,
  source: SourceText,
): boolean {
  if (rule === 'publication/empty') return true;
  if (stretch.linesMore !== 0 && /\bline \d/.test(message)) return true;
  return isInside(place, stretch, source);
}

/** Whether a place is in the old version of a stretch. */
function isInside(
  { file, line: at = 0 }: Place,
  { line, oldNextLine, isLast }: Stretch,
  { shown }: SourceText,
): boolean {
  return file === shown && at >= line && (isLast || at < oldNextLine);
}

function saysAnything(root: Root): boolean {
  return textOf(root).trim() !== '';
}

function namesImages(
  { sources }: EditableStructure,
  stretch: Stretch,
  root: Root,
  publication: Publication,
): boolean {
  return (
    sources.some(({ place }) => isInside(place, stretch, publication.manuscript)) ||
    imageSources(publication, root, undefined).length > 0
  );
}

/** Sets the formulas of a stretch, where none of the text depends on another. */
async function formulasStandAlone(
  { formulasApart, read }: EditableStructure,
  { start, oldEnd }: Stretch,
  root: Root,
  { manuscript }: Publication,
): Promise<boolean> {
  const report = new Report();
  const areApart = await setFormulas([{ tree: root, shown: manuscript.shown }], report);
  if (!areApart || report.diagnostics.length > 0) return false;
  if (formulasApart) return true;
  let holdsFormula = false;
  visit(root, 'formula', () => {
    holdsFormula = true;
  });
  return !holdsFormula && !read.text.slice(start, oldEnd).includes('$');
}
