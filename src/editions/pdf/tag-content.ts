import { readContent } from '../pdf-file/content.js';
import { ContentEdits } from '../pdf-file/content-edits.js';

/** What a marked-content sequence becomes: content of a structure element, or an artifact. */
export type Fate = { role: string } | { artifact: string };

/** Tags of a form: none, sequences inside it, or one sequence around it. */
export type FormTags = 'none' | 'inside' | { mcid: number };

/** Rules, tints, backgrounds. */
export const layoutArtifact = '/Artifact BMC';

/** Running heads, folios, marginal strips. */
export function paginationArtifact(subtype?: string): string {
  const known =
    subtype && /^(Header|Footer|Watermark)$/.test(subtype) ? ` /Subtype /${subtype}` : '';
  return `/Artifact <</Type /Pagination${known}>> BDC`;
}

const structural = new Set(['BDC', 'BMC', 'EMC', 'BT', 'ET']);
const startsPath = new Set(['m', 're']);
const paintsPath = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const showsText = new Set(['Tj', 'TJ', "'", '"']);

/**
 * Rewrites the marked content of a stream: every sequence gets the tag of its element or becomes
 * an artifact, and whatever is painted outside of all sequences becomes an artifact too
 * (ISO 14289-1, 7.1: real content is tagged, all else is artifact).
 *
 * `showsTags` tells of a form, by its resource name, how it is tagged: one that holds sequences of
 * its own stays outside of artifacts.
 */
export function tagContent(
  bytes: Uint8Array,
  fateOf: (mcid: number) => Fate | undefined,
  showsTags: (form: string) => FormTags,
): Uint8Array {
  const edits = new ContentEdits(bytes);
  let depth = 0;
  let artifact: 'none' | 'graphics' | 'text' = 'none';
  let inText = false;
  let pathStart: number | undefined;
  const close = (at: number) => {
    if (artifact !== 'none') edits.insert(at, at < bytes.length ? 'EMC\n' : '\nEMC\n');
    artifact = 'none';
  };
  const open = (at: number, kind: 'graphics' | 'text') => {
    if (artifact === kind) return;
    close(at);
    edits.insert(at, `${kind === 'text' ? paginationArtifact() : layoutArtifact}\n`);
    artifact = kind;
  };
  const beginTag = (mcid: number) => {
    const fate = fateOf(mcid) ?? { artifact: layoutArtifact };
    return 'role' in fate ? `/${fate.role} <</MCID ${mcid}>> BDC` : fate.artifact;
  };
  readContent(bytes, ({ operator, operands, start, end }) => {
    // Nearly all operators move or show text inside of tags.
    if (depth > 0 && !structural.has(operator)) return;
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = operator === 'BDC' && /\/MCID\s+(\d+)/.exec(operands.source(1))?.[1];
      // What only says how glyphs read (`Span` with ActualText) is part of what surrounds it.
      if (mcid || operands.name(0) === 'Artifact') close(start);
      else if (depth === 0) open(start, inText ? 'text' : 'graphics');
      depth++;
      if (mcid) {
        edits.replace(start, end, beginTag(Number(mcid)));
      }
    } else if (operator === 'EMC') depth--;
    else if (operator === 'BT') {
      // An artifact around graphics may not reach into a text object.
      close(start);
      inText = true;
    } else if (operator === 'ET') {
      close(start);
      inText = false;
    } else if (depth > 0) return;
    else if (showsText.has(operator)) open(start, 'text');
    else if (startsPath.has(operator)) pathStart ??= start;
    else if (operator === 'n') pathStart = undefined;
    else if (paintsPath.has(operator)) {
      // It opens before the path: no operator may stand between a path and its painting.
      open(pathStart ?? start, 'graphics');
      pathStart = undefined;
    } else if (operator === 'Do') {
      const tags = showsTags(operands.name(0) ?? '');
      if (tags === 'none') open(start, 'graphics');
      else close(start);
      if (typeof tags === 'string') return;
      edits.insert(start, `${beginTag(tags.mcid)} `);
      edits.insert(end, ' EMC');
    } else if (operator === 'sh' || operator === 'BI') open(start, 'graphics');
  });
  close(bytes.length);
  return edits.apply();
}

/** Takes the sequences with an MCID out of a form that is tagged from outside. */
export function untagContent(bytes: Uint8Array): Uint8Array {
  const edits = new ContentEdits(bytes);
  const open: boolean[] = [];
  readContent(bytes, ({ operator, operands, start, end }) => {
    if (operator === 'BDC' || operator === 'BMC') {
      const isTag = operator === 'BDC' && /\/MCID\s+\d+/.test(operands.source(1));
      open.push(isTag);
      if (isTag) edits.replace(start, end, '');
    } else if (operator === 'EMC' && open.pop()) edits.replace(start, end, '');
  });
  return edits.apply();
}
