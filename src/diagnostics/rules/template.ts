import { defineRules } from '../rule.js';

export const templateRules = defineRules({
  'template/not-found': { severity: 'error', guards: 'The template to build with is there.' },
  'template/invalid': {
    severity: 'error',
    guards: 'template.yml says what a template is to say: page, margins, columns, fonts.',
  },
  'template/missing-file': {
    severity: 'error',
    guards: 'Every file that template.yml names, and every file a template is made of, is there.',
  },
  'template/font': { severity: 'error', guards: 'Fonts are static TrueType files.' },
  'template/profile': {
    severity: 'error',
    guards: 'The press profile is an ICC profile of a press that prints in CMYK.',
  },
  'template/own': {
    severity: 'warning',
    guards: 'A template, which is trusted as a program is, was named by the person who builds.',
  },
  'template/placeholder': {
    severity: 'warning',
    guards: 'What the Mustache of a template asks for is a value that its file is given.',
  },
  'template/mustache': { severity: 'error', guards: 'The Mustache of a template is well-formed.' },
});
