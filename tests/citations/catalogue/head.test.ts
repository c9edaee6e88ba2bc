import { describe, expect, it } from 'vitest';
import { readHead } from '../../../src/citations/catalogue/head.js';
import { category, dependent, independent } from './styles.js';

describe('what the head of a style says', () => {
  it.each<[what: string, xml: string, said: object]>([
    [
      'an independent style',
      independent('Law &amp;\n   Order', {
        head: `<title-short>L&amp;O</title-short>${category('author-date', 'law', 'political_science')}`,
        attributes: ' default-locale="en-GB"',
      }),
      {
        title: 'Law & Order',
        shortTitle: 'L&O',
        class: 'in-text',
        format: 'author-date',
        fields: ['law', 'political_science'],
        locale: 'en-GB',
      },
    ],
    ['a note style', independent('N', { kind: 'note' }), { class: 'note', format: 'note' }],
    [
      'one that does not say how it cites',
      independent('N'),
      { class: 'in-text', format: undefined },
    ],
    [
      'one whose category belies its class',
      independent('N', { head: category('note') }),
      { class: 'in-text', format: undefined },
    ],
    [
      'a dependent style, which has no class of its own',
      dependent('Journal', 'big-note', { head: category('note', 'history') }),
      {
        title: 'Journal',
        class: 'note',
        format: 'note',
        parent: 'http://www.zotero.org/styles/big-note',
      },
    ],
    ['a title in CDATA', independent('<![CDATA[A < B]]>'), { title: 'A < B' }],
    [
      'a comment before it',
      `<!-- <title>No</title> -->${independent('Yes').slice(38)}`,
      { title: 'Yes' },
    ],
    [
      'a text that is cut after its head',
      `${independent('Cut').split('</info>')[0]}</info><macro na`,
      { title: 'Cut' },
    ],
    ['a byte order mark', `\uFEFF${independent('Marked')}`, { title: 'Marked' }],
  ])('%s', (_what, xml, said) => {
    expect(readHead(xml)).toMatchObject(said);
  });

  it.each([
    ['a locale', '<locale><info><title>T</title></info></locale>'],
    ['a head that does not end', '<style><info><title>T</title>'],
    ['no XML', '<style <info></info>'],
    ['nothing', ''],
  ])('%s is no style', (_what, xml) => {
    expect(readHead(xml)).toBeUndefined();
  });

  it('takes titles of other elements for no title of the style', () => {
    const link =
      '<link href="x" rel="documentation">elsewhere</link><author><name>A</name></author>';
    expect(readHead(independent('Own', { head: link }))?.title).toBe('Own');
  });
});
