import { defineRules } from '../rule.js';

export const markdownRules = defineRules({
  'markdown/raw-html': {
    severity: 'warning',
    guards: 'Raw HTML is of the kinds every edition can carry.',
  },
  'markdown/unclosed-comment': {
    severity: 'warning',
    guards: 'Every comment of raw HTML is closed.',
  },
  'markdown/too-deep': {
    severity: 'error',
    guards: 'Nothing stands in more than 100 elements.',
  },
  'markdown/unpaired-fence': {
    severity: 'warning',
    guards: 'Every fence of a container (`:::`) has its other one.',
  },
  'markdown/unknown-directive': {
    severity: 'warning',
    guards: 'A directive (`:::`) is one that Octavo knows.',
  },
  'markdown/language': {
    severity: 'warning',
    guards: 'The language of words and blocks is one that programs know by its tag.',
  },
  'markdown/direction': {
    severity: 'warning',
    guards: 'The direction of words and blocks is one of the two that there are.',
  },
  'markdown/image-size': {
    severity: 'warning',
    guards: 'The size that an image is given is one.',
  },
  'markdown/citation-definition': {
    severity: 'warning',
    guards: 'A paragraph that starts with a citation and a colon is meant as text.',
  },
  'markdown/undefined-note': {
    severity: 'warning',
    guards: 'Every note called by a label is defined.',
  },
  'markdown/unused-note': { severity: 'warning', guards: 'Every note defined is called.' },
  'markdown/duplicate-note': {
    severity: 'warning',
    guards: 'No two notes are defined under one label.',
  },
  'markdown/note-in-note': { severity: 'warning', guards: 'No note is called in a note.' },
  'markdown/undefined-link': {
    severity: 'warning',
    guards: 'Every link by label has its definition.',
  },
  'markdown/unclosed-formula': {
    severity: 'warning',
    guards: 'Two dollars before a sign begin a formula.',
  },
  'markdown/unclosed-bracket': {
    severity: 'warning',
    guards: 'The bracket of every note and citation is closed.',
  },
  'markdown/grid-table': {
    severity: 'warning',
    guards: 'No table is drawn with signs that would be printed.',
  },
  'markdown/extra-cells': {
    severity: 'warning',
    guards: 'No row of a table has more cells than the table has columns.',
  },
  'markdown/lost-caption': {
    severity: 'warning',
    guards: 'A caption stands right before or after its table.',
  },
});
