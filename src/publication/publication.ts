import type { Place } from '../diagnostics/diagnostic.js';
import type { NoteWishes } from './note-wishes.js';
import type { PressWishes } from './press-wishes.js';
import type { ScreenWishes } from './screen-wishes.js';

/** The four editions, by the names that `--to` takes. */
export const editionNames = ['html', 'pdf', 'print', 'epub'] as const;
export type EditionName = (typeof editionNames)[number];

/** Records of its metadata that a publication can be had with, by the names that `--metadata` takes. */
export const recordNames = ['crossref', 'jats', 'onix', 'cff', 'bibtex', 'ris'] as const;
export type RecordName = (typeof recordNames)[number];

export interface Author {
  name: string;
  affiliation?: string;
  bio?: string;
  orcid?: string;
  email?: string;
  /** A note to the name, in Markdown. */
  note?: string;
}

/** An issue of the series, as the list of latest issues shows it. */
export interface SeriesIssue {
  number: string;
  author: string;
  title: string;
}

export interface Series {
  name: string;
  number?: string;
  issn?: string;
  editor?: string;
  /** Newest first; already read from the file that the front matter names. */
  issues: SeriesIssue[];
}

/** Who deposits metadata with Crossref, and where it reports to. */
export interface Depositor {
  name?: string;
  email?: string;
}

/** What the front matter and `octavo.yml` say, checked and with files read. Plain text, not Markdown, but for notes. */
export interface Metadata {
  title: string;
  subtitle?: string;
  authors: Author[];
  /** As written where it is no ISO date; else `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date?: string;
  /** BCP 47; `en-GB` where nothing is said. */
  lang: string;
  /** A note to the title, in Markdown. */
  thanks?: string;
  abstract?: string;
  keywords: string[];
  series?: Series;
  publisher?: string;
  rights?: string;
  doi?: string;
  isbn?: string;
  /** Whole web address, percent-encoded. */
  url?: string;
  depositor?: Depositor;
}

export interface ReadOptions {
  /** Where relative paths start, and what shown paths are relative to: absolute. Else the process's. */
  workingFolder?: string;
}

/** A text file of the publication, decoded as UTF-8 without its byte order mark. */
export interface SourceText {
  /** Absolute path. */
  path: string;
  /** The path that diagnostics show. */
  shown: string;
  text: string;
  /** How a bibliography is written, by the ending of such files, where the name does not say. */
  format?: 'yaml';
}

/** An image that the manuscript or colophon names, read and measured. */
export interface ImageFile {
  /** As written in the manuscript, percent-encoded or not: what the image is looked up by. */
  source: string;
  bytes: Uint8Array;
  mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml' | 'image/webp' | 'image/gif';
  /** Intrinsic size in image pixels (SVG: user units), as shown. */
  width: number;
  height: number;
  /** Where it is shown otherwise than it is stored. */
  orientation?: Orientation;
}

/** How a camera says that its picture is to be turned. */
export interface Orientation {
  /** Exif's number, 2 to 8: which sides are the rows and columns that come first. */
  value: number;
  /** Where the file's byte stands that says so. */
  at: number;
}

/** How citations are to be made, as the publication says; the command line may override the style. */
export interface CitationSettings {
  /** Works written in the front matter, then files of the publication, in order. */
  bibliography: SourceText[];
  /** A style's name as given (`csl`), or the absolute path of a file inside the publication's folder. */
  style?: string;
  stylePlace?: Place;
  /** Keys to list uncited; `*` for all. */
  nocite: string[];
  linkCitations: boolean;
  suppressBibliography: boolean;
  referenceSectionTitle?: string;
  /** Level of the sections that end with a bibliography of their own; 1: the chapters. */
  sectionBibliographies?: number;
  /** Notes are numbered from 1 in each chapter, or, on paper, on each page. */
  restartNotes: 'chapter' | 'page' | false;
  /** Each work of a bibliography says where it is cited. */
  backReferences: boolean;
}

/** Everything read from disk for one build, and nothing derived from it. */
export interface Publication {
  /** Absolute path of the folder that holds the manuscript: nothing outside it is read. */
  folder: string;
  /** Base name of the editions. */
  name: string;
  manuscript: SourceText;
  /** Line of the manuscript where the body starts (after the front matter), from 1. */
  bodyLine: number;
  metadata: Metadata;
  citations: CitationSettings;
  colophon?: SourceText;
  /** A template's name, or the absolute path of a folder inside {@link folder}. */
  template?: string;
  /** Editions that `octavo.yml` names; undefined: all four. */
  editions?: EditionName[];
  /** Folder for the editions that `octavo.yml` names: absolute, inside {@link folder}. */
  out?: string;
  toc: boolean;
  /** Whether the screen PDF is to say that it is accessible. */
  accessible: boolean;
  /** How notes stand in pages. */
  notes: NoteWishes;
  /** What the screen PDF is to be. */
  screen: ScreenWishes;
  /** What the press PDF is to be in place of what the template says. */
  press: PressWishes;
  /** Notes that open alone name the work again in place of “Ibid.” */
  expandIbid: boolean;
  /** Where a front-matter field was written (`title`, `series.issues`, …), for diagnostics. */
  placeOf(field: string): Place;
}
