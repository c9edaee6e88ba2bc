import { Failure } from '../diagnostics/failure.js';
import { toJson, toJsonResult } from './json-result.js';
import { unexpectedFailure } from './machine-failure.js';
import { readCommandLine } from './program.js';
import { showDiagnostics } from './show-diagnostics.js';
import { realSurroundings, type Surroundings } from './surroundings.js';

/**
 * The command `octavo`, given its arguments: writes to standard output and standard error, and
 * gives the exit status.
 */
export async function main(
  argv: readonly string[],
  surroundings: Surroundings = realSurroundings(),
): Promise<number> {
  try {
    const request = readCommandLine(argv, surroundings);
    if (request === undefined) return 0;
    if (request.command === 'styles') {
      const { runStyles } = await import('./styles/styles.runner.js');
      return await runStyles(request.styles, surroundings);
    }
    // Loaded only now: help and the version are told without the parts that build.
    const [{ runBuild }, { buildPublication }] = await Promise.all([
      import('./build/build.runner.js'),
      import('../pipeline/build-publication.js'),
    ]);
    return await runBuild(request.build, surroundings, buildPublication);
  } catch (error) {
    const { diagnostic, status } = error instanceof Failure ? error : unexpectedFailure(error);
    await showDiagnostics([diagnostic], surroundings);
    if (argv.includes('--json')) {
      surroundings.stdout.write(toJson(toJsonResult(false, [diagnostic])));
    }
    return status;
  }
}
