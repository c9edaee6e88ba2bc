import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedStyles } from '../../src/citations/style/shipped.js';
import { cite, noteTexts, reading } from './setting.js';
import { works } from './works.js';

interface Example {
  citation: string;
  entry: string;
}

function examples(style: string): Record<string, Example> {
  return JSON.parse(readFileSync(new URL(`styles/${style}.json`, import.meta.url), 'utf8'));
}

const styles = (await shippedStyles()).filter((name) => name.startsWith('octavo-'));

test.each(styles)('works of every kind in %s', async (style) => {
  const manuscript = [...works.keys()].map((key) => `a[@${key}]`).join('\n\n');
  const { citations, references, findings } = await cite(manuscript, works, { style });
  const entries = new Map(references.map(({ key, text }) => [key, text]));
  const printed = citations.map(({ keys: [key = ''], text }) => [
    key,
    { citation: text, entry: entries.get(key) },
  ]);
  expect(Object.fromEntries(printed)).toEqual(examples(style));
  expect(findings).toEqual([]);
});

const passage =
  'One.[@news] Two [@news, p. 15]. Three [@article; @book, ch. 2; see @chapter, pp. 3-5]. ' +
  'As @book [p. 7] says, @letter says too.[@interview]';

const readings: [style: string, text: string, notes: string[]][] = [
  [
    'octavo-short-notes',
    'One.{1} Two.{2} Three.{3} As Verdi{4} says, Lumen{5} says too.{6}',
    [
      'Gray, ‘Line “Moved”’.',
      'Ibid., p. 15.',
      'Doe, Poe and Roe, ‘Why Borders?’; Verdi, The Long Border, ch. 2; see Bruni, ‘Ports’, pp. 3–5.',
      'Verdi, The Long Border, p. 7.',
      'Lumen, e-mail to Bo Quist, 3 June 2023.',
      'Lumen, ‘Lines Are Over’.',
    ],
  ],
  [
    'octavo-author-date',
    'One (Gray, 2024). Two (Gray, 2024, p. 15). Three (Doe, Poe and Roe, 2021; Verdi, 2018, ch. 2; see Bruni, 2020, pp. 3–5). As Verdi (2018, p. 7) says, Lumen (2023b) says too (Lumen, 2023a).',
    [],
  ],
  [
    'octavo-numeric',
    'One [1]. Two [1, p. 15]. Three [2; 3, ch. 2; see 4, pp. 3–5]. As Verdi [3, p. 7] says, Lumen [5] says too [6].',
    [],
  ],
  [
    'octavo-label',
    'One [Gray24]. Two [Gray24, p. 15]. Three [DoPR21; Verd18, ch. 2; see Brun20, pp. 3–5]. As Verdi [Verd18, p. 7] says, Lumen [Lume23a] says too [Lume23b].',
    [],
  ],
];

test.each(readings)('a passage in %s', async (style, text, notes) => {
  const { root, findings } = await cite(passage, works, { style });
  expect(reading(root)).toBe(text);
  expect(noteTexts(root)).toEqual(notes);
  expect(findings).toEqual([]);
});
