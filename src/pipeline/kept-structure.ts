import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { Report } from '../diagnostics/report.js';
import { readImages, sameImages } from '../publication/index.js';
import { resolveCiting } from './cite-text.js';
import { KeptSession, sourcesOf } from './kept-session.js';
import type { CitingBy } from './own-reference.js';
import type { Stages } from './stages.js';
import { type KnownVersion, structureAgain } from './structure-again.js';
import type { StructuredPublication, StructureRequest } from './structure-request.js';
import { structureWhole } from './structure-whole.js';

/** What is given out of a version. */
export interface StructuredVersion extends StructuredPublication {
  /** Blocks of the text's highest level that were made anew; undefined where all were. */
  blocksAnew?: number;
}

/**
 * The structure of a publication that is edited: of each version what `structurePublication` makes
 * of it, and its findings. Where a version is the last one but for a few blocks of the text, these
 * alone are read, cited and structured.
 *
 * What an edit leaves alone is then the same objects as in the Document of the last version: top-level
 * nodes of its body, notes, references. That a node is the same says that the HTML made of it is,
 * numbers of blocks and notes among it; places in the manuscript are moved within it. So of Documents
 * given out earlier none but the last one is to be used any more.
 */
export class KeptStructure {
  readonly #session = new KeptSession();
  #last: (KnownVersion & { asked: unknown }) | undefined;

  /**
   * @returns undefined where a bibliography could not be read
   * @throws Failure as `structurePublication` does
   */
  async structure(
    request: StructureRequest,
    stages: Stages,
  ): Promise<StructuredVersion | undefined> {
    const last = this.#last;
    const asked = withoutText(request);
    // Until a version is made nothing is known of any: this one may fail.
    this.#last = undefined;
    const isLike = last && !request.report.hasErrors && isDeepStrictEqual(asked, last.asked);
    const again = isLike ? await this.#again(last, request, stages) : undefined;
    if (!again) return this.#whole(request, stages, asked);
    this.#last = { ...again, asked };
    tell(again.findings, request.report);
    return { ...again.whole.structured, blocksAnew: again.blocks };
  }

  async #again(last: KnownVersion, request: StructureRequest, stages: Stages) {
    try {
      const isAsBefore = await stages.run('cite', () => readsAlike(last, request));
      return (
        isAsBefore &&
        (await stages.run('structure', () => structureAgain(last, request, this.#session)))
      );
    } catch (error) {
      this.#session.close();
      // The whole is refused as well, and says at which place.
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  async #whole(
    request: StructureRequest,
    stages: Stages,
    asked: unknown,
  ): Promise<StructuredPublication | undefined> {
    const report = new Report();
    // What was told before may end the work.
    tell(request.report.diagnostics, report);
    const earlier = report.diagnostics.length;
    try {
      const whole = await structureWhole({ ...request, report }, stages, this.#session);
      if (!whole) return undefined;
      const findings = report.diagnostics.slice(earlier);
      const { parsed, beforeImages, afterImages } = whole.findingCounts;
      const findingCounts = {
        parsed: parsed - earlier,
        beforeImages: beforeImages - earlier,
        afterImages: afterImages - earlier,
      };
      this.#last = { whole: { ...whole, findingCounts }, findings, asked };
      return whole.structured;
    } catch (error) {
      this.#session.close();
      throw error;
    } finally {
      tell(report.diagnostics.slice(earlier), request.report);
    }
  }
}

function tell(findings: readonly Diagnostic[], report: Report): void {
  for (const { rule, place, message, remedy } of findings) {
    report.add(rule, { ...place }, { message, remedy });
  }
}

/** All that a structure is made of but the manuscript's text and files that it names. */
function withoutText({ publication, report: _, ...request }: StructureRequest): unknown {
  const { manuscript, placeOf, ...read } = publication;
  const { authors, thanks } = publication.metadata;
  const places = [
    thanks === undefined ? undefined : placeOf('thanks'),
    ...authors.map(({ note }, of) => (note === undefined ? note : placeOf(`author.${of}.note`))),
  ];
  return { ...request, ...read, manuscript: { ...manuscript, text: '' }, places };
}

/** Whether the files that a structure was made of are as they were: the style's, the terms', images. */
async function readsAlike(
  { whole, findings }: KnownVersion,
  request: StructureRequest,
): Promise<boolean> {
  const { cited, sources, built, findingCounts } = whole;
  if (!isLikeCiting(await resolveCiting(request, new Report()), cited.citingBy)) return false;
  const report = new Report();
  const { publication, workingFolder } = request;
  const images = await readImages(publication, sources, report, { workingFolder });
  const before = findings.slice(findingCounts.beforeImages, findingCounts.afterImages);
  return isDeepStrictEqual(report.diagnostics, before) && sameImages(images, built.document.images);
}

function isLikeCiting(one: CitingBy, other: CitingBy): boolean {
  return isDeepStrictEqual(sourcesOf(one), sourcesOf(other));
}
