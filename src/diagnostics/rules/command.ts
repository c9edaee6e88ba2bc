import { defineRules } from '../rule.js';

export const commandRules = defineRules({
  'command/usage': {
    severity: 'error',
    guards: 'The command line says something Octavo understands.',
  },
  'command/unwritable': { severity: 'error', guards: 'The output folder can be written.' },
  'command/no-space': { severity: 'error', guards: 'The disk has room for the editions.' },
  'command/out-of-resources': {
    severity: 'error',
    guards: 'The machine has the memory, the file handles and the processes that a build takes.',
  },
  'command/no-network': {
    severity: 'error',
    guards: 'What a command is told to fetch can be reached.',
  },
  'command/bad-answer': {
    severity: 'error',
    guards: 'What is fetched is what was asked for, and no larger than it can be.',
  },
  'command/internal': { severity: 'error', guards: 'Octavo itself has no fault.' },
});
