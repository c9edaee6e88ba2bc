import { type Instruction, readContent } from '../pdf-file/content.js';
import { ContentEdits } from '../pdf-file/content-edits.js';
import { mcidIn, pathPainting, textShowing } from '../pdf-file/operators.js';
import type { TextSequence } from '../pdf-file/text-sequences.js';

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

/**
 * Rewrites the marked content of a stream: every sequence gets the tag of its element or becomes
 * an artifact, and whatever is painted outside of all sequences becomes an artifact too
 * (ISO 14289-1, 7.1: real content is tagged, all else is artifact).
 *
 * `showsTags` tells of a form, by its resource name, how it is tagged: one that holds sequences of
 * its own stays outside of artifacts. `texts`: sequences that hold nothing but text.
 */
export function tagContent(
  bytes: Uint8Array,
  fateOf: (mcid: number) => Fate | undefined,
  showsTags: (form: string) => FormTags,
  texts: readonly TextSequence[] = [],
): Uint8Array {
  return new ContentTagger(bytes, fateOf, showsTags).tag(texts);
}

/** Tags one stream. For one use. */
class ContentTagger {
  private readonly edits: ContentEdits;
  /** How many sequences are open. */
  private depth = 0;
  /** The artifact that is open around what stands outside of all sequences. */
  private artifact: 'none' | 'graphics' | 'text' = 'none';
  private inText = false;
  /** Where the path under construction begins. */
  private pathStart: number | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly fateOf: (mcid: number) => Fate | undefined,
    private readonly showsTags: (form: string) => FormTags,
  ) {
    this.edits = new ContentEdits(bytes);
  }

  tag(texts: readonly TextSequence[]): Uint8Array {
    const visit = (instruction: Instruction) => {
      if (structural.has(instruction.operator)) this.structure(instruction);
      else if (this.depth === 0) this.outside(instruction);
    };
    const pass = ({ mcid, start, body }: TextSequence) => {
      this.close(start);
      this.edits.replace(start, body, `${this.beginningOf(mcid)}\n`);
    };
    readContent(this.bytes, visit, { ranges: texts, pass });
    this.close(this.bytes.length);
    return this.edits.apply();
  }

  private close(at: number): void {
    const end = at < this.bytes.length ? 'EMC\n' : '\nEMC\n';
    if (this.artifact !== 'none') this.edits.insert(at, end);
    this.artifact = 'none';
  }

  private open(at: number, kind: 'graphics' | 'text'): void {
    if (this.artifact === kind) return;
    this.close(at);
    this.edits.insert(at, `${kind === 'text' ? paginationArtifact() : layoutArtifact}\n`);
    this.artifact = kind;
  }

  private beginningOf(mcid: number): string {
    const fate = this.fateOf(mcid) ?? { artifact: layoutArtifact };
    return 'role' in fate ? `/${fate.role} <</MCID ${mcid}>> BDC` : fate.artifact;
  }

  private structure({ operator, operands, start, end }: Instruction): void {
    if (operator === 'EMC') this.depth--;
    else if (operator === 'BT' || operator === 'ET') {
      // An artifact around graphics may not reach into a text object.
      this.close(start);
      this.inText = operator === 'BT';
    } else {
      const mcid = operator === 'BDC' ? mcidIn(operands) : undefined;
      // What only says how glyphs read (`Span` with ActualText) is part of what surrounds it.
      if (mcid !== undefined || operands.name(0) === 'Artifact') this.close(start);
      else if (this.depth === 0) this.open(start, this.inText ? 'text' : 'graphics');
      this.depth++;
      if (mcid !== undefined) this.edits.replace(start, end, this.beginningOf(mcid));
    }
  }

  private outside({ operator, operands, start, end }: Instruction): void {
    if (textShowing.has(operator)) this.open(start, 'text');
    else if (startsPath.has(operator)) this.pathStart ??= start;
    else if (operator === 'n') this.pathStart = undefined;
    else if (pathPainting.has(operator)) {
      // It opens before the path: no operator may stand between a path and its painting.
      this.open(this.pathStart ?? start, 'graphics');
      this.pathStart = undefined;
    } else if (operator === 'Do') this.form(operands.name(0) ?? '', start, end);
    else if (operator === 'sh' || operator === 'BI') this.open(start, 'graphics');
  }

  private form(name: string, start: number, end: number): void {
    const tags = this.showsTags(name);
    if (tags === 'none') this.open(start, 'graphics');
    else this.close(start);
    if (typeof tags === 'string') return;
    this.edits.insert(start, `${this.beginningOf(tags.mcid)} `);
    this.edits.insert(end, ' EMC');
  }
}

/** Takes the sequences with an MCID out of a form that is tagged from outside. */
export function untagContent(bytes: Uint8Array): Uint8Array {
  const edits = new ContentEdits(bytes);
  const open: boolean[] = [];
  readContent(bytes, ({ operator, operands, start, end }) => {
    if (operator === 'BDC' || operator === 'BMC') {
      const isTag = operator === 'BDC' && mcidIn(operands) !== undefined;
      open.push(isTag);
      if (isTag) edits.replace(start, end, '');
    } else if (operator === 'EMC' && open.pop()) edits.replace(start, end, '');
  });
  return edits.apply();
}
