import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import type { RecordName } from '../../../src/publication/publication.js';
import { codedFaults } from '../../checkers/coded-rules.js';
import {
  checkRecord,
  everyElement,
  parseRecord,
  type XmlElement,
  type XmlModel,
} from '../../checkers/xml-model.js';
import { crossrefModel, jatsModel, onixModel } from './models.js';
import { full, kinds, textOf, written } from './publications.js';

const records: [RecordName, XmlModel][] = [
  ['crossref', crossrefModel],
  ['jats', jatsModel],
  ['onix', onixModel],
];

describe.each(records)('%s', (name, model) => {
  it.each(Object.entries(kinds))('is as documented of %s', (_, metadata) => {
    expect(checkRecord(parseRecord(textOf(name, metadata)), model)).toEqual([]);
  });

  const fresh = () => parseRecord(textOf(name, full));
  const places = everyElement(fresh()).map((element, index) => [element.name, index] as const);

  /** What a spoilt record is found guilty of. */
  function spoilt(index: number, spoil: (element: XmlElement) => void): string[] {
    const root = fresh();
    spoil(everyElement(root)[index] as XmlElement);
    return checkRecord(root, model);
  }

  it.each(places)('%s (%i) under another name is caught', (_, index) => {
    expect(
      spoilt(index, (element) => {
        element.name = 'unheard-of';
      }),
    ).not.toEqual([]);
  });

  it.each(places.filter((_, index) => fresh() && everyElement(fresh())[index]?.children.length))(
    '%s (%i) without its first child, and with its children turned round, is caught',
    (elementName, index) => {
      const { length } = everyElement(fresh())[index]?.children ?? [];
      const emptied = spoilt(index, (element) => {
        element.children = [];
      });
      expect(emptied, elementName).not.toEqual([]);
      const names = new Set(everyElement(fresh())[index]?.children.map((child) => child.name));
      // Authors stand in any order.
      if (length < 2 || names.size < 2 || elementName === 'contributors') return;
      const turned = spoilt(index, (element) => {
        element.children.reverse();
      });
      expect(turned, elementName).not.toEqual([]);
    },
  );

  it.each(
    places.filter(([, index]) => {
      const element = everyElement(fresh())[index];
      return element?.children.length === 0 && element.text !== '';
    }),
  )('%s (%i) that says nothing is caught', (_, index) => {
    expect(
      spoilt(index, (element) => {
        element.text = '';
      }),
    ).not.toEqual([]);
  });

  it.each(Object.keys(model.attributes))('%s that says something else is caught', (place) => {
    const [of = '', attribute = ''] = place.split('@');
    const found = Object.values(kinds).some((metadata) => {
      const root = parseRecord(textOf(name, metadata));
      const element = everyElement(root).find((each) => each.name === of);
      if (!element) return false;
      element.attributes[attribute] = '';
      return checkRecord(root, model).length > 0;
    });
    expect(found).toBe(true);
  });

  it.each(Object.keys(model.values))('%s with a value that cannot be is caught', (of) => {
    const found = Object.values(kinds).some((metadata) => {
      const root = parseRecord(textOf(name, metadata));
      const element = everyElement(root).find((each) => each.name === of);
      if (!element) return false;
      element.text = '? '.repeat(80);
      return checkRecord(root, model).length > 0;
    });
    expect(found).toBe(true);
  });
});

describe('the checker of records', () => {
  const model: XmlModel = {
    root: 'a',
    content: { a: /b (?:c )?/ },
    values: { b: /^\d+$/ },
    attributes: { 'b@id': /./ },
  };
  const records = {
    'another root': '<b id="1">1</b>',
    'another order': '<a><c>x</c><b id="1">1</b></a>',
    'elements in one that holds none': '<a><b id="1">1<c>x</c></b><c>x</c></a>',
    'text among elements': '<a>x<b id="1">1</b><c>x</c></a>',
    'an empty element': '<a><b id="1">1</b><c/></a>',
    'another value': '<a><b id="1">x</b><c>x</c></a>',
    'an attribute left out': '<a><b>1</b><c>x</c></a>',
  };
  const faultsOf = (xml: string) => checkRecord(parseRecord(xml), model);

  it('passes a record that is as its model', () => {
    expect(faultsOf('<a><b id="1">1</b><c>x</c></a>')).toEqual([]);
  });

  it.each(Object.entries(records))('catches %s', (_, xml) => {
    expect(faultsOf(xml)).not.toEqual([]);
  });

  it('catches each fault that it knows by one of these', () => {
    const told = Object.values(records).flatMap(faultsOf);
    const texts = codedFaults('xml-model.ts');
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((fault) => !told.some((each) => fault.test(each))).map(String)).toEqual([]);
  });
});

describe('an ONIX record says who can read the ebook', () => {
  const codesOf = (html: string) => {
    const trees = [fromHtml(html, { fragment: true })];
    const { text = '' } = written('onix', full, { trees });
    expect(checkRecord(parseRecord(text), onixModel)).toEqual([]);
    const values = /<ProductFormFeatureValue>(\d+)</g;
    return [...text.matchAll(values)].map(([, code]) => code);
  };

  it('of text', () => {
    expect(codesOf('<p>Text.</p>')).toEqual(['11', '13', '19', '22', '29', '30', '36', '52']);
  });

  it('of images and formulas, as far as they are described', () => {
    expect(codesOf('<p><img src="a" alt="A map"><math></math></p>')).toEqual(
      expect.arrayContaining(['14', '17', '52']),
    );
    const undescribed = codesOf('<p><img src="a"></p>');
    expect(undescribed).not.toContain('14');
    expect(undescribed).not.toContain('52');
  });
});
