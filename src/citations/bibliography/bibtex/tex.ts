import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import type { Fields } from './entry.js';

const { constants } = plugins.config.get('@bibtex');

const known = [
  constants.commands,
  constants.mathCommands,
  constants.mathScriptFormatting,
  constants.formattingCommands,
  constants.formattingEnvs,
  constants.argumentCommands,
  constants.diacritics,
];

/** Commands that citation-js does not know, and what they print. */
const printed: Readonly<Record<string, string>> = {
  AA: 'Å',
  BibTeX: 'BibTeX',
  LaTeX: 'LaTeX',
  LaTeXe: 'LaTeX2e',
  P: '¶',
  S: '§',
  TeX: 'TeX',
  aa: 'å',
  dag: '†',
  ddag: '‡',
  dots: '…',
  euro: '€',
  fg: '»',
  flqq: '«',
  frqq: '»',
  glqq: '„',
  grqq: '“',
  ldots: '…',
  og: '«',
  pounds: '£',
  quad: ' ',
  slash: '/',
};

/** Fields that hold no TeX. */
const verbatim = new Set(['doi', 'eprint', 'file', 'pdf', 'url', 'verba', 'verbb', 'verbc']);

/** Fields as citation-js can read them, the commands that it would print as they are replaced. */
export function readableTex(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      verbatim.has(name) || !value.includes('\\') ? value : readable(value),
    ]),
  );
}

function readable(tex: string): string {
  return (
    tex
      // An accent goes on a dotless i as on any: {\'\i} is í.
      .replace(/(\\(?:[`'^"~=.]|[uvHrk](?![A-Za-z]))\s*\{?)\\([ij])(?![A-Za-z])\s*/g, '$1$2')
      .replace(/\\noop\w*\s*\{[^{}]*\}/g, '')
      .replace(/\\href\s*\{[^{}]*\}\s*(?=\{)/g, '')
      .replace(/\\\\(?:\[[^\]]*\])?/g, ' ')
      .replace(/\\\s/g, '{} ')
      .replace(/\\[,;:]/g, '~')
      .replace(/\\[!/@-]/g, '')
      .replace(/\\([A-Za-z]+)(\*?)(\s*)(\{\})?/g, (command, name: string, ...rest: string[]) =>
        known.some((commands) => Object.hasOwn(commands, name)) || /^(?:begin|end)$/.test(name)
          ? command
          : commandText(name, rest[1] ?? '', rest[2] !== undefined),
      )
  );
}

/** TeX takes the space after a command that no braces end. */
function commandText(name: string, space: string, isEnded: boolean): string {
  const text = Object.hasOwn(printed, name) ? (printed[name] ?? '') : '';
  return text !== '' && isEnded ? text + space : text;
}
