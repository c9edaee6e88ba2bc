import { defineRules } from '../rule.js';

export const templateRules = defineRules({
  'template/not-found': { severity: 'error', guards: 'The template to build with is there.' },
});
