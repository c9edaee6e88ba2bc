import { defineRules } from '../rule.js';

export const pageRules = defineRules({
  'pages/overflow': { severity: 'warning', guards: 'Every box fits its column.' },
  'pages/drift': {
    severity: 'warning',
    guards: 'Every column comes out as high as it was planned.',
  },
  'pages/long-word': { severity: 'warning', guards: 'Every word fits the measure of its column.' },
  'pages/wide-table': { severity: 'warning', guards: 'Every table fits its column.' },
  'pages/wide-formula': { severity: 'warning', guards: 'Every formula fits its column.' },
  'pages/late-note': {
    severity: 'warning',
    guards:
      'Every note begins at the foot of the column of its call, or of its page where notes stand there.',
  },
  'pages/hole': {
    severity: 'warning',
    guards: 'No column ends many lines short because the next lines call long notes.',
  },
  'pages/late-float': {
    severity: 'warning',
    guards: 'Every figure and table stands on the page of its place in the text or on the next.',
  },
  'pages/lost-break': {
    severity: 'warning',
    guards: 'A page or column begins wherever the manuscript asks for one.',
  },
  'pages/stranded': {
    severity: 'warning',
    guards: 'No column ends with a heading, or begins or ends with a lone line of a paragraph.',
  },
  'pages/opening': {
    severity: 'warning',
    guards: 'The opening and its foot leave room for text on the first page.',
  },
  'pages/missing-glyph': {
    severity: 'warning',
    guards: 'The fonts of the template have every character of the text.',
  },
  'pages/image': { severity: 'warning', guards: 'Every image can be shown.' },
});
