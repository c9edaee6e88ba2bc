import { defineRules } from '../rule.js';

export const pageRules = defineRules({
  'pages/overflow': { severity: 'warning', guards: 'Every box fits its column.' },
});
