import { Failure } from '../../diagnostics/failure.js';
import type { Report } from '../../diagnostics/report.js';
import type { OctavoDocument } from '../../document/document.js';
import { formulaCharactersOf } from '../../document/formula-characters.js';
import type { PageStart } from '../../pages/pages.js';
import { formulaCss } from '../../template/formula-css.js';
import type { Template } from '../../template/template.js';
import { describe } from '../markup/description.js';
import { fontFaceRule, formulaFaces, type SubsetFace, subsetFaces } from '../markup/fonts.js';
import { isPageBreak } from '../markup/page-breaks.js';
import { elementsOf, rootOf } from '../markup/tree.js';
import { writeXhtml } from '../markup/xml.js';
import { accessibilityOf } from './accessibility.js';
import { type Book, makeBook } from './book.js';
import { type BookFile, htmlElement } from './book-file.js';
import { packBook } from './container.js';
import { drawCover } from './cover.js';
import { bookFaces } from './faces.js';
import { identifiersOf } from './identity.js';
import { type Navigation, navigationDocument, ncxDocument, type PageLine } from './navigation.js';
import { type ManifestItem, packageDocument } from './package-document.js';
import type { Rasterise } from './rasterise.js';
import { styleClasses } from './style-classes.js';

export interface WriteEpubOptions {
  report: Report;
  /** The manuscript's path as diagnostics show it. */
  file: string;
  /** The same for the colophon's file. */
  colophonFile?: string;
  /** Where the printed pages begin; empty: the book has no page list. */
  pageStarts: readonly PageStart[];
  /** Absent (no browser): the book has no cover, and images stay in their formats. */
  rasterise?: Rasterise;
  /** For `dcterms:modified` (SOURCE_DATE_EPOCH); absent: the publication’s date. */
  sourceDate?: Date;
}

const containerXml =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
  '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>' +
  '</rootfiles></container>\n';

/** Apple Books shows a book's own fonts only where this file asks for it. */
const appleOptions =
  '<?xml version="1.0" encoding="UTF-8"?>\n<display_options><platform name="*">' +
  '<option name="specified-fonts">true</option></platform></display_options>\n';

const encode = (text: string) => new TextEncoder().encode(text);

function writeFile(file: BookFile, lang: string): string {
  const shell = {
    lang,
    title: file.title,
    styleSheet: '../css/book.css',
    matter: file.matter,
    className: file.matter === 'cover' ? 'cover-page' : undefined,
  };
  return writeXhtml(htmlElement(shell, file.content));
}

function pageLines(files: readonly BookFile[]): PageLine[] {
  return files.flatMap(({ name, content }) =>
    elementsOf(rootOf(content), isPageBreak).map(({ properties }) => ({
      href: `text/${name}#${properties.id}`,
      label: String(properties.ariaLabel),
    })),
  );
}

/** `inSpine`: the contents are a page of the book; only then may a landmark lead to them. */
function navigationOf(book: Book, inSpine: boolean): Navigation {
  const { metadata, words, wordsLang, files } = book;
  const text = files.find(({ matter }) => matter === 'bodymatter');
  const marks = files
    .filter(({ landmark }) => landmark !== undefined)
    .map(({ landmark, name, title }) => ({
      type: landmark ?? '',
      href: `text/${name}`,
      label: title,
    }));
  return {
    lang: metadata.lang,
    title: metadata.title,
    identifier: identifiersOf(metadata)[0].value,
    words,
    wordsLang,
    contents: files
      .filter(({ matter }) => matter !== 'cover')
      .map(
        ({ name, title, entry }) =>
          entry ?? {
            href: `text/${name}`,
            label: [{ type: 'text' as const, value: title }],
            text: title,
            children: [],
          },
      ),
    pages: pageLines(files),
    landmarks: [
      ...marks,
      ...(inSpine ? [{ type: 'toc', href: 'nav.xhtml', label: words.contents }] : []),
      ...(text
        ? [{ type: 'bodymatter', href: `text/${text.name}`, label: words.startOfText }]
        : []),
    ],
  };
}

function contentProperties(xhtml: string): string[] {
  return [
    ...(/<math[\s>]/.test(xhtml) ? ['mathml'] : []),
    ...(/<svg[\s>]/.test(xhtml) ? ['svg'] : []),
  ];
}

const fontFile = ({ family, weight, style }: SubsetFace) =>
  `${family.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${weight}${style === 'italic' ? '-italic' : ''}.ttf`;

/** Paths below `EPUB/`, with what the manifest says of each. */
interface Entry extends ManifestItem {
  bytes: Uint8Array;
}

function textEntries(files: readonly BookFile[], lang: string): { entry: Entry; xhtml: string }[] {
  return files.map((file) => {
    const xhtml = writeFile(file, lang);
    const entry = {
      id: file.name.replace('.xhtml', ''),
      href: `text/${file.name}`,
      mediaType: 'application/xhtml+xml',
      properties: contentProperties(xhtml),
      bytes: encode(xhtml),
    };
    return { entry, xhtml };
  });
}

async function styleEntries(
  document: OctavoDocument,
  template: Template,
  text: string,
  looks: string,
): Promise<Entry[]> {
  const formulas = formulaCharactersOf(document);
  const faces = [
    ...(await subsetFaces(bookFaces(template), text, 'sfnt')),
    ...(await subsetFaces(formulaFaces(template.fonts, formulas), formulas, 'sfnt')),
  ];
  const rules = faces.map((face) => fontFaceRule(face, `../fonts/${fontFile(face)}`, 'truetype'));
  const shared = formulas === '' ? [] : [formulaCss];
  const css = [...rules, ...shared, template.ebookCss, looks].join('\n');
  return [
    { id: 'css', href: 'css/book.css', mediaType: 'text/css', bytes: encode(css) },
    ...faces.map((face, index) => ({
      id: `font-${index + 1}`,
      href: `fonts/${fontFile(face)}`,
      mediaType: 'application/vnd.ms-opentype',
      bytes: face.bytes,
    })),
  ];
}

function imageEntries(book: Book, cover: Uint8Array | undefined): Entry[] {
  return [
    ...(cover
      ? [
          {
            id: 'cover-image',
            href: 'images/cover.jpg',
            mediaType: 'image/jpeg',
            properties: ['cover-image'],
            bytes: cover,
          },
        ]
      : []),
    ...book.pictures.map(({ path, mediaType, bytes }, index) => ({
      id: `image-${index + 1}`,
      href: path,
      mediaType,
      bytes,
    })),
  ];
}

function navigationEntries(navigation: Navigation, nav: string): Entry[] {
  return [
    {
      id: 'nav',
      href: 'nav.xhtml',
      mediaType: 'application/xhtml+xml',
      properties: ['nav'],
      bytes: encode(nav),
    },
    {
      id: 'ncx',
      href: 'toc.ncx',
      mediaType: 'application/x-dtbncx+xml',
      bytes: encode(ncxDocument(navigation)),
    },
  ];
}

/** Manifest ids in reading order: the contents follow the front matter where they are wanted. */
function spineOf(files: readonly BookFile[], textIds: readonly string[], hasContents: boolean) {
  const isFront = ({ matter }: BookFile) => matter === 'cover' || matter === 'frontmatter';
  const front = files.filter(isFront).length;
  return hasContents ? [...textIds.slice(0, front), 'nav', ...textIds.slice(front)] : [...textIds];
}

function accessibilityOfBook({ files, hasNotes, pictures, words }: Book, hasPageList: boolean) {
  const inner = files.filter(({ matter }) => matter !== 'cover');
  return accessibilityOf(
    {
      trees: inner.map(({ content }) => rootOf(content)),
      hasNotes,
      hasPageList,
      hasAnimation: pictures.some(({ animated }) => animated),
    },
    words,
  );
}

async function pack(
  packageXml: string,
  entries: readonly Entry[],
  file: string,
): Promise<Uint8Array> {
  const archive = new Map([
    ['META-INF/container.xml', encode(containerXml)],
    ['META-INF/com.apple.ibooks.display-options.xml', encode(appleOptions)],
    ['EPUB/package.opf', encode(packageXml)],
    ...entries.map(({ href, bytes }): [string, Uint8Array] => [`EPUB/${href}`, bytes]),
  ]);
  return packBook(archive).catch((cause) => {
    const finding = {
      message: 'The EPUB container could not be written',
      remedy: 'Run the build again; where that does not help, report what it said with `--verbose`',
    };
    throw new Failure('epub/failed', { file }, finding, 3, cause);
  });
}

/** The ebook edition: an EPUB 3 file. */
export async function writeEpub(
  document: OctavoDocument,
  template: Template,
  options: WriteEpubOptions,
): Promise<Uint8Array> {
  const cover = options.rasterise && (await drawCover(document, template, options.rasterise));
  const hasCover = cover !== undefined;
  const book = await makeBook(document, { ...options, hasCover });
  const { metadata, words, files } = book;
  const navigation = navigationOf(book, document.toc);
  const nav = navigationDocument(navigation);
  const looks = styleClasses(files);
  const texts = textEntries(files, metadata.lang);
  const all = texts.map(({ xhtml }) => xhtml).join('') + nav;
  const entries: Entry[] = [
    ...navigationEntries(navigation, nav),
    ...texts.map(({ entry }) => entry),
    ...(await styleEntries(document, template, all, looks)),
    ...imageEntries(book, cover),
  ];
  const hasPageList = navigation.pages.length > 0;
  const packageXml = packageDocument({
    metadata,
    words,
    description: describe({ ...document, metadata }),
    accessibility: accessibilityOfBook(book, hasPageList),
    hasPageList,
    hasCover,
    sourceDate: options.sourceDate,
    manifest: entries,
    spine: spineOf(
      files,
      texts.map(({ entry }) => entry.id),
      document.toc,
    ),
  });
  return pack(packageXml, entries, options.file);
}
