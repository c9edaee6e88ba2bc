import { describe, expect, test } from 'vitest';
import { html, parse, sketch } from '../sketch.js';

const table = '| a | b |\n|---|---|\n| 1 | 2 |\n';

describe('a definition list', () => {
  test('has bare text where no blank line sets a definition off, else paragraphs', () => {
    expect(html(parse('Term\n:   Close.\n').root)).toBe('<dl><dt>Term</dt><dd>Close.</dd></dl>');
    expect(html(parse('Term\n\n:   Apart.\n').root)).toBe(
      '<dl><dt>Term</dt><dd><p>Apart.</p></dd></dl>',
    );
  });

  test('has paragraphs where a definition has several', () => {
    expect(html(parse('Term\n:   One.\n\n    Two.\n').root)).toBe(
      '<dl><dt>Term</dt><dd><p>One.</p><p>Two.</p></dd></dl>',
    );
  });

  test('ends with the first line that is not indented', () => {
    expect(sketch('Term\n:   One.\n\nAfter.\n')).toEqual([
      'definitionList(definitionTerm(Term)definitionDescription(One.))',
      'After.',
    ]);
  });

  test('stands where it begins in the manuscript', () => {
    const [list] = parse('Text.\n\nTerm\n: one\n\nTerm\n: two\n').root.children.slice(1);
    expect(list?.position).toMatchObject({ start: { line: 3 }, end: { line: 7 } });
  });
});

describe('what is no definition stays text', () => {
  test.each([
    ['under a paragraph of two lines, which a colon may begin by chance', 'One\ntwo\n: three\n'],
    ['at the beginning', ': one\n'],
    ['in code', '~~~\nTerm\n: one\n~~~\n'],
    ['under a heading', '## Term\n: one\n'],
  ])('%s', (_, text) => {
    expect(sketch(text).join()).not.toContain('definition');
  });

  test('the line before a table, and that after one, is its caption', () => {
    for (const text of [`Text.\n\n: Caption\n\n${table}`, `${table}\n: Caption\n`]) {
      expect(sketch(text).join()).toContain('tableCaption(Caption)');
      expect(sketch(text).join()).not.toContain('definition');
    }
  });

  test('a colon without a term leaves the definitions elsewhere alone', () => {
    expect(sketch(': one\n\n## Heading\n\nTerm\n: two\n')).toEqual([
      ': one',
      'heading(Heading)',
      'definitionList(definitionTerm(Term)definitionDescription(two))',
    ]);
  });
});

test('thousands of colons are read in a moment', () => {
  expect(sketch(': a\n'.repeat(5_000)).length).toBeGreaterThan(0);
  expect(sketch('a\n: b\n\n'.repeat(1_000))).toHaveLength(1);
});
