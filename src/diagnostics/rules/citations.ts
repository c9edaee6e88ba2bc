import { defineRules } from '../rule.js';

export const citationRules = defineRules({
  'citation/unknown-key': {
    severity: 'error',
    guards: 'Every cited key has an entry in the bibliography.',
  },
});
