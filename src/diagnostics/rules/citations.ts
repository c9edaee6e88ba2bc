import { defineRules } from '../rule.js';

export const citationRules = defineRules({
  'citation/unknown-key': {
    severity: 'error',
    guards: 'Every cited key has an entry in the bibliography.',
  },
  'citation/unknown-handle': {
    severity: 'warning',
    guards: 'A `@name` in the text is a citation or is meant as plain text.',
  },
  'citation/unknown-nocite': {
    severity: 'warning',
    guards: 'Every key listed uncited has an entry in the bibliography.',
  },
  'citation/separator': {
    severity: 'warning',
    guards: 'Works of one citation are set apart by semicolons.',
  },
  'citation/not-printed': {
    severity: 'warning',
    guards: 'The style prints something for every citation.',
  },
  'citation/bibliography-syntax': {
    severity: 'error',
    guards: 'A bibliography file is what its name says.',
  },
  'citation/bad-entry': {
    severity: 'error',
    guards: 'Every entry of a bibliography file can be read.',
  },
  'citation/missing-parent': {
    severity: 'warning',
    guards: 'The entries that others take fields from are there.',
  },
  'citation/unknown-string': {
    severity: 'warning',
    guards: 'Every abbreviation that a BibTeX file uses is defined.',
  },
  'citation/entry-set': {
    severity: 'warning',
    guards: 'The works that a set names are there.',
  },
  'citation/unknown-format': {
    severity: 'error',
    guards: 'A bibliography file is of a kind that Octavo reads.',
  },
  'citation/unknown-type': {
    severity: 'warning',
    guards: 'Every entry has a type that citation styles know.',
  },
  'citation/duplicate-key': {
    severity: 'error',
    guards: 'No two entries have one key.',
  },
  'citation/made-key': {
    severity: 'note',
    guards: 'Entries without a key can be cited by one that is made for them.',
  },
  'citation/unknown-style': {
    severity: 'error',
    guards: 'The citation style to use is there.',
  },
  'citation/no-list': {
    severity: 'note',
    guards: 'Lists of works are asked for under styles that print one.',
  },
  'citation/note-numbers': {
    severity: 'warning',
    guards: 'A style names notes by their numbers only where each number is that of one note.',
  },
  'citation/bad-style': {
    severity: 'error',
    guards: 'A citation style is well-formed and complete CSL.',
  },
  'citation/bad-locale': {
    severity: 'error',
    guards: 'A file of terms for citations is well-formed and complete.',
  },
  'citation/missing-locale': {
    severity: 'warning',
    guards: 'The terms of citations are in the language of the publication.',
  },
  'citation/near-locale': {
    severity: 'note',
    guards: 'The terms of citations are those of the country that the language names.',
  },
});
