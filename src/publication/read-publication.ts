import { basename, extname, join } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import type { Report } from '../diagnostics/report.js';
import { readTexts, resolveStyle, resolveTemplate } from './files.js';
import { foreignField, misplacedField } from './front-matter/foreign-fields.js';
import {
  type Elsewhere,
  type FieldTable,
  type FieldValues,
  Reading,
  readFields,
} from './front-matter/reading.js';
import { allFields, metadataFields, type SettingsValues } from './front-matter/schema.js';
import { type Split, splitFrontMatter } from './front-matter/split.js';
import { parseYaml, type YamlText } from './front-matter/yaml.js';
import { readIssues } from './issues.js';
import {
  defaultManuscript,
  type Located,
  locatePublication,
  noManuscript,
  settingsName,
} from './locate.js';
import { toMetadata } from './metadata.js';
import { judgeEditionsName, judgeOutFolder } from './output-names.js';
import type { Publication, ReadOptions, SourceText } from './publication.js';
import { requireText } from './required-text.js';

/**
 * Reads a publication: a Markdown file, or the folder that holds one. What is wrong in it is told
 * to the report, and reading goes on; a {@link Failure} is thrown where nothing is left to read:
 * no manuscript, one that is empty or no UTF-8, malformed YAML.
 */
export async function readPublication(
  path: string,
  report: Report,
  { workingFolder = process.cwd() }: ReadOptions = {},
): Promise<Publication> {
  const located = await locatePublication(path, workingFolder);
  const { folder } = located;
  const places = new Map<string, Place>();
  const { values: settings, works: sharedWorks } = await readSettings(located, places, report);
  const manuscriptName = await chooseManuscript(located, settings, places);
  const applies = settings.manuscript === undefined || settings.manuscript.name === manuscriptName;
  if (!applies) places.clear();

  const shown = folder.shown(join(folder.path, manuscriptName));
  const manuscript = await requireText(manuscriptName, { file: shown }, folder, report);
  const { values: front, works: ownWorks, bodyLine } = readManuscript(manuscript, places, report);
  const values = merge(applies ? settings : {}, front);

  const placeOf = (field: string): Place =>
    places.get(field) ?? { file: manuscript.shown, line: 1, column: 1 };
  const name = judgeEditionsName(values.name, placeOf('name'), report) ?? stem(manuscriptName);
  const { series, csl = values.style } = values;
  const issues = series?.issues ? await readIssues(series.issues, folder, report) : [];
  const [colophon] = await readTexts(values.colophon ? [values.colophon] : [], folder, report);
  const works = ownWorks ?? (applies ? sharedWorks : undefined);
  return {
    folder: folder.path,
    name,
    manuscript,
    bodyLine,
    metadata: toMetadata({ values, issues, name, placeOf, report }),
    citations: {
      bibliography: [
        ...(works ? [works] : []),
        ...(await readTexts(values.bibliography ?? [], folder, report)),
      ],
      style: csl && (await resolveStyle(csl, folder, report)),
      stylePlace: csl?.place,
      nocite: values.nocite ?? [],
      linkCitations: values['link-citations'] ?? true,
      suppressBibliography: values['suppress-bibliography'] ?? false,
      referenceSectionTitle: values['reference-section-title'],
      sectionBibliographies: values['section-bibliographies'] || undefined,
      restartNotes: values['restart-notes'] ?? false,
      backReferences: values['back-references'] ?? false,
    },
    colophon,
    template: values.template && (await resolveTemplate(values.template, folder, report)),
    editions: values.editions,
    out: values.out && (await judgeOutFolder(values.out, folder, report)),
    toc: values.toc ?? false,
    accessible: values.accessible ?? true,
    screen: values.screen ?? {},
    notes: values.notes ?? {},
    press: values.press ?? {},
    expandIbid: values['expand-ibid'] ?? false,
    placeOf,
  };
}

const stem = (name: string) => basename(name, extname(name));

async function readSettings(
  located: Located,
  places: Map<string, Place>,
  report: Report,
): Promise<Fields> {
  if (!located.hasSettings) return { values: {} };
  const { folder } = located;
  const shown = folder.shown(join(folder.path, settingsName));
  const { text, path } = await requireText(settingsName, { file: shown }, folder, report);
  const yaml = { text, file: shown, firstLine: 1 };
  const values = readMap(yaml, allFields, foreignField, places, report);
  return { values, works: values.references && writtenWorks(yaml, path) };
}

interface Fields {
  values: SettingsValues;
  /** The works that are written among them. */
  works?: SourceText;
}

/** Works written among other fields, as a bibliography whose places are those of their file. */
function writtenWorks({ text, file, firstLine }: YamlText, path: string): SourceText {
  return { path, shown: file, text: '\n'.repeat(firstLine - 1) + text, format: 'yaml' };
}

async function chooseManuscript(
  located: Located,
  { manuscript }: SettingsValues,
  places: Map<string, Place>,
): Promise<string> {
  if (located.manuscript !== undefined) return located.manuscript;
  if (manuscript === undefined) {
    const usual = await located.folder.find(defaultManuscript);
    if (typeof usual !== 'string' && usual.rule === 'publication/missing-file') {
      throw await noManuscript(located);
    }
    return defaultManuscript;
  }
  const found = await located.folder.find(manuscript.name);
  const place = places.get('manuscript') ?? manuscript.place;
  if (typeof found !== 'string') throw new Failure(found.rule, place, found);
  if (!/[\\/]/.test(manuscript.name)) return manuscript.name;
  throw new Failure('publication/field', place, {
    message: '`manuscript` takes the name of a file beside octavo.yml, not one in another folder',
    remedy: 'Move octavo.yml to the folder of the manuscript',
  });
}

function readManuscript(
  manuscript: SourceText,
  places: Map<string, Place>,
  report: Report,
): Fields & { bodyLine: number } {
  const split = splitFrontMatter(manuscript.text);
  const { yaml, bodyLine, bodyOffset } = split;
  const file = manuscript.shown;
  refuseUnclosed(split, file);
  const values: SettingsValues = yaml
    ? readMap({ ...yaml, file }, metadataFields, misplacedField, places, report)
    : {};
  const works = yaml && values.references && writtenWorks({ ...yaml, file }, manuscript.path);
  if (manuscript.text.slice(bodyOffset).trim() === '') {
    throw new Failure(
      'publication/empty',
      { file, line: bodyLine, column: 1 },
      { message: 'The manuscript holds no text', remedy: 'Write the text after the front matter' },
    );
  }
  return { values, works, bodyLine };
}

function refuseUnclosed({ unclosedAt }: Split, file: string): void {
  if (unclosedAt === undefined) return;
  throw new Failure(
    'publication/yaml',
    { file, line: unclosedAt, column: 1 },
    {
      message: 'The front matter that begins here has no end',
      remedy: 'Put a line `---` after its last field',
    },
  );
}

function readMap<T extends FieldTable>(
  yaml: YamlText,
  table: T,
  elsewhere: Elsewhere,
  places: Map<string, Place>,
  report: Report,
): FieldValues<T> {
  const value = parseYaml(yaml);
  if (value.kind === 'nothing') return {};
  if (value.kind === 'map') return readFields(value, table, new Reading(report, places), elsewhere);
  throw new Failure('publication/yaml', value.place, {
    message: 'Fields are wanted here, each a name, a colon and a value',
    remedy: 'Write them as in `title: The Long Peace`',
  });
}

/** What the front matter says wins; the fields of a series are merged one by one. */
function merge(settings: SettingsValues, front: SettingsValues): SettingsValues {
  const series = { ...settings.series, ...front.series };
  const anySeries = 'series' in front ? front.series !== undefined : settings.series !== undefined;
  return { ...settings, ...front, series: anySeries ? series : undefined };
}
