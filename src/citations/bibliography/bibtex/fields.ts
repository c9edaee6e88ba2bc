import { type Fields, splitOutsideBraces } from './entry.js';
import { protectCase } from './protect-case.js';
import { countries, kindsByType, kindsOfWork, states } from './words.js';

/** Fields that hold a list of names of places or bodies, joined by `and`. */
const lists =
  'address institution location organization origlocation origpublisher publisher school'.split(
    ' ',
  );

/** Titles of which each has a subtitle and an addition. */
const titlePrefixes = ['', 'book', 'issue', 'journal', 'main'];

const titleFields = [
  'title',
  'shorttitle',
  'series',
  'eventtitle',
  'shortjournal',
  'journal',
].concat(titlePrefixes.map((prefix) => `${prefix}title`));

/** Entries that are a whole book, which a `maintitle` makes one of several volumes. */
const wholes = /^(?:book|collection|proceedings|reference)$/;

/** Fields that CSL has no room for, written into those that it has. */
export function fieldsForCsl(type: string, given: Fields): Fields {
  const fields = { ...given };
  for (const name of lists) {
    const value = fields[name];
    if (value !== undefined) fields[name] = listed(value);
  }
  for (const prefix of titlePrefixes) joinTitle(fields, prefix);
  nameVolume(type, fields);
  for (const name of new Set(titleFields)) {
    const value = fields[name];
    if (value !== undefined) fields[name] = protectCase(value);
  }
  const kind = (fields.type ?? kindsByType[type])?.trim();
  if (kind !== undefined) fields.type = kindsOfWork[kind] ?? kind;
  if (fields.pubstate) fields.pubstate = states[fields.pubstate.trim()] ?? fields.pubstate;
  if (fields.addendum) fields.note = sentences(fields.note, fields.addendum);
  if (fields.issue && fields.number && type === 'article') {
    fields.number = `${fields.number}, ${fields.issue}`;
  }
  if (type === 'patent' && fields.location) {
    fields.location = countries[fields.location.trim()] ?? fields.location;
  }
  fields.url ??= addressOf(fields) ?? '';
  return withoutEmpty(fields);
}

/** `Oxford and New York` as `Oxford; New York`. */
function listed(value: string): string {
  const parts = splitOutsideBraces(value, /\s+and\s+/i).map((part) => part.trim());
  return parts.filter((part) => part !== 'others').join('; ');
}

/** Title, subtitle and addition as one title; what has a subtitle is short without it. */
function joinTitle(fields: Fields, prefix: string): void {
  const { [`${prefix}title`]: title, [`${prefix}subtitle`]: subtitle } = fields;
  const addon = fields[`${prefix}titleaddon`];
  delete fields[`${prefix}subtitle`];
  delete fields[`${prefix}titleaddon`];
  if (title === undefined) return;
  if (prefix === '' && subtitle) fields.shorttitle ??= title;
  const whole = subtitle ? `${title}${endsSentence(title) ? ' ' : ': '}${subtitle}` : title;
  fields[`${prefix}title`] = sentences(whole, addon);
}

/** The work is the whole in many volumes; the title of one volume is a field of its own. */
function nameVolume(type: string, fields: Fields): void {
  if (!fields.maintitle) return;
  const own = wholes.test(type) ? 'title' : 'booktitle';
  const volume = fields[own];
  fields[own] = fields.maintitle;
  delete fields.maintitle;
  // citation-js reads CSL's `volume-title` from here.
  if (volume !== undefined) fields.issuetitle = volume;
}

function endsSentence(text: string): boolean {
  return /[.?!:…][}'’"”]*$/.test(text);
}

function sentences(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .reduce<string>((text, part) => {
      if (text === '') return part ?? '';
      return `${text}${endsSentence(text) ? ' ' : '. '}${part}`;
    }, '');
}

/** Where an electronic copy is, told from the archive that keeps it. */
function addressOf(fields: Fields): string | undefined {
  const { eprint, doi } = fields;
  if (!eprint || doi) return undefined;
  const kind = (fields.eprinttype ?? fields.archiveprefix ?? '').trim().toLowerCase();
  if (kind === 'arxiv') return `https://arxiv.org/abs/${eprint}`;
  if (kind === 'jstor') return `https://www.jstor.org/stable/${eprint}`;
  if (kind === 'hdl') return `https://hdl.handle.net/${eprint}`;
  if (kind === 'pubmed') return `https://pubmed.ncbi.nlm.nih.gov/${eprint}`;
  return undefined;
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
