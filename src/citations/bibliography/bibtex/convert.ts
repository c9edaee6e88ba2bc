import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import { dateOf } from '../dates.js';
import type { CslName } from '../names.js';
import { isRecord } from '../values.js';
import type { BibtexEntry, Fields } from './entry.js';
import { fieldsForCsl } from './fields.js';
import { markedCase } from './protect-case.js';
import { readableTex } from './tex.js';
import { likeTypes, rolesOfEditors } from './words.js';

type CslData = Record<string, unknown>;

/** CSL's variables by the fields that hold their dates. */
const dates = {
  date: 'issued',
  urldate: 'accessed',
  eventdate: 'event-date',
  origdate: 'original-date',
} as const;

/** Types that a subtype says more closely. */
const subtypes: Readonly<Record<string, string>> = {
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
};

const closerTypes: Readonly<Record<string, string>> = {
  booklet: 'pamphlet',
  inreference: 'entry-encyclopedia',
};

/**
 * An entry in CSL's terms; undefined where citation-js cannot read it.
 *
 * @param fields Of the entry, with those that it takes from others.
 */
export function convertEntry(entry: BibtexEntry, fields: Fields): CslData | undefined {
  const type = likeTypes[entry.type] ?? entry.type;
  const data = withCitationJs({ ...entry, type, fields: fieldsForCsl(type, fields) });
  if (!data) return undefined;
  Object.assign(data, datesOf(fields), editorsOf(fields));
  if (typeof data.page === 'string') data.page = data.page.replace(/[–—]/g, '-');
  const subtype = type === 'article' ? subtypes[fields.entrysubtype ?? ''] : undefined;
  if (subtype) Object.assign(data, { type: subtype, genre: fields.type });
  else data.type = closerTypes[type] ?? data.type;
  const language = fields.langid ?? fields.hyphenation ?? fields.language?.split(/\s+and\s+/)[0];
  if (language) data.language = language.replace(/^lang(?=[a-z])/, '');
  if (data.type === 'patent' && fields.location) {
    Object.assign(data, { jurisdiction: data['publisher-place'], 'publisher-place': undefined });
  }
  if (data.type === 'legal_case') {
    Object.assign(data, { number: fields.number, authority: data.publisher });
  }
  if (/useprefix\s*=\s*false/.test(fields.options ?? '')) dropParticles(data);
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string') data[name] = markedCase(value);
  }
  return data;
}

function withCitationJs({ type, key, fields, annotations }: Omit<BibtexEntry, 'place'>) {
  try {
    const entry = { type, label: key, properties: readableTex(fields), annotations };
    const options = { forceType: '@biblatex/entries+list', generateGraph: false };
    const [data] = plugins.input.chain([entry], options) as unknown[];
    return isRecord(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function datesOf(fields: Fields): CslData {
  const found: CslData = {};
  for (const [field, variable] of Object.entries(dates)) {
    const date = dateOf(fields[field]?.replace(/[{}]/g, ''));
    if (date) found[variable] = date;
  }
  return found;
}

/** The people of `editor` and `editora` to `editorc`, each as what they did. */
function editorsOf(fields: Fields): CslData {
  const found: Record<string, CslName[]> = {};
  if (fields.translator) found.translator = namesOf(fields.translator);
  for (const field of ['editor', 'editora', 'editorb', 'editorc']) {
    const names = fields[field];
    if (!names) continue;
    const role = fields[`${field}type`]?.trim() ?? 'editor';
    const variable = rolesOfEditors[role] ?? (field === 'editor' ? 'editor' : 'contributor');
    found[variable] = [...(found[variable] ?? []), ...namesOf(names)];
  }
  return { editor: undefined, ...found };
}

function namesOf(tex: string): CslName[] {
  const data = withCitationJs({ type: 'book', key: 'names', fields: { author: tex } });
  return (data?.author ?? []) as CslName[];
}

/** Particles that do not belong to the name, as the entry says. */
function dropParticles(data: CslData): void {
  for (const value of Object.values(data)) {
    for (const name of Array.isArray(value) ? (value as unknown[]) : []) {
      if (!isRecord(name) || !name['non-dropping-particle']) continue;
      name['dropping-particle'] = name['non-dropping-particle'];
      delete name['non-dropping-particle'];
    }
  }
}
