import { expect, it } from 'vitest';
import { documentFrom } from './document.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

it('verse keeps the spaces that indent its lines', async () => {
  const html =
    '<div class="verse" style="text-align: start"><p>\u00A0\u00A0ab<br>\ncd<br>\n\u00A0\u00A0\u00A0\u00A0<em>ef</em></p></div>';
  const { pages } = await tiny.lay(documentFrom(html));
  const pieces = (await printedText(pages.parts)).flat();
  const beginning = (letters: string) =>
    pieces.find(({ text }) => text.trim().startsWith(letters))?.x ?? Number.NaN;
  const [two, none, four] = ['ab', 'cd', 'ef'].map(beginning) as [number, number, number];
  expect(two - none).toBeGreaterThan(3);
  expect((four - none) / (two - none)).toBeCloseTo(2, 0);
});
