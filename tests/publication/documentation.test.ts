import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorFields } from '../../src/publication/front-matter/authors.js';
import { depositorFields } from '../../src/publication/front-matter/depositor.js';
import { noteFields } from '../../src/publication/front-matter/notes.js';
import { impositionFields, pressFields } from '../../src/publication/front-matter/press.js';
import type { FieldTable } from '../../src/publication/front-matter/reading.js';
import { metadataFields, settingsFields } from '../../src/publication/front-matter/schema.js';
import { screenFields } from '../../src/publication/front-matter/screen.js';
import { seriesFields } from '../../src/publication/front-matter/series.js';
import { issueFields } from '../../src/publication/issues.js';
import { manuscript, read } from './publication-on-disk.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/front-matter.md'), 'utf8');

/** A field's row in the tables of the documentation. */
function rows(fields: FieldTable): string[] {
  return Object.entries(fields).map(([name, { kind, means, example }]) => {
    const cells = [`\`${name}\``, means, kind.takes, `\`${example}\``];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
}

function rowsUnder(heading: string): string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own.split('\n').filter((line) => line.startsWith('| `'));
}

describe('docs/front-matter.md says what the schema says', () => {
  const pandoc = Object.entries<FieldTable[string]>(metadataFields);
  const shared = Object.fromEntries(pandoc.filter(([, field]) => field.pandoc));
  const ours = Object.fromEntries(pandoc.filter(([, field]) => !field.pandoc));

  it.each<[heading: string, fields: FieldTable]>([
    ['Fields shared with pandoc', shared],
    ['Fields of Octavo', ours],
    ['An author', authorFields],
    ['The series', seriesFields],
    ['The depositor', depositorFields],
    ['The notes', noteFields],
    ['The screen PDF', screenFields],
    ['The press', pressFields],
    ['The imposition', impositionFields],
    ['The list of issues', issueFields],
    ['`octavo.yml`', settingsFields],
  ])('%s', (heading, fields) => expect(rowsUnder(heading)).toEqual(rows(fields)));
});

describe('the examples are understood', () => {
  it.each(Object.entries(metadataFields))('%s', async (name, { example }) => {
    const title = name === 'title' ? [] : ['title: T'];
    const { findings } = await read({
      ...manuscript(...title, example),
      'references.json': '[]',
      'colophon.md': 'Text.',
    });
    expect(findings).toEqual([]);
  });

  it.each(Object.entries(settingsFields))('%s', async (_name, { example }) => {
    const { findings } = await read({
      'octavo.yml': example,
      ...manuscript('title: T'),
      'essay.md': '---\ntitle: T\n---\nText.',
    });
    expect(findings).toEqual([]);
  });
});
