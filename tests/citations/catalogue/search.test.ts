import { describe, expect, it } from 'vitest';
import { readHead } from '../../../src/citations/catalogue/head.js';
import type { CataloguedStyle } from '../../../src/citations/catalogue/list.js';
import { mayFind, searchStyles } from '../../../src/citations/catalogue/search.js';
import { category, dependent, independent } from './styles.js';

const texts = Object.entries({
  'river-notes': independent('Society of Rivers (notes)', {
    kind: 'note',
    head: `<title-short>SOR</title-short>${category('note', 'history', 'generic-base')}`,
  }),
  'river-dates': independent('Society of Rivers (author-date)', {
    head: category('author-date', 'history'),
  }),
  rivers: independent('Rivers', { head: category('numeric', 'geography') }),
  'annals-of-rivers': dependent('Annals of Rivers', 'river-notes', { head: category('note') }),
  okonomie: independent('Zeitschrift für Ökonomie', {
    head: category('numeric', 'social_science'),
  }),
  outrivers: independent('Outrivers', { head: category('label') }),
  notes: independent('Field Work', { head: category('numeric', 'biology') }),
});

const styles = texts.map(([name, xml]): CataloguedStyle => {
  const head = readHead(xml);
  if (!head) throw new Error(name);
  return { name, origin: 'user', source: `/${name}.csl`, ...head };
});

describe('a search', () => {
  it.each<[query: string, found: string[]]>([
    // The style of that name, then those that bear it as a word, parents first, then parts of words.
    ['rivers', ['rivers', 'river-notes', 'annals-of-rivers', 'river-dates', 'outrivers']],
    ['SOR', ['river-notes']],
    ['society of rivers', ['river-notes', 'river-dates']],
    ['history note', ['river-notes']],
    ['author-date', ['river-dates']],
    ['Okonomie', ['okonomie']],
    ['ÖKONOMIE', ['okonomie']],
    ['social science', ['okonomie']],
    ['annals-of-rivers', ['annals-of-rivers']],
    ['label', ['outrivers']],
    ['rivers nothing', []],
    ['zzz', []],
  ])('%s', (query, found) => {
    const names = searchStyles(styles, query).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(found));
    expect(names[0]).toBe(found[0]);
  });

  it('prefers a name to a manner of citing', () => {
    expect(searchStyles(styles, 'notes')[0]?.name).toBe('notes');
  });

  it('puts a part of a word behind the word', () => {
    expect(searchStyles(styles, 'rivers').at(-1)?.name).toBe('outrivers');
  });

  it.each(['', '  ', '–'])('for nothing (“%s”) finds all, in their order', (query) => {
    expect(searchStyles(styles, query)).toEqual(styles);
  });
});

describe('what a head is worth reading for', () => {
  const everyQuery = [
    'rivers',
    'SOR',
    'history note',
    'author-date',
    'ÖKONOMIE',
    'social science',
    'in-text',
    'in-text label',
    '',
    '–',
  ];

  it.each(everyQuery)('“%s” leaves out nothing that it finds', (query) => {
    const isWanted = mayFind(query);
    const found = searchStyles(styles, query).map(({ name }) => name);
    const wanted = texts.filter(([name, xml]) => isWanted(name, xml)).map(([name]) => name);
    expect(wanted).toEqual(expect.arrayContaining(found));
  });

  it('finds words that are spelled as entities', () => {
    expect(mayFind('okonomie')('x', independent('&#214;konomie'))).toBe(true);
  });

  it('leaves out what lacks a word', () => {
    expect(mayFind('rivers brooks')('rivers', independent('Rivers'))).toBe(false);
  });
});
