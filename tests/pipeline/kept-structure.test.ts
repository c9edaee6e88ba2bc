import fc from 'fast-check';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import type { OctavoDocument } from '../../src/document/document.js';
import { KeptStructure } from '../../src/pipeline/kept-structure.js';
import { change, manuscript } from './edited-manuscripts.js';
import { htmlOfParts, said, Versions } from './structured-versions.js';

/** Makes versions one after the other; each must be what it is from scratch. */
async function versionsOf(versions: Versions, bodies: readonly string[]) {
  const structure = new KeptStructure();
  const made: { document?: OctavoDocument; blocksAnew?: number; nodes: object[] }[] = [];
  for (const body of bodies) {
    const kept = await versions.kept(structure, body);
    expect(said(kept)).toEqual(said(await versions.fresh(body)));
    const nodes = [...htmlOfParts(kept.structured?.document).keys()];
    made.push({ ...kept.structured, nodes });
  }
  return made;
}

/** How many blocks the second of two versions was made of anew; undefined where the whole was. */
async function anew(before: string, after: string, front = ''): Promise<number | undefined> {
  const [, edited] = await versionsOf(await Versions.of(front), [before, after]);
  return edited?.blocksAnew;
}

const text = `## One

The first paragraph.

The second[@roth] one^[A note.] is here[^a].

- A list
- of two

The third, [words][lab] and @weil.

| a | b |
| --- | --- |
| c | d |

The fourth.

[^a]: Called once.

[lab]: https://example.org

> A quote.

The last.
`;

it('is what a structure from scratch is, whatever is edited', { timeout: 120_000 }, async () => {
  const kinds = [
    await Versions.of('thanks: To @roth.\n', { claimsAccessibility: true }),
    await Versions.of('csl: ieee\nlink-citations: true\nlang: de\n', { dropCaps: 'text' }),
    await Versions.of('restart-notes: true\nback-references: true\n'),
  ];
  const edits = fc.array(change, { minLength: 1, maxLength: 4 });
  let madeInPart = 0;
  const check = async (body: string, changes: ((text: string) => string)[], kind: number) => {
    const versions = kinds[kind] as Versions;
    const structure = new KeptStructure();
    let current = body;
    let last = await versions.kept(structure, current);
    for (const edit of changes) {
      current = edit(current);
      const before = htmlOfParts(last.structured?.document);
      last = await versions.kept(structure, current);
      // What is made whole is made as from scratch.
      if (last.structured?.blocksAnew === undefined) continue;
      madeInPart += 1;
      expect(said(last)).toEqual(said(await versions.fresh(current)));
      for (const [node, html] of htmlOfParts(last.structured.document)) {
        if (before.has(node)) expect(before.get(node)).toBe(html);
      }
    }
  };
  const versions = fc.nat(kinds.length - 1);
  await fc.assert(fc.asyncProperty(manuscript, edits, versions, check), { numRuns: 8, seed: 7 });
  expect(madeInPart).toBeGreaterThan(4);
});

describe('an edit that stays in its place', () => {
  it.each([
    ['a word', 'first', 'very first', 1],
    ['a paragraph with citations and notes', 'one^[', 'one or two^[', 1],
    ['a note in its place', 'A note.', 'A longer note.', 1],
    ['a line break', 'The first ', 'The first\n', 1],
    ['a paragraph that becomes two', 'The first ', 'The first\n\n', 2],
    ['a new paragraph', 'The second', 'New.\n\nThe second', 2],
    ['a paragraph below a table, with it', 'The fourth.', 'New.\n\nThe fourth.', 4],
    ['an item of a list', 'of two', 'of two\n- of three', 2],
    ['what is called by a label', 'The third', 'The thirtieth', 1],
    ['a locator', '[@roth]', '[@roth, p. 3]', 1],
    ['the end of the text', 'The last.', 'The last of all.', 1],
    ['nothing', 'The last.', 'The last.', 0],
  ])('is made anew with its neighbours at most: %s', async (_, from, to, blocks) => {
    expect(await anew(text, text.replace(from, to))).toBe(blocks);
  });

  it('is made anew with other line endings', async () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(await anew(windows, windows.replace('first', 'very first'))).toBe(1);
  });

  it('is found again and again', async () => {
    const bodies = ['', 'a', 'ab', 'a', 'a\n\nb', 'a\n\nb c'].map((more) =>
      text.replace('first', more),
    );
    const made = await versionsOf(await Versions.of(), bodies);
    expect(made.map(({ blocksAnew }) => blocksAnew)).toEqual([undefined, 1, 1, 1, 2, 1]);
  });
});

describe('an edit that concerns more', () => {
  it.each([
    ['a heading', '## One', '## Two'],
    ['a key', '[@roth]', '[@weil]'],
    ['a note more', 'The fourth.', 'The fourth.^[New.]'],
    ['a definition of a note', 'Called once', 'Called but once'],
    ['a definition of a link', 'example.org', 'example.com'],
    ['an id', 'The first', 'The [first]{#first}'],
    ['a fence that is not closed', 'The first', '```\nThe first'],
    ['a container', 'The first paragraph.', '::: box\nThe first paragraph.\n:::'],
    ['a definition list', 'The second', ': The second'],
    ['raw HTML between blocks', 'The first paragraph.', '<div>\n\nThe first paragraph.'],
    ['a caption', 'The fourth.', 'Table: The fourth.'],
    ['an image', 'The fourth.', '![words](no.png)'],
    ['what is told of', 'The fourth.', 'The fourth.[@none]'],
  ])('makes the whole anew: %s', async (_, from, to) => {
    expect(await anew(text, text.replace(from, to))).toBeUndefined();
  });

  it('makes the whole anew where formulas depend on each other', async () => {
    const formulas = 'Let $\\gdef\\R{r}\\R$.\n\nThen $\\R$.\n\nSo.\n';
    expect(await anew(formulas, formulas.replace('Then', 'But'))).toBeUndefined();
    expect(await anew(formulas, formulas.replace('So', 'Thus'))).toBe(1);
    expect(await anew('A $x$.\n\nA $y$.\n', 'A $x$.\n\nA $z$.\n')).toBe(1);
  });

  it('makes the whole anew where another paragraph calls the same note', async () => {
    const twice = text.replace('The fourth.', 'The fourth[^a].');
    expect(await anew(twice, twice.replace('The fourth', 'The fifth'))).toBeUndefined();
  });
});

describe('what an edit leaves alone', () => {
  /** Which blocks, notes and references, from 0, are other objects than before. */
  const others = async (before: string, after: string) => {
    const [old, edited] = await versionsOf(await Versions.of('csl: ieee\n'), [before, after]);
    const known = new Set(old?.nodes);
    const othersOf = (nodes: readonly object[] = []) =>
      nodes.flatMap((node, index) => (known.has(node) ? [] : [index]));
    const { body, notes, references } = edited?.document ?? {};
    return {
      blocks: othersOf(body?.children.filter(({ type }) => type === 'element')),
      notes: othersOf(notes),
      references: othersOf(references),
    };
  };

  it.each([
    ['first', 'very first', { blocks: [1], notes: [], references: [] }],
    ['second', 'next', { blocks: [2], notes: [], references: [] }],
    ['A note', 'The note', { blocks: [], notes: [0], references: [] }],
    ['A list', 'The list', { blocks: [3], notes: [], references: [] }],
    ['is here', 'is  here', { blocks: [2], notes: [], references: [] }],
    ['fourth.', 'fourth. ', { blocks: [], notes: [], references: [] }],
  ])('is the same objects: %j made %j', async (from, to, expected) => {
    expect(await others(text, text.replace(from, to))).toEqual(expected);
  });

  it('is other objects where its numbers are others', async () => {
    expect(await others(text, text.replace('The second', 'New.\n\nThe second'))).toEqual({
      blocks: [2, 3, 4, 5, 6, 7, 8, 9],
      notes: [],
      references: [0, 1],
    });
  });

  it('has its new places', async () => {
    const [, edited] = await versionsOf(await Versions.of(), [
      text,
      text.replace('The first', 'The\nvery\nfirst'),
    ]);
    const last = edited?.document?.body.children.findLast(
      (node): node is Element => node.type === 'element',
    );
    expect(last?.position?.start.line).toBe(31);
  });
});

describe('findings', () => {
  const faulty = 'One.\n\nTwo [@none] and [^none].\n\nThree.\n';

  it('name their new lines', async () => {
    expect(await anew(faulty, faulty.replace('One', 'One\nand a half'))).toBe(1);
    expect(await anew(faulty, faulty.replace('Three', 'Three or\nfour'))).toBe(1);
  });

  it('are made anew where they are of what is edited', async () => {
    expect(await anew(faulty, faulty.replace('Two', 'Too'))).toBeUndefined();
  });
});

it('is made whole where anything but the text is another', async () => {
  const structure = new KeptStructure();
  const one = await Versions.of();
  const other = await Versions.of('subtitle: Other\n');
  await one.kept(structure, text);
  const kept = await other.kept(structure, text);
  expect(kept.structured?.blocksAnew).toBeUndefined();
  expect(said(kept)).toEqual(said(await other.fresh(text)));
});

it('begins anew after a version that could not be made', async () => {
  const structure = new KeptStructure();
  const versions = await Versions.of();
  await versions.kept(structure, text);
  const deep = await versions.kept(structure, `${text}\n${'> '.repeat(200)}deep\n`);
  expect(deep.failure).toBeDefined();
  const kept = await versions.kept(structure, text);
  expect(kept.structured?.blocksAnew).toBeUndefined();
  expect(said(kept)).toEqual(said(await versions.fresh(text)));
});
