import { defineRules } from '../rule.js';

export const markdownRules = defineRules({
  'markdown/raw-html': {
    severity: 'warning',
    guards: 'Raw HTML is of the kinds every edition can carry.',
  },
});
