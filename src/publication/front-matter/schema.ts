import { nearest } from '../../diagnostics/nearest.js';
import { type EditionName, editionNames } from '../publication.js';
import { authors } from './authors.js';
import { depositor } from './depositor.js';
import {
  citationKeys,
  fileName,
  flag,
  folderName,
  keywords,
  line,
  oneOrMore,
  prose,
  restarts,
  sectionLevel,
  styleName,
  templateName,
  webAddress,
  worksList,
} from './kinds.js';
import { notes } from './notes.js';
import { press } from './press.js';
import type { FieldValues, Kind } from './reading.js';
import { screen } from './screen.js';
import { series } from './series.js';

const edition: Kind<EditionName> = {
  takes: `editions: ${editionNames.join(', ')}`,
  read(value, reading) {
    const name = value.kind === 'scalar' ? value.text.trim().toLowerCase() : '';
    const known = editionNames.find((edition) => edition === name);
    if (known) return known;
    return reading.wrong(value, edition.takes, nearest(name, editionNames));
  },
};

const editions: Kind<EditionName[]> = {
  takes: 'a list of editions',
  read(value, reading) {
    const list =
      value.kind === 'scalar'
        ? value.text
            .split(',')
            .map((text) => ({ kind: 'scalar' as const, text, place: value.place }))
        : undefined;
    const whole = list ? { kind: 'list' as const, items: list, place: value.place } : value;
    const found = oneOrMore(edition, editions.takes).read(whole, reading);
    return found?.length ? [...new Set(found)] : undefined;
  },
};

/** What front matter may say; `octavo.yml` may say it for every manuscript of its folder. */
export const metadataFields = {
  title: {
    kind: line,
    means: 'Title',
    example: 'title: The Long Peace',
    pandoc: true,
  },
  subtitle: { kind: line, means: 'Subtitle', example: 'subtitle: A reader', pandoc: true },
  author: {
    kind: authors,
    means: 'Who wrote it: a name, a list of names, or a list of groups (see below)',
    example: 'author: Ada Lovelace',
    pandoc: true,
  },
  date: {
    kind: line,
    means: 'Date of publication, best as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`',
    example: 'date: 2025-02-14',
    pandoc: true,
  },
  lang: {
    kind: line,
    means: 'Language of the text, a BCP 47 tag; `en-GB` where nothing is said',
    example: 'lang: en-GB',
    pandoc: true,
  },
  thanks: {
    kind: prose,
    means: 'Note to the title, marked `*`: whom the author thanks, who paid (Markdown)',
    example: 'thanks: I thank the *readers* of the draft.',
    pandoc: true,
  },
  abstract: {
    kind: prose,
    means: 'Summary; blank lines part its paragraphs',
    example: 'abstract: What it says.',
    pandoc: true,
  },
  keywords: {
    kind: keywords,
    means: 'What it is about',
    example: 'keywords: [peace, war]',
    pandoc: true,
  },
  bibliography: {
    kind: oneOrMore(fileName, 'the name of a file, or a list of such'),
    means: 'Bibliography: one file or several (`.json`, `.bib`, `.yaml`, `.ris`, `.enw`, `.xml`)',
    example: 'bibliography: references.json',
    pandoc: true,
  },
  references: {
    kind: worksList,
    means: 'Works of the bibliography, written here',
    example: 'references: [{id: roth, type: book, title: Peace}]',
    pandoc: true,
  },
  csl: {
    kind: styleName,
    means: "Citation style: a name, a whole title, or a `.csl` file in the publication's folder",
    example: 'csl: apa',
    pandoc: true,
  },
  nocite: {
    kind: citationKeys,
    means: 'Keys to list though the text does not cite them; `"@*"` for all',
    example: 'nocite: "@one, @two"',
    pandoc: true,
  },
  'link-citations': {
    kind: flag,
    means: 'Citations in the text link to the bibliography; true where nothing is said',
    example: 'link-citations: true',
    pandoc: true,
  },
  'suppress-bibliography': {
    kind: flag,
    means: 'Leave the bibliography out',
    example: 'suppress-bibliography: true',
    pandoc: true,
  },
  'reference-section-title': {
    kind: line,
    means: 'Heading of the bibliography',
    example: 'reference-section-title: Sources',
    pandoc: true,
  },
  toc: { kind: flag, means: 'Show a table of contents', example: 'toc: true', pandoc: true },
  'section-bibliographies': {
    kind: sectionLevel,
    means:
      'Each chapter ends with a bibliography of its own; a number: each section of that level (see below)',
    example: 'section-bibliographies: true',
  },
  'restart-notes': {
    kind: restarts,
    means:
      'Notes are numbered from 1 in each chapter, and citations start anew; or on each page (see below)',
    example: 'restart-notes: true',
  },
  notes: {
    kind: notes,
    means: 'Where notes stand in the PDF editions, in place of what the template says (see below)',
    example: 'notes: { area: page, columns: 2 }',
  },
  'back-references': {
    kind: flag,
    means:
      'Each work of the bibliography says where it is cited: by page on paper, by links elsewhere',
    example: 'back-references: true',
  },
  series: {
    kind: series,
    means: 'The series it appears in: a name, or fields (see below)',
    example: 'series: Policy Notes',
  },
  publisher: { kind: line, means: 'Publisher', example: 'publisher: Example Institute' },
  rights: {
    kind: line,
    means: 'Copyright or licence',
    example: 'rights: © 2025 Example Institute',
  },
  doi: { kind: line, means: 'DOI, bare or as an address', example: 'doi: 10.1000/182' },
  isbn: { kind: line, means: 'ISBN, of 13 or 10 digits', example: 'isbn: 978-0-306-40615-7' },
  accessible: {
    kind: flag,
    means:
      'The screen PDF says that it is accessible, and what speaks against that is an error; true where nothing is said',
    example: 'accessible: false',
  },
  url: {
    kind: webAddress,
    means: 'Where readers find it on the web, for search engines and catalogues',
    example: 'url: https://example.org/long-peace',
  },
  depositor: {
    kind: depositor,
    means: 'Who deposits its metadata with Crossref (see below)',
    example: 'depositor: { name: Example Institute, email: doi@example.org }',
  },
  'expand-ibid': {
    kind: flag,
    means:
      'Notes of the web edition and the ebook, which open alone, name the work again where the style prints “Ibid.”',
    example: 'expand-ibid: true',
  },
  screen: {
    kind: screen,
    means: 'What the screen PDF is to be (see below)',
    example: 'screen: { conformance: UA-2 }',
  },
  press: {
    kind: press,
    means: 'What the press PDF is to be in place of what the template says (see below)',
    example: 'press: { conformance: X-1a, imposition: saddle-stitch }',
  },
  colophon: {
    kind: fileName,
    means: 'Markdown file with the colophon',
    example: 'colophon: colophon.md',
  },
  template: {
    kind: templateName,
    means: "Template: a name, or a folder in the publication's folder",
    example: 'template: commentary',
  },
} as const;

/** What `octavo.yml` may say beside those. */
export const settingsFields = {
  manuscript: {
    kind: fileName,
    means: 'Name of the Markdown file; `manuscript.md` where nothing is said',
    example: 'manuscript: essay.md',
  },
  name: {
    kind: line,
    means:
      "Name of the editions' files, without ending; that of the Markdown file where nothing is said",
    example: 'name: long-peace',
  },
  editions: {
    kind: editions,
    means: 'Editions to build: `html`, `pdf`, `print`, `epub`; all four where nothing is said',
    example: 'editions: [html, epub]',
  },
  style: {
    kind: styleName,
    means: 'Citation style, as `csl`',
    example: 'style: apa',
  },
  out: {
    kind: folderName,
    means: "Folder for the editions, in the publication's folder; `dist` where nothing is said",
    example: 'out: editions',
  },
} as const;

export const allFields = { ...metadataFields, ...settingsFields };

export type MetadataValues = FieldValues<typeof metadataFields>;
export type SettingsValues = FieldValues<typeof allFields>;
