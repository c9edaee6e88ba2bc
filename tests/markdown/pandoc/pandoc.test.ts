import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sketch } from '../sketch.js';

interface Case {
  markdown: string;
  pandoc: string;
  octavo?: string;
  because?: string;
}

const cases: Case[] = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8'));

/** Spaces at the edges of an affix are no part of what it says; a link is one however it is written. */
function compared(sketched: string): string {
  return sketched
    .replaceAll('linkReference(', 'link(')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+(?=[<|}])/g, '')
    .replace(/(?<=[>|{])[ \n]+/g, '');
}

test.each(cases)('$markdown', ({ markdown, pandoc, octavo }) => {
  const blocks = sketch(markdown).filter(
    (block) => !/^definition\(|^footnoteDefinition/.test(block),
  );
  expect(compared(blocks.join(''))).toBe(compared(octavo ?? pandoc));
});

test('a difference is defended, and is one', () => {
  for (const { markdown, pandoc, octavo, because } of cases) {
    expect(because === undefined, markdown).toBe(octavo === undefined);
    if (octavo !== undefined) expect(compared(octavo), markdown).not.toBe(compared(pandoc));
  }
  expect(cases.length).toBeGreaterThanOrEqual(150);
});
