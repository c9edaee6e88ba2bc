import { describe, expect, it } from 'vitest';
import { manuscript, read } from './publication-on-disk.js';

describe('malformed front matter is one error, at its place', () => {
  it.each<[what: string, lines: string[], place: string, remedy: RegExp]>([
    ['a colon in a value', ['title: Law: a reader'], '2:8', /quotes/],
    ['a tab as indentation', ['title: T', 'series:', '\tname: N'], '4:1', /spaces/],
    ['a field twice', ['title: T', 'date: 2025', 'title: U'], '4:1', /Keep one/],
    ['an open quote', ['title: "Open'], '3:1', /Close|quotes/],
    ['an open list', ['keywords: [a, b'], '3:1', /Close|quotes/],
    ['an at sign', ['title: T', 'nocite: @a'], '3:9', /quotes/],
    ['an unknown tag', ['title: !!js/function "x"'], '2:8', /tag/],
    ['an unknown alias', ['title: *bold*'], '2:8', /quotes/],
    ['a list in place of fields', ['- title'], '2:1', /title:/],
    ['text in place of fields', ['title'], '2:1', /title:/],
    ['a list as a name', ['[a, b]: c'], '2:1', /name: value/],
    ['wrong indentation', ['title: T', '  date: 2025'], '2:8', /quotes|indent/],
  ])('%s', async (_what, lines, place, remedy) => {
    const { findings, remedies } = await read(manuscript(...lines));
    expect(findings).toEqual([`publication/yaml manuscript.md:${place} (1)`]);
    expect(remedies[0]).toMatch(remedy);
  });

  it('no end', async () => {
    const { findings } = await read({ 'manuscript.md': '---\ntitle: T\n\nText.\n' });
    expect(findings).toEqual(['publication/yaml manuscript.md:1:1 (1)']);
  });

  it('aliases that unfold without end', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) {
      lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}*a${level - 1}]`);
    }
    const { findings } = await read(manuscript(...lines));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^publication\/yaml .* \(1\)$/);
  });

  it('an alias within itself', async () => {
    const { findings } = await read(manuscript('title: T', 'series: &s {name: *s}'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^publication\/yaml /);
  });

  it('settings that are malformed are told at their own place', async () => {
    const { findings } = await read({ 'octavo.yml': 'name: "x', ...manuscript('title: T') });
    expect(findings[0]).toMatch(/^publication\/yaml octavo\.yml:1:\d+ \(1\)$/);
  });
});

describe('values of the wrong kind are errors, and reading goes on', () => {
  it.each<[line: string, finding: string, message: RegExp]>([
    ['title: [a]', 'publication/field manuscript.md:2:8', /`title` takes text, not a list/],
    ['toc: maybe', 'publication/field manuscript.md:2:6', /true or false, not “maybe”/],
    ['toc: [true]', 'publication/field manuscript.md:2:6', /not a list/],
    ['keywords: {a: b}', 'publication/field manuscript.md:2:11', /not a group/],
    ['keywords: [a, [b]]', 'publication/field manuscript.md:2:15', /not a list/],
    ['author: {affiliation: X}', 'publication/field manuscript.md:2:9', /needs a `name`/],
    ['author: [[A]]', 'publication/field manuscript.md:2:10', /not a list/],
    ['series: {number: 1}', 'publication/field manuscript.md:2:9', /needs a `name`/],
    ['series: [a]', 'publication/field manuscript.md:2:9', /not a list/],
    ['bibliography: {a: b}', 'publication/field manuscript.md:2:15', /name of a file/],
    ['nocite: {a: b}', 'publication/field manuscript.md:2:9', /keys/],
    ['nocite: everything', 'publication/field manuscript.md:2:9', /keys/],
    ['lang: english language', 'publication/field manuscript.md:2:7', /no language tag/],
    ['date: 2025-02-30', 'publication/field manuscript.md:2:7', /no calendar/],
    ['date: 2025-13', 'publication/field manuscript.md:2:7', /no calendar/],
    ['date: 31 April 2025', 'publication/field manuscript.md:2:7', /no calendar/],
    ['isbn: 978-0-306-40615-8', 'publication/identifier manuscript.md:2:7', /check digit/],
    ['doi: 182', 'publication/identifier manuscript.md:2:6', /DOI/],
    [
      'author: {name: A, orcid: 0000-0002-1825-0098}',
      'publication/identifier manuscript.md:2:26',
      /check digit/,
    ],
    ['series: {name: N, issn: 2049-3631}', 'publication/identifier manuscript.md:2:25', /check/],
    ['date: in spring', 'publication/date manuscript.md:2:7', /as it stands/],
    ['tilte: x', 'publication/unknown-field manuscript.md:2:1', /`tilte`/],
    ['geometry: margin=1in', 'publication/unknown-field manuscript.md:2:1', /not used/],
    ['out: x', 'publication/unknown-field manuscript.md:2:1', /octavo\.yml/],
    ['author: {name: A, emial: x}', 'publication/unknown-field manuscript.md:2:19', /author.emial/],
    ['publisher: "a\\u0000b"', 'publication/control-character manuscript.md:2:12', /control/],
  ])('%s', async (line, finding, message) => {
    const title = line.startsWith('title') ? [] : ['title: T'];
    const { findings, messages, publication } = await read(manuscript(line, ...title));
    expect(findings.filter((each) => !each.startsWith('publication/no-title'))).toEqual([finding]);
    expect(messages[0]).toMatch(message);
    expect(publication).toBeDefined();
  });

  it('unknown fields come with the nearest known name', async () => {
    const { remedies } = await read(
      manuscript('title: T', 'autor: A', 'bibliografy: x', 'series: {name: N, isue: x}'),
    );
    expect(remedies).toEqual([
      'Write `author`, or delete it',
      'Write `bibliography`, or delete it',
      'Write `issues`, or delete it',
    ]);
  });

  it('a title that is missing is warned of, and the name stands in', async () => {
    const { publication, findings } = await read({ 'manuscript.md': 'Text.' });
    expect(findings).toEqual(['publication/no-title manuscript.md:1:1']);
    expect(publication?.metadata.title).toBe('manuscript');
  });

  it('every fault is told in one reading', async () => {
    const { findings } = await read(manuscript('title: [x]', 'toc: maybe', 'lang: "?"', 'foo: 1'));
    expect(findings).toHaveLength(5);
  });
});

describe('a manuscript that is no text', () => {
  it.each<[what: string, bytes: Uint8Array, finding: string, message: RegExp]>([
    [
      'Windows-1252',
      Buffer.from('---\ntitle: T\n---\n\nCaf\u00e9 au lait\n', 'latin1'),
      'publication/encoding manuscript.md:5:4 (1)',
      /byte E9/,
    ],
    [
      'cut amid a character',
      Buffer.concat([Buffer.from('Text \u{1F600}'), Buffer.from([0xf0, 0x9f, 0x98])]),
      'publication/encoding manuscript.md:1:8 (1)',
      /byte F0/,
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFText', 'utf16le'),
      'publication/encoding manuscript.md:1:1 (1)',
      /UTF-16/,
    ],
    [
      'null characters',
      Buffer.from('---\ntitle: T\n---\nTe\0xt'),
      'publication/encoding manuscript.md:4:3 (1)',
      /null/,
    ],
    ['empty', Buffer.from(''), 'publication/empty manuscript.md:1:1 (1)', /no text/],
    ['blank', Buffer.from('\n \n'), 'publication/empty manuscript.md:1:1 (1)', /no text/],
    [
      'front matter alone',
      Buffer.from('---\ntitle: T\n---\n\n'),
      'publication/empty manuscript.md:4:1 (1)',
      /no text/,
    ],
  ])('%s', async (_what, bytes, finding, message) => {
    const { findings, messages } = await read({ 'manuscript.md': bytes });
    expect(findings).toEqual([finding]);
    expect(messages[0]).toMatch(message);
  });

  it('control characters become spaces, with a warning at the first', async () => {
    const { findings, publication } = await read({
      'manuscript.md': '---\ntitle: T\n---\na\u000Bb\fc\n',
    });
    expect(findings).toEqual(['publication/control-character manuscript.md:4:2']);
    expect(publication?.manuscript.text.split('\n')[3]).toBe('a b c');
  });
});
