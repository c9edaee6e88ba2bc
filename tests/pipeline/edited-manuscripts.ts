import fc from 'fast-check';

const plainWords = ['the river', 'ports', 'He said', 'a “quay”', "don't", '"quoted"', 'a -- b'];

/** What may stand in a line. */
const sound = [
  '[@roth]',
  '[see @roth, pp. 3-4; @weil]',
  '@weil [p. 3]',
  '-@roth',
  '^[A note, @roth.]',
  '*emphasis*',
  '**strong**',
  '`code`',
  '[words]{lang=de}',
  '[label][lab]',
  '[lab]',
  '<https://example.org>',
  'https://example.org/a--b',
  '$x^2$',
  '$$y$$',
  '<i lang="fr">mot</i>',
  '[address](https://example.org)',
];

/** What may as well, and that something is told of, or something else depends on. */
const unsound = [
  '[@gone]',
  'called[^a]',
  'called[^b]',
  '[^*]',
  '[^none]',
  '[the end](#end)',
  '[the end](#end){.page}',
  '[nowhere](#nowhere)',
  '$\\gdef\\R{r}\\R$',
  '<b>open',
  '<span id="here">here</span>',
  '![alt](gone.png)',
  '1. ',
  '\\',
];

const line = (...kinds: string[][]) =>
  fc
    .array(fc.oneof(...kinds.map((kind) => fc.constantFrom(...kind))), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(' '));

const lines = (words: fc.Arbitrary<string>) =>
  fc.array(words, { minLength: 1, maxLength: 3 }).map((written) => written.join('\n'));

const words = line(plainWords, sound, unsound);
const prose = lines(words);
const calmWords = line(plainWords, plainWords, sound);
const calm = lines(calmWords);

const block = fc.oneof(
  { weight: 8, arbitrary: prose },
  { weight: 2, arbitrary: words.map((text) => `## ${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('# Part', '## End {#end}', '## End', 'Under\n=====') },
  {
    weight: 3,
    arbitrary: fc.oneof(
      prose.map((text) => `- ${text.replaceAll('\n', '\n  ')}\n- two`),
      words.map((text) => `1. one\n\n   ${text}\n2. two`),
      prose.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
      words.map((text) => `> quoted\n${text}`),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      words.map((text) => `| a | b |\n| --- | --- |\n| ${text.replaceAll('|', '/')} | c |`),
      words.map((text) => `Table: ${text}`),
      words.map((text) => `: ${text}`),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      words.map((text) => `Term\n\n:   ${text}`),
      words.map((text) => `Term\n: ${text}\n\n    more`),
      fc.constantFrom('~ loose', '    indented code', '```\ncode\n\nmore\n```', '~~~\nopen'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      words.map((text) => `::: box\n${text}\n:::`),
      words.map((text) => `::: {.lead #end}\n\n${text}\n\n:::`),
      words.map((text) => `:::verse\n${text}\n:::`),
      fc.constantFrom(':::', '::page-break', '::: {#refs}\n:::', '::: drop-cap'),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      words.map((text) => `<div>\n\n${text}\n\n</div>`),
      fc.constantFrom('<div>', '</div>', '<!-- open', '<script>', '<h2>Raw</h2>', '***', '---'),
      words.map((text) => `$$\n${text}\n$$`),
      fc.constantFrom('$$\na\n\\label{a}\n$$', '$$\nopen', '![A caption](gone.png)', '&nbsp;'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      words.map((text) => `[^a]: ${text}`),
      words.map((text) => `[^b]: ${text}\n\n    more of it`),
      words.map((text) => `[^*]: ${text}`),
      fc.constantFrom('[lab]: https://example.org', '[lab]: #end', '- [^b]: nested'),
    ),
  },
);

const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant('\n\n') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n\n', '\n \n', '\r\n\r\n') },
);

const calmBlock = fc.oneof(
  { weight: 8, arbitrary: calm },
  { weight: 2, arbitrary: calmWords.map((text) => `## ${text}`) },
  { weight: 1, arbitrary: calm.map((text) => `- ${text.replaceAll('\n', '\n  ')}\n- two`) },
  { weight: 1, arbitrary: calm.map((text) => `> ${text.replaceAll('\n', '\n> ')}`) },
  {
    weight: 1,
    arbitrary: calmWords.map((text) => `| a |\n| --- |\n| ${text} |\n\n: ${text}`),
  },
);

const calmParts = fc
  .array(calmBlock, { minLength: 2, maxLength: 9 })
  .map((blocks) => blocks.join('\n\n'));

/** Definitions, each called once, by text that may be edited. */
const defined = `Called[^a] and[^b].\n\nThe mark[^*].\n\n## End {#end}\n\n[^a]: One, @roth.\n\n[^b]: Two.\n\n    More.\n\n[^*]: Three.\n\n[lab]: https://example.org\n\nThe end.\n`;

/** A manuscript's body, of all kinds of blocks. */
export const manuscript = fc.oneof(
  { weight: 3, arbitrary: calmParts.map((text) => `${text}\n\n${defined}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(calmParts, block, calmParts)
      .map(([before, odd, after]) => `${before}\n\n${odd}\n\n${after}\n\n${defined}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(block, gap), { minLength: 1, maxLength: 14 })
      .map((parts) => parts.flat().join('')),
  },
);

/** A change of a text. */
export type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number) => Math.min(text.length, Math.floor(where * text.length));

const inserted = fc.oneof(
  fc.constantFrom(...'abc .,-:|>#*`~$[]^@{}<&\\\n\r\t1\'"\uFEFF\0', '\r\n', '\n\n', '    '),
  fc.constantFrom('```', '~~~', ':::', '::: box', '$$', '<!--', '-->', '<div>', '</div>', '---'),
  fc.constantFrom(
    '[@weil]',
    '^[note]',
    '[^a]',
    '[^b]',
    '\n: def',
    '\n\n## New\n\n',
    '| a |\n| - |',
  ),
  words,
  block.map((text) => `\n\n${text}\n\n`),
);

const inParagraph = (where: number, change: (paragraph: string) => string): Change => {
  return (text) => {
    const parts = text.split(/(\n\n+)/);
    const index = 2 * Math.floor(where * Math.ceil(parts.length / 2));
    if (parts[index] !== undefined) parts[index] = change(parts[index]);
    return parts.join('');
  };
};

/** Changes as writers make them, and as nobody does. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(place, inserted).map(([where, added]): Change => {
      return (text) => text.slice(0, at(text, where)) + added + text.slice(at(text, where));
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(place, fc.nat(12)).map(([where, length]): Change => {
      return (text) => text.slice(0, at(text, where)) + text.slice(at(text, where) + length);
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.nat(6), inserted).map(([where, length, added]): Change => {
      return (text) =>
        text.slice(0, at(text, where)) + added + text.slice(at(text, where) + length);
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(place, fc.constantFrom('', 'Words', ' words', ' words ', 'x\n'), fc.boolean())
      .map(([where, added, atEnd]) =>
        inParagraph(where, (text) => (atEnd ? text + added : added + text)),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, block).map(([where, text]) => inParagraph(where, () => text)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, block)
      .map(([where, added]) => inParagraph(where, (text) => `${added}\n\n${text}`)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(place, fc.constantFrom('@weil', '@roth', '-@roth', '@weil, p. 7', 'cf. @roth'))
      .map(([where, cited]): Change => {
        return (text) => {
          const keys = [...text.matchAll(/-?@(?:roth|weil)/g)];
          const key = keys[Math.floor(where * keys.length)];
          if (!key) return text;
          return text.slice(0, key.index) + cited + text.slice(key.index + key[0].length);
        };
      }),
  },
  { weight: 1, arbitrary: fc.constant<Change>((text) => text.replace(/\r?\n/g, '\r\n')) },
);
