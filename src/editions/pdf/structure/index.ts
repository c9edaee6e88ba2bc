import { settleContents } from './contents.js';
import { settleFigures } from './figures.js';
import { settleLanguage } from './language.js';
import { settleLists } from './lists.js';
import { settleNotes, type TargetOf } from './notes.js';
import { settleParagraphs } from './paragraphs.js';
import { settleTables } from './tables.js';
import type { Tag } from './tags.js';

/** Turns the engine's tags, marks applied and ornament taken out, into those of a publication. */
export function settleStructure(document: Tag, lang: string, targetOf: TargetOf): void {
  // Wrappers that dissolve hand on a language only where it is another than that around them.
  settleLanguage(document, lang);
  settleFigures(document);
  settleContents(document);
  settleParagraphs(document);
  settleNotes(document, targetOf);
  settleLists(document);
  settleTables(document);
  settleLanguage(document, lang);
}
