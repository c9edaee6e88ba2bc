import { Failure } from '../../diagnostics/failure.js';
import { toJson } from '../json-result.js';
import { unexpectedFailure } from '../machine-failure.js';
import { showDiagnostics } from '../show-diagnostics.js';
import type { Surroundings } from '../surroundings.js';
import { catalogueSearch } from './style-folders.js';
import type { StylesRequest } from './styles.parser.js';

/** Runs `octavo styles` and its parts, and gives the exit status. */
export async function runStyles(
  request: StylesRequest,
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await run(request, surroundings);
  } catch (error) {
    const { diagnostic, status } = error instanceof Failure ? error : unexpectedFailure(error);
    await showDiagnostics([diagnostic], surroundings);
    if (request.json) {
      const { place, ...rest } = diagnostic;
      surroundings.stdout.write(toJson({ ok: false, diagnostics: [{ ...rest, ...place }] }));
    }
    return status;
  }
}

// Each part loads what it needs alone: comparing reads a manuscript, adding opens a connection.
async function run(request: StylesRequest, surroundings: Surroundings): Promise<number> {
  const search = catalogueSearch(surroundings);
  switch (request.action) {
    case 'list': {
      const { runList } = await import('./list/list.runner.js');
      return runList(request, surroundings, search);
    }
    case 'diff': {
      const { runDiff } = await import('./diff/diff.runner.js');
      return runDiff(request, surroundings);
    }
    case 'add': {
      const { runAdd } = await import('./add/add.runner.js');
      return runAdd(request, surroundings, search);
    }
  }
}
