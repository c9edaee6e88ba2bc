import type { CatalogueSearch } from '../../../citations/catalogue/index.js';
import { Failure } from '../../../diagnostics/failure.js';
import { Report } from '../../../diagnostics/report.js';
import { shownPath } from '../../../publication/publication-folder.js';
import { toJson } from '../../json-result.js';
import { Progress } from '../../progress.js';
import { showDiagnostics } from '../../show-diagnostics.js';
import { type Surroundings, showsProgress } from '../../surroundings.js';
import type { AddRequest } from '../styles.parser.js';
import { writeWhole } from '../whole-file.js';
import { type AddPlan, gather } from './gather.js';
import { officialRepository, Repository } from './repository.js';
import { UserFolder } from './user-folder.js';

/**
 * Runs `octavo styles add NAME`: fetches and checks everything, then keeps it, what others stand
 * on first.
 *
 * @throws Failure where the style is not there, is broken, or cannot be fetched or kept.
 */
export async function runAdd(
  request: AddRequest,
  surroundings: Surroundings,
  search: CatalogueSearch,
): Promise<number> {
  const { stdout, stderr, environment, workingFolder } = surroundings;
  const shown = (path: string) => shownPath(path, workingFolder);
  const user = new UserFolder(search);
  const base = request.from ?? (environment.OCTAVO_STYLES || officialRepository);
  const repository = new Repository(base, shown(user.folder));
  const report = new Report();
  const progress = showsProgress(stderr, environment) ? new Progress(stderr) : undefined;
  let plan: AddPlan;
  try {
    plan = await gather(request, repository, user, report, (what) => {
      progress?.update(`fetching ${what}`);
    });
  } finally {
    progress?.end();
  }
  const files = [];
  for (const { path, text, address } of plan.files) {
    const written = await writeWhole(path, text, {
      replace: request.force,
      shown: shown(path),
      remedy: 'Check the permissions of the folder, or name another with XDG_CONFIG_HOME',
    });
    if (!written) throw taken(shown(path));
    files.push({ file: shown(path), address });
  }
  await showDiagnostics(report.diagnostics, surroundings);
  const { name, title } = plan;
  if (request.json) {
    const diagnostics = report.diagnostics.map(({ place, ...rest }) => ({ ...rest, ...place }));
    stdout.write(toJson({ ok: true, name, title, files, diagnostics }));
    return 0;
  }
  stdout.write(files.map(({ file }) => `${file}\n`).join(''));
  stdout.write(
    files.length === 0
      ? `${name} (${title}) is here already; --force fetches it anew.\n`
      : `${title}: use it with --style ${name}.\n`,
  );
  return 0;
}

/** Somebody else wrote it in the meantime. */
function taken(file: string): Failure {
  return new Failure(
    'command/unwritable',
    { file },
    { message: 'it is there already', remedy: 'To put the fetched one in its place, add --force' },
    3,
  );
}
