import { defineRules } from '../rule.js';

export const publicationRules = defineRules({
  'publication/not-found': { severity: 'error', guards: 'The manuscript to build is there.' },
});
