import type {
  CataloguedStyle,
  StyleOrigin,
  StyleSample,
} from '../../../citations/catalogue/index.js';
import { colours, plain } from '../../../diagnostics/paint.js';
import { printable } from '../../../diagnostics/printable.js';
import { runsOf } from '../runs.js';
import { superscript, terminalText, wrapped } from '../terminal-text.js';

const origins: Record<StyleOrigin, string> = {
  publication: 'in this folder',
  octavo: 'comes with Octavo',
  'citation-js': 'comes with Octavo',
  user: 'your own',
  zotero: 'Zotero',
  system: 'system',
};

export interface Terminal {
  colour: boolean;
  /** Undefined: lines are as long as they are. */
  columns?: number;
}

/** A style in a few lines: name and title, how it cites and where it is from, what it prints. */
export function showStyle(
  style: CataloguedStyle,
  sample: StyleSample | Error | undefined,
  { colour, columns }: Terminal,
): string {
  const paint = colour ? colours : plain;
  const { name, title, shortTitle, fields, parent } = style;
  const short = shortTitle && shortTitle !== title ? ` (${shortTitle})` : '';
  const facts = [
    style.format ?? style.class,
    fields
      .filter((field) => field !== 'generic-base')
      .map((field) => field.replaceAll('_', ' '))
      .join(', '),
    parent && `as ${parent.replace(/^.*\//, '')}`,
    origins[style.origin],
  ].filter((fact) => fact);
  const lines = [
    `${paint.place(printable(name))}  ${printable(title + short)}`,
    `  ${paint.faint(printable(facts.join(' · ')))}`,
    ...sampleLines(sample, colour),
  ];
  return `${lines.map((line) => wrapped(line, columns, '      ')).join('\n')}\n`;
}

function sampleLines(sample: StyleSample | Error | undefined, colour: boolean): string[] {
  if (sample === undefined) return [];
  if (sample instanceof Error) return [`    cannot be used: ${printable(sample.message)}`];
  const { citation, reference } = sample;
  const call = sample.class === 'note' ? `${superscript('1')} ` : '';
  const nothing = 'prints nothing for the sample';
  return [
    `    ${call}${terminalText(runsOf(citation.content), colour) || nothing}`,
    ...(reference ? [`    ${terminalText(runsOf(reference.content), colour)}`] : []),
  ];
}
