import { Failure } from '../diagnostics/failure.js';
import type { Report } from '../diagnostics/report.js';
import { line, type Named } from './front-matter/kinds.js';
import { Reading, readFields } from './front-matter/reading.js';
import type { Value } from './front-matter/value.js';
import { parseYaml } from './front-matter/yaml.js';
import type { SeriesIssue } from './publication.js';
import type { PublicationFolder } from './publication-folder.js';

/** Fields of one issue in the list. */
export const issueFields = {
  number: { kind: line, means: 'Number, as printed', example: 'number: 25|08' },
  author: { kind: line, means: 'Author, as printed', example: 'author: Ada Lovelace' },
  title: { kind: line, means: 'Title', example: 'title: The Long Peace' },
};

/** The list of the series' latest issues, newest first: a JSON or YAML file with a list of them. */
export async function readIssues(
  { name, place }: Named,
  folder: PublicationFolder,
  report: Report,
): Promise<SeriesIssue[]> {
  const source = await folder.readText(name, place, report);
  if (source === undefined) return [];
  try {
    const list = parseYaml({ text: source.text, file: source.shown, firstLine: 1 });
    return readList(list, report);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { rule, place, message, remedy } = error.diagnostic;
    report.add(rule, place, { message, remedy });
    return [];
  }
}

function readList(list: Value, report: Report): SeriesIssue[] {
  if (list.kind !== 'list') {
    report.add('publication/field', list.place, {
      message: 'The issues of a series are a list',
      remedy: 'Write a list of `{number, author, title}`, newest first',
    });
    return [];
  }
  return list.items.flatMap((item) => readIssue(item, report) ?? []);
}

function readIssue(item: Value, report: Report): SeriesIssue | undefined {
  const wanted = Object.keys(issueFields);
  if (item.kind !== 'map') {
    report.add('publication/field', item.place, {
      message: 'An issue of a series is a group of fields',
      remedy: `Give it ${wanted.join(', ')}`,
    });
    return undefined;
  }
  const { number, author, title } = readFields(item, issueFields, new Reading(report, new Map()));
  if (number !== undefined && author !== undefined && title !== undefined) {
    return { number, author, title };
  }
  const given = new Set(item.entries.map(({ name }) => name));
  const missing = wanted.filter((field) => !given.has(field));
  if (missing.length > 0) {
    report.add('publication/field', item.place, {
      message: `This issue has no ${missing.join(' and no ')}`,
      remedy: `Give it ${wanted.join(', ')}`,
    });
  }
  return undefined;
}
