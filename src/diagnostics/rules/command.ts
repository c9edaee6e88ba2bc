import { defineRules } from '../rule.js';

export const commandRules = defineRules({
  'command/usage': {
    severity: 'error',
    guards: 'The command line says something Octavo understands.',
  },
  'command/unwritable': { severity: 'error', guards: 'The output folder can be written.' },
});
