import { settleContents } from './contents.js';
import { settleFigures } from './figures.js';
import { settleLanguage } from './language.js';
import { settleLinks } from './links.js';
import { settleLists } from './lists.js';
import { settleNotes, type TargetOf } from './notes.js';
import { settleParagraphs } from './paragraphs.js';
import { settleForPdf2 } from './pdf-2.js';
import { settleTables } from './tables.js';
import type { Tag } from './tags.js';

export interface Settling {
  /** Of the publication. */
  lang: string;
  targetOf: TargetOf;
  /** Whether the structure is to be one of PDF 2.0, and not of PDF 1.7. */
  isPdf2?: boolean;
}

/** Turns the engine's tags, marks applied and ornament taken out, into those of a publication. */
export function settleStructure(document: Tag, { lang, targetOf, isPdf2 = false }: Settling): void {
  // Wrappers that dissolve hand on a language only where it is another than that around them.
  settleLanguage(document, lang);
  settleLinks(document);
  settleFigures(document);
  settleContents(document);
  settleParagraphs(document);
  settleNotes(document, targetOf);
  settleLists(document, isPdf2);
  settleTables(document);
  settleLanguage(document, lang);
  if (isPdf2) settleForPdf2(document);
}
