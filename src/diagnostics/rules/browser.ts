import { defineRules } from '../rule.js';

export const browserRules = defineRules({
  'browser/missing': { severity: 'error', guards: 'A browser that Octavo can start is there.' },
  'browser/failed': {
    severity: 'error',
    guards: 'The browser starts and stays up until the pages are printed.',
  },
});
