import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type BuildRequest, defineBuild } from './build/build.parser.js';
import { defineStyles, type StylesRequest } from './styles/styles.parser.js';
import type { Surroundings } from './surroundings.js';
import { usageOf } from './usage-of.js';

/** What the command line asks for; undefined where help or the version answered it. */
export type Request =
  | { command: 'build'; build: BuildRequest; styles?: undefined }
  | { command: 'styles'; styles: StylesRequest; build?: undefined };

const afterHelp = `
Examples:
  octavo build                           build the publication in this folder
  octavo build essay.md --to html,epub   two editions of one manuscript
  octavo build --style apa               the same under another citation style
  octavo build --json > result.json      findings and files for another program
  octavo styles history note             citation styles that have both words

Exit status: 0 built, 1 the publication has errors, 2 the command was used
wrongly, 3 the machine lacks something.

“octavo help build” tells every option.`;

/**
 * Reads the command line.
 *
 * @throws Failure (status 2) where it says what Octavo does not understand.
 */
export function readCommandLine(
  argv: readonly string[],
  surroundings: Surroundings,
): Request | undefined {
  let request: Request | undefined;
  const program = new Command('octavo')
    .description(
      'Turns a Markdown manuscript and a bibliography into web, screen, print and ebook editions.',
    )
    .usage('<command> [options]')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    // An option after a command's name is that command's.
    .enablePositionalOptions()
    .addHelpText('after', afterHelp)
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      // Faults are told as diagnostics, in one form for all.
      writeErr: () => {},
      getOutHelpWidth: () => 80,
    })
    .exitOverride();
  defineBuild(program, surroundings, (build) => {
    request = { command: 'build', build };
  });
  defineStyles(program, surroundings, (styles) => {
    request = { command: 'styles', styles };
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw usageOf(error, program, argv);
  }
  return request;
}
