import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../src/markdown/nodes.js';
import { html, parse, sketch } from '../sketch.js';

function formulas(root: Root): Formula[] {
  const found: Formula[] = [];
  visit(root, 'formula', (formula: Formula) => {
    found.push(formula);
  });
  return found;
}

const linesOf = (text: string) =>
  formulas(parse(text).root).map(({ lines }) => lines.map(({ line, column }) => [line, column]));

describe('dollars', () => {
  it.each([
    'It costs $5 and US$10.',
    'From $5-$10 to $7.',
    'A $ alone, and $ x $ with spaces.',
    'Escaped \\$x\\$ stays.',
    'Code `$x$` stays.',
    'Nobody ends $this',
  ])('%s', (text) => {
    expect(formulas(parse(text).root)).toEqual([]);
  });

  it('stay text where a hundred thousand begin nothing', () => {
    expect(formulas(parse('$a '.repeat(100_000)).root)).toEqual([]);
  });

  it('bind tighter than the brackets of notes and links', () => {
    expect(sketch('^[a $]$ b] [c $]$](#d)')).toEqual(['^(a math(]) b) link(c math(]))']);
  });

  it('leave a bar of a table to the table unless it is escaped', () => {
    const { root } = parse('| a | b |\n|---|---|\n| $\\|x\\|$ | $y$ |');
    expect(formulas(root).map(({ value }) => value)).toEqual(['|x|', 'y']);
  });
});

describe('a display formula on its own lines', () => {
  it('holds lines that would begin other blocks', () => {
    expect(sketch('$$\n- a\n# b\n> c\n===\n$$')).toEqual(['displaymath(- a # b > c ===)']);
  });

  it('stands in quotes and lists, and knows where its lines begin', () => {
    expect(linesOf('> $$\n> a\n>   - b\n> $$\n\n- x\n\n  $$y$$')).toEqual([
      [
        [2, 3],
        [3, 3],
      ],
      [[8, 5]],
    ]);
  });

  it('ends with its container, and then is none', () => {
    expect(sketch('> $$\n> a\n\n$$')).toEqual(['blockquote($$\na)', '$$']);
  });

  it('does not shut a list in where it has no end', () => {
    const { root, findings } = parse('$$ is open\n- a\n- b\n\n$$x$$');
    expect(root.children.map(({ type }) => type)).toEqual(['paragraph', 'list', 'formulaBlock']);
    expect(findings).toEqual(['markdown/unclosed-formula 1:1']);
  });

  it('with a blank line in it is told of, and stays text', () => {
    const { root, findings } = parse('$$\na\n\nb\n$$');
    expect(formulas(root)).toEqual([]);
    expect(findings).toEqual(['markdown/unclosed-formula 1:1']);
  });
});

describe('a display formula in a paragraph', () => {
  it('parts it: the second part goes on', () => {
    expect(html(parse('Let $$x$$ be\n*it*.').root)).toMatch(
      /^<p>Let<\/p>\n<div class="formula">.*<\/div>\n<p class="goes-on">be\n<em>it<\/em>\.<\/p>$/,
    );
  });

  it('whose text follows without a blank line goes on too', () => {
    expect(html(parse('Let\n$$\nx\n$$\nbe.\n\nNew.').root)).toMatch(
      /<p class="goes-on">be\.<\/p>\n<p>New\.<\/p>$/,
    );
  });

  it('takes the mark that ends its sentence with it', () => {
    expect(sketch('Let $$x$$, or $$y$$.')).toEqual([
      'Let',
      'displaymath(x,)',
      'or',
      'displaymath(y.)',
    ]);
    expect(sketch('See $$\\begin{align} x \\end{align}$$.').at(-1)).toBe('.');
  });

  it('stays in its line where no block may stand', () => {
    expect(sketch('# A $$x$$')).toEqual(['heading(A displaymath(x))']);
    expect(sketch('[a $$x$$ b](#c)')).toEqual(['link(a displaymath(x) b)']);
  });
});
