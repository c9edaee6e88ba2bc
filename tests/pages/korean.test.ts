import { expect, it } from 'vitest';
import { documentFrom } from './document.js';
import { withEastAsianFonts } from './east-asian.js';
import { printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages(withEastAsianFonts);

const korean =
  '종이는 오래전부터 사람들 사이를 오가며 말을 전했고 천천히 읽어야 할 글은 천천히 써야 했다는 것을 우리는 오래된 편지에서 배운다';

it.each([
  ['paragraphs', 'p', 'ko'],
  ['headings', 'h2', 'ko'],
  ['headings of another publication', 'h2', 'en'],
])('Korean lines end between words in %s', async (_, name, lang) => {
  const document = documentFrom(`<${name} lang="ko">${korean}</${name}>`);
  document.metadata.lang = lang;
  const { pages } = await tiny.lay(document);
  const pieces = (await printedText(pages.parts)).flat();
  const lines: { y: number; text: string }[] = [];
  for (const { text, y } of pieces.filter(({ text }) => /\p{Script=Hangul}/u.test(text))) {
    const line = lines.at(-1);
    if (line?.y === y) line.text += text;
    else lines.push({ y, text });
  }
  const ends = new Set<string>();
  let before = '';
  for (const word of korean.split(' ')) {
    before += word;
    ends.add(before);
  }
  expect(lines.length).toBeGreaterThan(2);
  let read = '';
  for (const { text } of lines) {
    read += text.replace(/\s/g, '');
    expect(ends).toContain(read);
  }
  expect(read).toBe(before);
});
