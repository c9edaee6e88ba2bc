import { join } from 'node:path';
import { Failure } from '../../diagnostics/failure.js';
import { Report } from '../../diagnostics/report.js';
import { sortDiagnostics } from '../../diagnostics/sort.js';
import type { BuildResult, buildPublication } from '../../pipeline/build-publication.js';
import { editionsFolder } from '../../publication/output-names.js';
import { shownPath } from '../../publication/publication-folder.js';
import { editionFiles, recordFiles, webFolder } from '../edition-files.js';
import { toJson, toJsonResult, type WrittenEdition, type WrittenRecord } from '../json-result.js';
import { unexpectedFailure } from '../machine-failure.js';
import { checkWritable } from '../out-folder.js';
import { Progress } from '../progress.js';
import { countFindings, showDiagnostics } from '../show-diagnostics.js';
import { type Surroundings, showsProgress } from '../surroundings.js';
import { writeEditions } from '../write-editions.js';
import type { BuildRequest } from './build.parser.js';
import type { CitationsDump } from './citations-dump.js';
import { listFiles, listStages } from './listing.js';
import { stageWords } from './stage-words.js';

export type BuildPublication = typeof buildPublication;

/** What came of a build. */
interface Outcome {
  status: number;
  editions: WrittenEdition[];
  records?: WrittenRecord[];
  citations?: CitationsDump;
  stages: BuildResult['stages'];
}

/** Runs `octavo build` and gives the exit status. */
export async function runBuild(
  request: BuildRequest,
  surroundings: Surroundings,
  build: BuildPublication,
): Promise<number> {
  const report = new Report();
  const progress =
    !request.quiet && showsProgress(surroundings.stderr, surroundings.environment)
      ? new Progress(surroundings.stderr)
      : undefined;
  let outcome: Outcome;
  try {
    outcome = await work(request, surroundings, build, report, progress);
  } catch (error) {
    const failure = error instanceof Failure ? error : unexpectedFailure(error);
    report.diagnostics.push(failure.diagnostic, ...failure.others);
    outcome = { status: failure.status, editions: [], stages: [] };
    progress?.end();
    if (request.verbose) tellCause(failure, surroundings);
  }
  progress?.end();
  await tell(request, surroundings, report, outcome);
  return outcome.status;
}

async function work(
  request: BuildRequest,
  surroundings: Surroundings,
  build: BuildPublication,
  report: Report,
  progress: Progress | undefined,
): Promise<Outcome> {
  const shown = (path: string) => shownPath(path, surroundings.workingFolder);
  const { out, dumpCitations: dumping } = request;
  if (out !== undefined && !dumping) await checkWritable(out, shown(out));
  const result = await build(
    request.path,
    {
      workingFolder: surroundings.workingFolder,
      editions: dumping ? [] : request.editions,
      records: dumping ? [] : request.records,
      style: request.style,
      template: request.template,
      split: request.split,
      sourceDate: request.sourceDate,
      stageBegan: (stage) => progress?.update(stageWords[stage]),
    },
    report,
  );
  const { stages } = result;
  const failed = report.hasErrors || (request.strict && report.hasWarnings);
  const status = failed ? 1 : 0;
  if (dumping) return { status, editions: [], stages, citations: await dump(result) };
  if (failed) return { status, editions: [], stages };
  const folder = out ?? (await editionsFolder(result.publication, surroundings.workingFolder));
  const files = editionFiles(result);
  const metadata = recordFiles(result);
  const pages = webFolder(result);
  await writeEditions(folder, [...files, ...metadata], shown, pages ? [pages] : []);
  const editions: WrittenEdition[] = files.map(({ edition, name, bytes }) => ({
    edition,
    file: shown(join(folder, name)),
    bytes: bytes.length,
    ...((edition === 'pdf' || edition === 'print') && { pages: result.pageCount }),
  }));
  if (pages) {
    const size = [...pages.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    const file = `${shown(join(folder, pages.name))}/`;
    editions.unshift({ edition: 'html', file, bytes: size });
  }
  const records = metadata.map(({ record, name, bytes }) => ({
    record,
    file: shown(join(folder, name)),
    bytes: bytes.length,
  }));
  return { status, editions, records, stages };
}

async function dump({ document, citations }: BuildResult): Promise<CitationsDump | undefined> {
  if (document === undefined || citations === undefined) return undefined;
  const { dumpCitations } = await import('./citations-dump.js');
  return dumpCitations(document, citations);
}

async function tell(
  request: BuildRequest,
  surroundings: Surroundings,
  report: Report,
  outcome: Outcome,
): Promise<void> {
  const { status, editions, records = [], citations, stages } = outcome;
  const { stdout, stderr } = surroundings;
  const found = sortDiagnostics(report.diagnostics);
  const diagnostics = request.quiet ? found.filter(({ severity }) => severity !== 'note') : found;
  await showDiagnostics(diagnostics, surroundings, request.verbose);
  const counts = countFindings(found);
  if (status === 1 && !request.quiet && !request.dumpCitations) {
    const why = report.hasErrors ? '' : ', and --strict is set';
    stderr.write(`Nothing was written: ${counts}${why}.\n`);
  }
  if (request.verbose) stderr.write(listStages(stages));
  if (request.json) stdout.write(toJson(toJsonResult(status === 0, found, outcome)));
  else if (citations) stdout.write(toJson(citations));
  else if (!request.quiet) stdout.write(listFiles([...editions, ...records]));
}

function tellCause({ cause }: Failure, { stderr }: Surroundings): void {
  if (cause instanceof Error && cause.stack) stderr.write(`${cause.stack}\n`);
}
