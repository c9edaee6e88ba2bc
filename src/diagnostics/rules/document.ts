import { defineRules } from '../rule.js';

export const documentRules = defineRules({
  'document/dead-link': {
    severity: 'warning',
    guards: 'Every link inside the publication leads somewhere.',
  },
  'document/outside-link': {
    severity: 'warning',
    guards: 'Links out of the publication are whole addresses that every edition may carry.',
  },
  'document/formula': {
    severity: 'warning',
    guards: 'Every formula is TeX that Octavo can set.',
  },
  'document/alternative-text': {
    severity: 'warning',
    guards: 'Every figure says what it shows to those who do not see it.',
  },
  'document/table-headers': { severity: 'warning', guards: 'Every table has header cells.' },
  'document/link-text': {
    severity: 'warning',
    guards: 'Every link has words that say where it leads.',
  },
  'document/colophon-note': {
    severity: 'warning',
    guards: 'The colophon has no notes: only the text has a place for them.',
  },
  'document/colophon-citation': {
    severity: 'warning',
    guards: 'The colophon cites nothing: only the text has references.',
  },
  'document/empty-heading': {
    severity: 'warning',
    guards: 'Every heading has words, for contents and bookmarks.',
  },
  'document/heading-level': { severity: 'warning', guards: 'Headings leave no level out.' },
});
