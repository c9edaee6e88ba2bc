import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fromHere } from '../build/build.parser.js';
import type { Surroundings } from '../surroundings.js';
import { usageFailure } from '../usage.js';

/** `octavo styles [QUERY]`. */
export interface ListRequest {
  action: 'list';
  query: string;
  /** Styles to show; infinite for all. */
  limit: number;
  /** BCP 47. */
  lang: string;
  samples: boolean;
  json: boolean;
}

/** `octavo styles diff A B [PATH]`. */
export interface DiffRequest {
  action: 'diff';
  /** Names, or absolute paths. */
  styles: [before: string, after: string];
  path: string;
  /** Absolute. */
  html?: string;
  /** Shows also what stays as it is. */
  all: boolean;
  json: boolean;
}

/** `octavo styles add NAME`. */
export interface AddRequest {
  action: 'add';
  name: string;
  /** The repository's address; else OCTAVO_STYLES, else the official one. */
  from?: string;
  /** Locale to fetch as well. */
  lang?: string;
  force: boolean;
  json: boolean;
}

export type StylesRequest = ListRequest | DiffRequest | AddRequest;

const defaultLimit = 6;

const afterHelp = `
A query finds styles by name, title, abbreviation, subject field and manner of
citing (note, author-date, numeric, label). It finds what is here: styles that
come with Octavo, those in this folder, your own, Zotero's, the system's.

Examples:
  octavo styles chicago note       every style that has both words
  octavo styles --all --json       all that are here, for another program
  octavo styles diff iai apa       what another style changes, note by note
  octavo styles add nature         fetch one from the official repository

Exit status: 0 found, 1 nothing found or the publication has errors, 2 the
command was used wrongly, 3 the machine lacks something (a network, space).`;

const afterDiffHelp = `
A and B are names or .csl files. Nothing is written but the page asked for.

Examples:
  octavo styles diff iai chicago-author-date essay.md
  octavo styles diff iai ./house.csl --html diff.html`;

const afterAddHelp = `
NAME is a style's name (“nature”) or its address at Zotero. The style, the
style it depends on and the locale it asks for are checked, then kept in your
own folder of styles. Nothing is fetched but by this command.`;

type Asked = (request: StylesRequest) => void;

/** Defines the command and its parts, and hands on what it was asked. */
export function defineStyles(program: Command, surroundings: Surroundings, asked: Asked): void {
  const styles = program
    .command('styles')
    .description('find citation styles, compare two, fetch one')
    .enablePositionalOptions()
    .argument('[query...]', 'words to look for; all styles without')
    .option('--limit <number>', 'how many styles to show', readLimit, defaultLimit)
    .option('--all', 'show every style found')
    .option('--lang <tag>', 'language of the samples', 'en-GB')
    .option('--no-samples', 'names and titles only')
    .option('--json', 'print what was found as one JSON object')
    .helpOption('--help', 'print this help')
    .addHelpText('after', afterHelp)
    .action((query: string[], options) => asked(toListRequest(query, options)));
  defineDiff(styles, surroundings, asked);
  defineAdd(styles, asked);
  for (const part of styles.commands) part.copyInheritedSettings(program);
}

function defineDiff(styles: Command, { workingFolder }: Surroundings, asked: Asked): void {
  styles
    .command('diff')
    .description('show what a swap changes, note by note')
    .argument('<A>', 'the style as it is')
    .argument('<B>', 'the style to compare it with')
    .argument('[path]', 'a Markdown file, or a folder with octavo.yml or manuscript.md', '.')
    .option('--html <file>', 'write a page that shows both renderings side by side')
    .option('--all', 'show also what stays as it is')
    .option('--json', 'print the comparison as one JSON object')
    .helpOption('--help', 'print this help')
    .addHelpText('after', afterDiffHelp)
    .action((one: string, other: string, path: string, options) => {
      for (const [what, value] of Object.entries({ A: one, B: other, path, html: options.html })) {
        refuseEmpty(what === 'html' ? '--html' : what, value);
      }
      const html = options.html && resolve(workingFolder, options.html);
      asked({
        action: 'diff',
        styles: [fromHere(one, workingFolder), fromHere(other, workingFolder)],
        path,
        html,
        all: options.all ?? false,
        json: options.json ?? false,
      });
    });
}

function defineAdd(styles: Command, asked: Asked): void {
  styles
    .command('add')
    .description('fetch a style from the official repository')
    .argument('<name>', 'the style’s name or address')
    .option('--force', 'fetch it anew, over the one that is there')
    .option('--lang <tag>', 'fetch the terms of this language as well')
    .option('--from <address>', 'another repository laid out alike; also OCTAVO_STYLES')
    .option('--json', 'print what was done as one JSON object')
    .helpOption('--help', 'print this help')
    .addHelpText('after', afterAddHelp)
    .action((name: string, options) => {
      refuseEmpty('name', name);
      const { from, lang, force = false, json = false } = options;
      if (lang !== undefined) readLanguage(lang);
      asked({ action: 'add', name, from, lang, force, json });
    });
}

interface ListOptions {
  limit: number;
  all?: boolean;
  lang: string;
  samples: boolean;
  json?: boolean;
}

function toListRequest(query: string[], options: ListOptions): ListRequest {
  return {
    action: 'list',
    query: query.join(' ').trim(),
    limit: options.all ? Number.POSITIVE_INFINITY : options.limit,
    lang: readLanguage(options.lang),
    samples: options.samples,
    json: options.json ?? false,
  };
}

function readLimit(given: string): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw usageFailure(`--limit is “${given}”, no number of styles`, 'Give a number from 1');
}

/** A language and what narrows it (BCP 47). */
function readLanguage(given: string): string {
  if (/^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(given)) return given;
  throw usageFailure(`--lang is “${given}”, no language tag`, 'Give one like en-GB, or it');
}

function refuseEmpty(what: string, value: unknown): void {
  if (typeof value !== 'string' || value.trim() !== '') return;
  throw usageFailure(`${what} is empty`, 'Name something, or leave it out');
}
