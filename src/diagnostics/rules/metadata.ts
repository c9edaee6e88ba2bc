import { defineRules } from '../rule.js';

export const metadataRules = defineRules({
  'metadata/missing': {
    severity: 'error',
    guards: 'The front matter says what a record that was asked for must have.',
  },
  'metadata/left-out': {
    severity: 'warning',
    guards: 'Records hold all that the front matter says and they have a place for.',
  },
});
