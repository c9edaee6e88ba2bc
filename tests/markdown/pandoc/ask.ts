/**
 * Asks pandoc how it reads the cases of `answers.json`, and writes its answers there:
 * `npx tsx tests/markdown/pandoc/ask.ts`. What a case says of a difference is kept.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Case {
  markdown: string;
  /** As tests/markdown/sketch.ts writes a tree. */
  pandoc: string;
  /** What Octavo reads where that is something else, and why. */
  octavo?: string;
  because?: string;
}

/** An element of pandoc's tree: `{ t: 'Str', c: 'word' }`. */
interface Element {
  t: string;
  c?: unknown;
}

interface PandocCitation {
  citationId: string;
  citationPrefix: Element[];
  citationSuffix: Element[];
  citationMode: { t: 'AuthorInText' | 'NormalCitation' | 'SuppressAuthor' };
}

const names: Readonly<Record<string, string>> = {
  Emph: 'emphasis',
  Strong: 'strong',
  Strikeout: 'delete',
};

function sketch(elements: readonly Element[]): string {
  return elements.map(sketchOf).join('');
}

function sketchOf({ t, c }: Element): string {
  const parts = c as unknown[];
  switch (t) {
    case 'Str':
      return (c as string).replaceAll('\u00A0', ' ');
    case 'Space':
      return ' ';
    case 'SoftBreak':
      return '\n';
    case 'LineBreak':
      return 'break()';
    case 'Code':
      return `\`${parts[1]}\``;
    case 'Emph':
    case 'Strong':
    case 'Strikeout':
      return `${names[t]}(${sketch(c as Element[])})`;
    case 'Subscript':
    case 'Superscript':
      return `${t.toLowerCase()}(${sketch(c as Element[])})`;
    case 'Link':
      return `link(${sketch(parts[1] as Element[])})`;
    case 'Image':
      return `image(${sketch(parts[1] as Element[])})`;
    case 'Note':
      return `^(${blocks(c as Element[])})`;
    case 'Cite':
      return citation(parts[0] as PandocCitation[]);
    case 'Math':
      return `${(parts[0] as Element).t === 'DisplayMath' ? 'display' : ''}math(${(parts[1] as string).replace(/\s+/g, ' ').trim()})`;
    case 'RawInline':
      return `html(${parts[1]})`;
    case 'Span':
    case 'Quoted':
      return sketch(parts[1] as Element[]);
    default:
      throw new Error(`no sketch of ${t}`);
  }
}

function citation(items: PandocCitation[]): string {
  const narrative = items[0]?.citationMode.t === 'AuthorInText';
  const written = items.map(({ citationId, citationPrefix, citationSuffix, citationMode }) => {
    const minus = citationMode.t === 'SuppressAuthor' ? '-' : '';
    return `${sketch(citationPrefix).trim()}<${minus}${citationId}>${sketch(citationSuffix).trim()}`;
  });
  return `${narrative ? '@' : ''}{${written.join('|')}}`;
}

function blocks(elements: readonly Element[]): string {
  return elements.map(blockOf).join('');
}

function blockOf({ t, c }: Element): string {
  const parts = c as unknown[];
  switch (t) {
    case 'Para':
    case 'Plain':
      return sketch(c as Element[]);
    case 'Header':
      return `heading(${sketch(parts[2] as Element[])})`;
    case 'BlockQuote':
      return `blockquote(${blocks(c as Element[])})`;
    case 'BulletList':
      return list(c as Element[][]);
    case 'OrderedList':
      return list(parts[1] as Element[][]);
    case 'DefinitionList':
      return `definitionList(${(c as [Element[], Element[][]][]).map(definition).join('')})`;
    case 'CodeBlock':
      return `code(${parts[1]})`;
    case 'Table':
      return `table(${cellsIn(parts)})`;
    case 'Figure':
      return blocks(parts[2] as Element[]);
    default:
      throw new Error(`no sketch of ${t}`);
  }
}

function list(items: Element[][]): string {
  return `list(${items.map((item) => `listItem(${blocks(item)})`).join('')})`;
}

/** A term and what it means. */
function definition([term, meanings]: [Element[], Element[][]]): string {
  const means = meanings.map((meaning) => `definitionDescription(${blocks(meaning)})`);
  return `definitionTerm(${sketch(term)})${means.join('')}`;
}

/** The cells of a table, row by row, out of pandoc's nested arrays. */
function cellsIn(table: unknown[]): string {
  const [, , , head, bodies] = table as [
    unknown,
    unknown,
    unknown,
    [unknown, unknown[]],
    unknown[],
  ];
  const rows = [...head[1], ...(bodies as unknown[][]).flatMap((body) => body[3] as unknown[])];
  return (rows as [unknown, unknown[]][])
    .map(([, cells]) => {
      const written = (cells as unknown[][]).map(
        (cell) => `tableCell(${blocks(cell[4] as Element[])})`,
      );
      return `tableRow(${written.join('')})`;
    })
    .join('');
}

/** pandoc's Markdown, but for what GFM reads otherwise than pandoc by default. */
const format =
  'markdown-smart-auto_identifiers-implicit_figures-fancy_lists-example_lists-latex_macros-raw_tex';

function ask(markdown: string): string {
  const answer = execFileSync('pandoc', ['-f', format, '-t', 'json'], { input: markdown });
  return blocks((JSON.parse(answer.toString()) as { blocks: Element[] }).blocks);
}

const path = fileURLToPath(new URL('answers.json', import.meta.url));
const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];
const answered = cases.map((given): Case => ({ ...given, pandoc: ask(given.markdown) }));
writeFileSync(path, `${JSON.stringify(answered, null, 2)}\n`);
