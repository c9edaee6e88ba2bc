import { settingsFields } from './schema.js';

/**
 * Fields that pandoc, its templates and its kin know and Octavo has no use for: they are no slips
 * of the pen, so no nearest name is proposed. What to do instead, where there is something.
 */
const foreign: Record<string, string | undefined> = {
  'header-includes': 'a template',
  'include-before': 'the text itself',
  'include-after': 'the text itself',
  geometry: "the template's page geometry",
  papersize: "the template's page geometry",
  margin: "the template's page geometry",
  'margin-left': "the template's page geometry",
  'margin-right': "the template's page geometry",
  'margin-top': "the template's page geometry",
  'margin-bottom': "the template's page geometry",
  documentclass: '`template`',
  classoption: '`template`',
  fontsize: "the template's style sheets",
  mainfont: "the template's fonts",
  sansfont: "the template's fonts",
  monofont: "the template's fonts",
  mathfont: "the template's fonts",
  fontfamily: "the template's fonts",
  linestretch: "the template's style sheets",
  linkcolor: "the template's style sheets",
  urlcolor: "the template's style sheets",
  colorlinks: "the template's style sheets",
  css: "the template's style sheets",
  'citation-style': '`csl`',
  'citation-abbreviations': undefined,
  'notes-after-punctuation': undefined,
  'link-bibliography': undefined,
  'toc-depth': undefined,
  'toc-title': undefined,
  lof: undefined,
  lot: undefined,
  numbersections: undefined,
  secnumdepth: undefined,
  description: '`abstract`',
  subject: '`keywords`',
  tags: '`keywords`',
  institute: '`publisher`, or `affiliation` of an author',
  dir: '`lang`',
  'cover-image': 'the template',
  identifier: '`doi` or `isbn`',
  'belongs-to-collection': '`series`',
  'group-position': '`series`',
  copyright: '`rights`',
  license: '`rights`',
  format: '`--to`',
  output: '`--to`',
  layout: undefined,
  draft: undefined,
  slug: undefined,
};

/** What to say of a field known from elsewhere. */
export function foreignField(name: string): { message: string; remedy: string } | undefined {
  if (!Object.hasOwn(foreign, name)) return undefined;
  const instead = foreign[name];
  return {
    message: `\`${name}\` is not used by Octavo`,
    remedy: instead
      ? `Say it through ${instead}, or leave it to other programs`
      : 'Delete it, or leave it to other programs',
  };
}

/** In front matter, fields of `octavo.yml` are out of place too. */
export function misplacedField(name: string): { message: string; remedy: string } | undefined {
  if (!Object.hasOwn(settingsFields, name)) return foreignField(name);
  return {
    message: `\`${name}\` belongs in octavo.yml and is not used here`,
    remedy:
      name === 'style'
        ? 'Write `csl` instead'
        : 'Move it to a file `octavo.yml` beside the manuscript',
  };
}
