import type { Command, CommanderError } from 'commander';
import type { Failure } from '../diagnostics/failure.js';
import { nearest } from '../diagnostics/nearest.js';
import { usageFailure } from './usage.js';

/** What the parser of the command line found wrong, in this house's words and with a near name. */
export function usageOf(error: CommanderError, program: Command, argv: readonly string[]): Failure {
  const command = program.commands.find((each) => argv.includes(each.name()));
  const help = `See “octavo ${command ? `help ${command.name()}` : '--help'}”`;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const [name = ''] = quoted.split(/[\s,=]/, 1);
  switch (error.code) {
    case 'commander.unknownOption':
      return usageFailure(
        `there is no option ${quoted}`,
        meant(name, longNames(command ?? program)) ?? help,
      );
    case 'commander.unknownCommand':
      return usageFailure(
        `there is no command “${quoted}”`,
        looksLikePath(quoted)
          ? `To build it: octavo build ${quoted}`
          : (meant(
              quoted,
              program.commands.map((each) => each.name()),
            ) ?? help),
      );
    case 'commander.optionMissingArgument':
      return usageFailure(`the option ${quoted} wants a value`, help);
    case 'commander.excessArguments':
      return usageFailure('one path at a time can be built', help);
    case 'commander.help':
      return usageFailure('no command was given', 'To build the publication here: octavo build');
    default:
      return usageFailure(error.message.replace(/^error: /, ''), help);
  }
}

const longNames = (command: Command) => [
  '--help',
  ...command.options.map(({ long }) => long ?? '').filter((long) => long !== ''),
];

function meant(name: string, names: readonly string[]): string | undefined {
  const near = nearest(name, names);
  return near && `Did you mean ${near}?`;
}

const looksLikePath = (name: string) => /[\\/]|\.(md|markdown|yml)$/i.test(name) || name === '.';
