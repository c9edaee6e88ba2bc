import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { Failure } from '../../src/diagnostics/failure.js';
import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import type { KeptStructure, StructuredVersion } from '../../src/pipeline/kept-structure.js';
import { Stages } from '../../src/pipeline/stages.js';
import { structurePublication } from '../../src/pipeline/structure-publication.js';
import type {
  StructuredPublication,
  StructureRequest,
} from '../../src/pipeline/structure-request.js';
import { readPublication } from '../../src/publication/index.js';
import type { Publication } from '../../src/publication/publication.js';
import { type Files, onDisk } from '../publication/publication-on-disk.js';

const works = [
  { id: 'roth', type: 'book', title: 'On Rivers', author: [{ family: 'Roth', given: 'A.' }] },
  { id: 'weil', type: 'book', title: 'On Ports', author: [{ family: 'Weil', given: 'B.' }] },
].map((work) => ({ ...work, issued: { 'date-parts': [[2020]] } }));

export type Asked = Partial<Omit<StructureRequest, 'publication' | 'report'>>;

/** A publication on disk whose manuscript's body is given version by version. */
export class Versions {
  private constructor(
    private readonly publication: Publication,
    private readonly folder: string,
    private readonly front: string,
    private readonly asked: Asked,
  ) {}

  static async of(front = '', asked: Asked = {}, files: Files = {}): Promise<Versions> {
    const head = `---\ntitle: T\nbibliography: works.json\n${front}---\n\n`;
    const folder = await onDisk({
      'works.json': JSON.stringify(works),
      'manuscript.md': `${head}Text.\n`,
      ...files,
    });
    const report = new Report();
    const publication = await readPublication('.', report, { workingFolder: folder });
    return new Versions(publication, folder, head, asked);
  }

  request(body: string, report: Report): StructureRequest {
    const { manuscript } = this.publication;
    return {
      publication: {
        ...this.publication,
        manuscript: { ...manuscript, text: this.front + body },
      },
      defaultStyle: 'iai',
      workingFolder: this.folder,
      dropCaps: 'chapters',
      ...this.asked,
      report,
    };
  }

  /** What is made of a version from scratch, as a value. */
  fresh(body: string) {
    return outcome((report) => structurePublication(this.request(body, report), new Stages()));
  }

  kept(structure: KeptStructure, body: string) {
    return outcome((report) => structure.structure(this.request(body, report), new Stages()));
  }
}

interface Outcome<Made> {
  structured: Made | undefined;
  findings: Report['diagnostics'];
  failure?: unknown;
}

async function outcome<Made>(
  make: (report: Report) => Promise<Made | undefined>,
): Promise<Outcome<Made>> {
  const report = new Report();
  try {
    return { structured: await make(report), findings: report.diagnostics };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { structured: undefined, findings: report.diagnostics, failure: error.diagnostic };
  }
}

/** What both roads are to agree in. */
export function said({
  structured,
  ...rest
}: Outcome<StructuredPublication | StructuredVersion>): unknown {
  return { ...rest, document: structured?.document, citations: structured?.citations };
}

/** The HTML of what may be the same object in the Document of the next version. */
export function htmlOfParts(document: OctavoDocument | undefined): Map<object, string> {
  const html = new Map<object, string>();
  for (const node of document?.body.children ?? []) html.set(node, toHtml(node));
  for (const note of document?.notes ?? []) {
    const { position: _, content, ...said } = note;
    html.set(note, JSON.stringify(said) + toHtml(content as Element[]));
  }
  for (const entry of document?.references ?? []) {
    html.set(entry, String(entry.block) + toHtml(entry.content));
  }
  return html;
}
