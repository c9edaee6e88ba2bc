import type { StageName } from '../../pipeline/stages.js';

/** The stages of a build as the progress line tells them. */
export const stageWords: Record<StageName, string> = {
  read: 'reading the manuscript',
  parse: 'taking the text apart',
  cite: 'making the citations',
  structure: 'putting the text in order',
  metadata: 'writing the metadata',
  'lay out': 'laying out the pages',
  html: 'writing the web edition',
  pdf: 'writing the screen PDF',
  print: 'writing the press PDF',
  epub: 'writing the ebook',
};
