import type { StylesRequest } from '../../../src/cli/styles/styles.parser.js';
import { runStyles } from '../../../src/cli/styles/styles.runner.js';
import { surroundings } from '../pretend.js';

/** Runs the command in a folder whose `home` is the user's. */
export async function run(
  request: StylesRequest,
  folder: string,
  { environment = {} as Record<string, string>, terminal = false } = {},
) {
  const around = surroundings(folder, {
    terminal,
    environment: { HOME: `${folder}/home`, ...environment },
  });
  const status = await runStyles(request, around);
  return { status, out: around.out(), err: around.err() };
}
