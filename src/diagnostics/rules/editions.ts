import { defineRules } from '../rule.js';

export const editionRules = defineRules({
  'epub/failed': { severity: 'error', guards: 'The EPUB container can be written.' },
});
