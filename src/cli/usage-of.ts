import type { Command, CommanderError } from 'commander';
import type { Failure } from '../diagnostics/failure.js';
import { nearest } from '../diagnostics/nearest.js';
import { usageFailure } from './usage.js';

/** What the parser of the command line found wrong, in this house's words and with a near name. */
export function usageOf(error: CommanderError, program: Command, argv: readonly string[]): Failure {
  const command = commandOf(program, argv);
  const help = `See \`octavo ${command ? helpOf(command, program) : '--help'}\``;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const [name = ''] = quoted.split(/[\s,=]/, 1);
  switch (error.code) {
    case 'commander.unknownOption':
      return usageFailure(
        `There is no option “${quoted}”`,
        meant(name, longNames(command ?? program)) ?? help,
      );
    case 'commander.unknownCommand':
      return usageFailure(
        `There is no command “${quoted}”`,
        looksLikePath(quoted)
          ? `Write \`octavo build ${quoted}\``
          : (meant(
              quoted,
              program.commands.map((each) => each.name()),
            ) ?? help),
      );
    case 'commander.optionMissingArgument':
      return usageFailure(`The option \`${quoted}\` wants a value`, help);
    case 'commander.excessArguments':
      return command?.name() === 'build'
        ? usageFailure('One path at a time can be built', help)
        : usageFailure('There are more arguments than the command takes', help);
    case 'commander.missingArgument':
      return usageFailure(`The command wants ${quoted}, and it is missing`, help);
    case 'commander.help':
      return usageFailure(
        'No command was given',
        'Write `octavo build` to build the publication here',
      );
    default:
      return usageFailure(capitalised(error.message.replace(/^error: /, '')), help);
  }
}

/** The command that the arguments name, or a part of it: `styles`, `diff` of `styles`. */
function commandOf(program: Command, argv: readonly string[]): Command | undefined {
  const command = program.commands.find((each) => argv.includes(each.name()));
  const rest = command ? argv.slice(argv.indexOf(command.name()) + 1) : [];
  return command?.commands.find((part) => part.name() === rest[0]) ?? command;
}

const helpOf = (command: Command, program: Command) =>
  command.parent === program
    ? `help ${command.name()}`
    : `${command.parent?.name()} ${command.name()} --help`;

const longNames = (command: Command) => [
  '--help',
  ...command.options.map(({ long }) => long ?? '').filter((long) => long !== ''),
];

function meant(name: string, names: readonly string[]): string | undefined {
  const near = nearest(name, names);
  return near && `Write \`${near}\``;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const looksLikePath = (name: string) => /[\\/]|\.(md|markdown|yml)$/i.test(name) || name === '.';
