import { defineRules } from '../rule.js';

export const publicationRules = defineRules({
  'publication/not-found': {
    severity: 'error',
    guards: 'The path to build leads to a manuscript.',
  },
  'publication/empty': { severity: 'error', guards: 'The manuscript holds text.' },
  'publication/encoding': { severity: 'error', guards: 'Text files are UTF-8.' },
  'publication/control-character': {
    severity: 'warning',
    guards: 'Text holds no control character, which XML forbids and no font shows.',
  },
  'publication/yaml': {
    severity: 'error',
    guards: 'Front matter, settings and data files are well-formed YAML or JSON.',
  },
  'publication/unknown-field': {
    severity: 'warning',
    guards: 'Every field of front matter and settings is one Octavo knows.',
  },
  'publication/field': {
    severity: 'error',
    guards: 'Every field holds a value of the kind it takes.',
  },
  'publication/date': { severity: 'note', guards: 'The date can be read by machines.' },
  'publication/identifier': {
    severity: 'warning',
    guards: 'ISBN, ISSN, ORCID and DOI are well formed and their check digits agree.',
  },
  'publication/no-title': { severity: 'warning', guards: 'The publication has a title.' },
  'publication/outside': {
    severity: 'error',
    guards: 'A publication reads and writes nothing outside its folder, and fetches nothing.',
  },
  'publication/missing-file': {
    severity: 'error',
    guards: 'Every file that the publication names is there.',
  },
  'publication/unreadable': {
    severity: 'error',
    guards: 'Every file that the publication names is a plain file, readable, of sane size.',
  },
  'publication/image-format': {
    severity: 'error',
    guards: 'Images are PNG, JPEG, SVG, WebP or GIF, of a size that can be printed.',
  },
  'publication/drawing-font': {
    severity: 'note',
    guards: 'Words of a drawing look alike on every machine.',
  },
  'publication/image-damaged': { severity: 'warning', guards: 'Image files are whole.' },
  'publication/svg': {
    severity: 'warning',
    guards: 'A drawing needs no script, no network and no other file.',
  },
});
