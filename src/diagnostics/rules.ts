import { browserRules } from './rules/browser.js';
import { citationRules } from './rules/citations.js';
import { commandRules } from './rules/command.js';
import { documentRules } from './rules/document.js';
import { editionRules } from './rules/editions.js';
import { markdownRules } from './rules/markdown.js';
import { metadataRules } from './rules/metadata.js';
import { pageRules } from './rules/pages.js';
import { publicationRules } from './rules/publication.js';
import { templateRules } from './rules/template.js';

/**
 * Every rule Octavo can report, by id. A rule says how grave its finding is and, in a
 * sentence, what it guards; the message and remedy of a finding are made where it is found.
 * One file for each area of the house, so that a rule lives beside its like.
 */
export const rules = {
  ...commandRules,
  ...publicationRules,
  ...templateRules,
  ...markdownRules,
  ...citationRules,
  ...documentRules,
  ...pageRules,
  ...editionRules,
  ...metadataRules,
  ...browserRules,
};

export type RuleId = keyof typeof rules;
