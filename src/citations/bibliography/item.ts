import type { Report } from '../../diagnostics/report.js';
import type { CslItem } from '../types.js';
import { dateOf } from './dates.js';
import { namesOf } from './names.js';
import type { RawEntry } from './raw-entry.js';
import { textOf } from './values.js';
import {
  dateVariables,
  itemTypes,
  languageNames,
  nameVariables,
  typeAliases,
  variableAliases,
} from './variables.js';

const notVariables = new Set(['id', 'type', 'citation-key', 'custom', 'categories', 'keyword']);

/** An entry as CSL-JSON 1.0.2 has it: known type, dates in parts, names in parts, the rest text. */
export function itemOf({ data, place }: RawEntry, key: string, report: Report): CslItem {
  const item: CslItem = { id: key, type: typeOf(data.type, key) };
  for (const [name, value] of Object.entries(data)) {
    if (notVariables.has(name)) continue;
    const variable = variableAliases[name] ?? name;
    const read = readValue(variable, value);
    if (read !== undefined) item[variable] = read;
  }
  if (typeof item.DOI === 'string') item.DOI = bareDoi(item.DOI);
  if (typeof item.language === 'string') {
    item.language = languageNames[item.language.toLowerCase()] ?? item.language;
  }
  return item;

  function typeOf(value: unknown, id: string): string {
    const given = textOf(value) ?? '';
    const type = typeAliases[given] ?? given;
    if (itemTypes.has(type)) return type;
    const named = given === '' ? `The entry “${id}” has no type` : `“${given}” is no type of CSL`;
    report.add('citation/unknown-type', place, {
      message: `${named}: “${id}” is set as a document`,
      remedy: 'Give it a type of CSL: book, chapter, article-journal, report, webpage or the like',
    });
    return 'document';
  }
}

function readValue(variable: string, value: unknown): unknown {
  if (dateVariables.has(variable)) return dateOf(value);
  if (!nameVariables.has(variable)) return textOf(value);
  const names = namesOf(value);
  return names.length > 0 ? names : undefined;
}

function bareDoi(doi: string): string {
  return doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
}
