import { readFileSync } from 'node:fs';
import type { Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { placeCitations, readBibliography, resolveLocale } from '../../../src/citations/index.js';
import { Report } from '../../../src/diagnostics/report.js';
import { parseManuscript } from '../../../src/markdown/index.js';
import { place, styleNamed } from '../setting.js';

const folder = new URL('../../../manuscript/', import.meta.url);

function file(name: string) {
  return { path: `/${name}`, shown: name, text: readFileSync(new URL(name, folder), 'utf8') };
}

const manuscript = file('manuscript.md');
const bodyLine = manuscript.text.split('\n').indexOf('---', 1) + 2;

function parsed(): Root {
  return parseManuscript(manuscript, bodyLine, new Report());
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

const original = frozen(parsed());
const bibliography = readBibliography(['references.json', 'reports.bib'].map(file), new Report());

/** The publication as a reader has it: text, notes, the list of works. */
async function setIn(name: string): Promise<string> {
  const style = await styleNamed(name);
  const report = new Report();
  const locale = await resolveLocale(style, 'en-GB', place, report, []);
  const root = structuredClone(original);
  const { references } = placeCitations(root, {
    bibliography,
    style,
    locale,
    file: 'manuscript.md',
    report,
  });
  expect(report.diagnostics).toEqual([]);
  const notes: string[] = [];
  const blocks = root.children.map((block) => textOf(block, notes)).filter((text) => text !== '');
  return [...blocks, notes.join('\n'), references.map(({ text }) => text).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function textOf(node: RootContent, notes: string[]): string {
  if (node.type === 'note') {
    const { number = 0 } = node.data ?? {};
    const text = node.children.map((child) => textOf(child, notes)).join(' ');
    notes[number - 1] = `${number} ${text}`;
    return `{${number}}`;
  }
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child, notes)).join('') : '';
}

const styles: [format: string, style: string][] = [
  ['note', 'iai'],
  ['short note', 'octavo-short-notes'],
  ['author-date', 'octavo-author-date'],
  ['author-date', 'apa'],
  ['author', 'named'],
  ['numeric', 'octavo-numeric'],
  ['superscript', 'raised'],
  ['label', 'octavo-label'],
];

test.each(styles)('%s: %s reads as if written for it', async (_, style) => {
  await expect(await setIn(style)).toMatchFileSnapshot(`${style}.txt`);
});

test('there and back', async () => {
  const there = await setIn('iai');
  for (const [, style] of styles) await setIn(style);
  expect(await setIn('iai')).toBe(there);
  expect(original).toEqual(parsed());
});
