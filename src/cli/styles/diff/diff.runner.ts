import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { Report } from '../../../diagnostics/report.js';
import { sortDiagnostics } from '../../../diagnostics/sort.js';
import { educateMetadata } from '../../../document/metadata.js';
import { readPublication, structurePublication } from '../../../pipeline/parts.js';
import { Stages } from '../../../pipeline/stages.js';
import type { Publication } from '../../../publication/publication.js';
import { shownPath } from '../../../publication/publication-folder.js';
import { toJson } from '../../json-result.js';
import { Progress } from '../../progress.js';
import { countFindings, showDiagnostics } from '../../show-diagnostics.js';
import { type Surroundings, showsColour, showsProgress } from '../../surroundings.js';
import type { DiffRequest } from '../styles.parser.js';
import { writeWhole } from '../whole-file.js';
import { type Comparison, compareRenderings } from './compare.js';
import { comparisonJson } from './comparison-json.js';
import { comparisonPage } from './page.js';
import { type Rendering, renderingOf } from './rendering.js';
import { showComparison, summary } from './show-comparison.js';

/**
 * Runs `octavo styles diff A B [PATH]`.
 *
 * @throws Failure where the publication or a style cannot be read, or the page not be written.
 */
export async function runDiff(request: DiffRequest, surroundings: Surroundings): Promise<number> {
  const { workingFolder } = surroundings;
  const report = new Report();
  const publication = await readPublication(request.path, report, { workingFolder });
  const names = request.styles.map(shortName) as [string, string];
  // Citing from a bibliography that was not read would find every key unknown.
  const comparison = report.hasErrors
    ? undefined
    : await watched(surroundings, (began) =>
        compare({ publication, workingFolder, report }, request.styles, began),
      );
  const file = publication.manuscript.shown;
  const found = sortDiagnostics(report.diagnostics);
  if (comparison && request.html !== undefined) {
    const { title, lang } = educateMetadata(publication.metadata);
    await writeWhole(request.html, comparisonPage(comparison, { names, file, title, lang }), {
      replace: true,
      shown: shownPath(request.html, workingFolder),
      remedy: 'Name another file with --html',
    });
  }
  await tell(request, surroundings, comparison, { names, file, found });
  return report.hasErrors ? 1 : 0;
}

type Began = (what: string) => void;

/** A book takes seconds: a line says what is being done, where somebody watches. */
async function watched<T>(
  { stderr, environment }: Surroundings,
  work: (began: Began) => Promise<T>,
): Promise<T> {
  const progress = showsProgress(stderr, environment) ? new Progress(stderr) : undefined;
  try {
    return await work((what) => progress?.update(what));
  } finally {
    progress?.end();
  }
}

/** What is cited, and where relative names start. */
interface Cited {
  publication: Publication;
  workingFolder: string;
  report: Report;
}

/** Undefined where a bibliography could not be read. */
async function compare(
  cited: Cited,
  styles: readonly [string, string],
  began: Began,
): Promise<Comparison | undefined> {
  const [one, other] = styles;
  began(`citing by ${shortName(one)}`);
  const first = await rendered(cited, one);
  began(`citing by ${shortName(other)}`);
  // The manuscript is parsed anew: placing citations changes its tree.
  const second = first && (await rendered(cited, other));
  return first && second && compareRenderings(first, second);
}

async function rendered(cited: Cited, style: string): Promise<Rendering | undefined> {
  const structured = await structurePublication(
    { ...cited, style, stylePlace: { file: 'octavo' }, defaultStyle: style },
    new Stages(),
  );
  return structured && renderingOf(structured.document);
}

interface Told {
  names: [string, string];
  file: string;
  found: readonly Diagnostic[];
}

async function tell(
  request: DiffRequest,
  surroundings: Surroundings,
  comparison: Comparison | undefined,
  { names, file, found }: Told,
): Promise<void> {
  const { stdout, stderr, environment, workingFolder } = surroundings;
  await showDiagnostics(found, surroundings);
  const ok = !found.some(({ severity }) => severity === 'error');
  if (request.json) {
    const diagnostics = found.map(({ place, ...rest }) => ({ ...rest, ...place }));
    const compared = comparison && comparisonJson(comparison, names, file);
    stdout.write(toJson({ ok, ...compared, diagnostics }));
    return;
  }
  if (comparison && request.html !== undefined) {
    stdout.write(`${summary(comparison)}${shownPath(request.html, workingFolder)}\n`);
  } else if (comparison) {
    const columns = stdout.isTTY ? stdout.columns || 80 : undefined;
    const colour = showsColour(stdout, environment);
    const { all } = request;
    stdout.write(showComparison(comparison, { names, file, all, colour, columns }));
  }
  if (!ok) stderr.write(`The publication has ${countFindings(found)}.\n`);
}

/** `house` of `/a/house.csl`. */
const shortName = (style: string) => style.replace(/^.*[\\/]/, '').replace(/\.csl$/i, '');
