import { defineRules } from '../rule.js';

export const editionRules = defineRules({
  'pdf/alternative-text': {
    severity: 'error',
    guards: 'Every image of the screen PDF says what it shows to those who do not see it.',
  },
  'pdf/table-headers': {
    severity: 'error',
    guards: 'Every table of the screen PDF has header cells.',
  },
  'pdf/heading-level': {
    severity: 'error',
    guards: 'Headings of the screen PDF leave no level out.',
  },
  'pdf/empty-heading': {
    severity: 'error',
    guards: 'Headings of the screen PDF have words.',
  },
  'pdf/containment': {
    severity: 'warning',
    guards: 'Elements of a screen PDF that is to be PDF/UA-2 stand only where its rules have them.',
  },
  'pdf/unclaimed': {
    severity: 'warning',
    guards: 'What keeps the screen PDF from being accessible is known.',
  },
  'pdf/untagged': { severity: 'warning', guards: 'The screen PDF is tagged.' },
  'pdf/empty-glyph': {
    severity: 'warning',
    guards: 'Every character of the screen PDF is in a font.',
  },
  'pdf/not-archival': {
    severity: 'warning',
    guards: 'The screen PDF holds nothing that an archive would not take.',
  },
  'pdf/dead-link': {
    severity: 'warning',
    guards: 'Every link inside the PDF leads to a place on its pages.',
  },
  'pdf/type-3-font': {
    severity: 'warning',
    guards: 'Fonts of the screen PDF are outline fonts.',
  },
  'print/type-3-font': {
    severity: 'warning',
    guards: 'Fonts of the press PDF are outline fonts: printers reject Type 3.',
  },
  'print/low-resolution': {
    severity: 'warning',
    guards: 'Images of the press PDF have 300 pixels an inch at the size they print.',
  },
  'print/colour-left': {
    severity: 'warning',
    guards: 'No colour of the press PDF is left in RGB without a profile.',
  },
  'print/empty-glyph': {
    severity: 'warning',
    guards: 'Every character of the press PDF is in a font.',
  },
  'print/total-ink': {
    severity: 'warning',
    guards: 'No colour of the press PDF takes more ink than the paper holds.',
  },
  'print/picture-ink': {
    severity: 'note',
    guards: 'Images that the printer separates, and whose colours ask for much ink, are known.',
  },
  'print/transparency': {
    severity: 'note',
    guards: 'Pages of the press PDF on which something shines through are known.',
  },
  'print/x-1a': {
    severity: 'error',
    guards: 'A press PDF that is to be PDF/X-1a holds nothing that the standard does not allow.',
  },
  'print/sheet-too-small': {
    severity: 'error',
    guards: 'The paper of the press holds the pages that come together on it.',
  },
  'print/no-room-for-bleed': {
    severity: 'warning',
    guards: 'The paper of the press holds the bleed around the pages.',
  },
  'print/thick-booklet': {
    severity: 'warning',
    guards: 'A booklet stitched through the fold is thin enough for it.',
  },
  'epub/webp': {
    severity: 'warning',
    guards: 'Images of the ebook are of kinds every reader knows.',
  },
  'epub/large-image': {
    severity: 'warning',
    guards: 'Images are no larger than ebook shops accept.',
  },
  'epub/failed': { severity: 'error', guards: 'The EPUB container can be written.' },
});
