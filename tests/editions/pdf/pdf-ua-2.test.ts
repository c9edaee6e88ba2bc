import { PDFArray, PDFDict, PDFDocument, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.js';
import { writeScreenPdf } from '../../../src/editions/pdf/index.js';
import { containmentRows, mayStandIn } from '../../checkers/containment.js';
import { checkPdfUa2, newTypes } from '../../checkers/pdf-ua-2.js';
import { hasQpdf } from '../../checkers/qpdf-json.js';
import { elementsOf, readPdf } from '../../support/pdf.js';
import {
  catalog,
  dictOf,
  drop,
  editContent,
  everyDict,
  everyGlyphSays,
  firstLink,
  kidOf,
  leadsAstray,
  leadsNowhere,
  linksOutside,
  name,
  namesWrongParent,
  type Opened,
  open,
  page,
  put,
  reachesBelow,
  rename,
  type Spoil,
  set,
  xmp,
} from '../printed/mutants.js';
import { samplerDocument, samplerFile, samplerPages } from '../printed/sampler.js';
import { withFormula } from './formula-pages.js';

const write = (report = new Report(), [pages, document] = withFormula()) =>
  writeScreenPdf(pages, document, {
    report,
    place: { file: 'manuscript.md' },
    conformance: 'UA-2',
  });

let good: Uint8Array;
const report = new Report();
beforeAll(async () => {
  good = await write(report);
});

const first = (role: string) => (opened: Opened) => opened.first(role);
const root = ({ catalog }: Opened) => dictOf(catalog, 'StructTreeRoot');
const to =
  (role: string, other: string): Spoil =>
  (opened) =>
    rename(opened.first(role), other);
/** An entry that is the same of all elements of a role. */
const everyEntry =
  (role: string, spoil: (tag: PDFDict) => unknown): Spoil =>
  ({ tags }) =>
    tags(role).forEach(spoil);
const everyCell =
  (spoil: (tag: PDFDict) => unknown): Spoil =>
  ({ tags }) =>
    ['TH', 'TD'].flatMap(tags).forEach(spoil);
const all =
  (found: (dict: PDFDict) => boolean, spoil: (dict: PDFDict) => unknown): Spoil =>
  (opened) =>
    everyDict(opened).filter(found).forEach(spoil);
const call = ({ tags }: Opened) => tags('Link').find((link) => link.has(name('Ref'))) as PDFDict;
const namespaceOf = (opened: Opened) => opened.first('Document').get(name('NS')) as PDFRef;
const roleMap = (entries: Record<string, string>) => (opened: Opened) =>
  root(opened).set(name('RoleMap'), opened.page.context.obj(entries));
const bookmark = (dict: PDFDict) => dict.has(name('Title')) && dict.has(name('A'));

/** One defect each, and the clause that forbids it. */
const mutants: [clause: string, what: string, spoil: Spoil][] = [
  ['5-1', 'no identifier', xmp(/<pdfuaid:part>[\s\S]*<\/pdfuaid:rev>/, '')],
  ['5-2', 'another part', xmp('<pdfuaid:part>2', '<pdfuaid:part>1')],
  ['5-5', 'no year', xmp(/<pdfuaid:rev>.*<\/pdfuaid:rev>/, '')],
  ['6.2-1', 'not marked', drop(catalog, 'MarkInfo')],
  ['8.2.1-1', 'no structure', drop(catalog, 'StructTreeRoot')],
  [
    '8.2.2-1',
    'content neither tagged nor artifact',
    ({ page }) =>
      editContent(page, (content) => content.replace(/\/Artifact BMC\n([\s\S]*?)EMC/, '$1')),
  ],
  [
    '8.3',
    'tagged content in an artifact',
    ({ page }) => editContent(page, (content) => `/Artifact BMC ${content} EMC`),
  ],
  ['8.2.4-1', 'an unknown type', to('Strong', 'Motto')],
  [
    '8.2.4-2',
    'a type that stands for itself',
    (opened) => {
      opened.first('BlockQuote').set(name('S'), name('Motto'));
      roleMap({ Motto: 'Motto' })(opened);
    },
  ],
  [
    '8.2.4-3',
    'a type that stands for one of its own namespace',
    (opened) => {
      const space = namespaceOf(opened);
      const map = opened.page.context.obj({ Motto: [name('P'), space] });
      opened.page.context.lookup(space, PDFDict).set(name('RoleMapNS'), map);
      rename(opened.first('Strong'), 'Motto');
    },
  ],
  ['8.2.4-4', 'a standard type that stands for another', roleMap({ P: 'Span' })],
  ['8.2.5.2-1', 'another type at the top', to('Document', 'Part')],
  ['8.2.5.2-2', 'a document of PDF 1.7', drop(first('Document'), 'NS')],
  ['14.7.4.4', 'a parent tree that leads astray', leadsAstray],
  ['14.7.2', 'an element that names a wrong parent', namesWrongParent],
  ['link', 'a link of the browser', leadsNowhere],
  ['14.7.4.1', 'a namespace that is not listed', drop(root, 'Namespaces')],
  ['8.2.5.8-1', 'an entry that refers to nothing', drop(first('TOCI'), 'Ref')],
  ['8.2.5.12-1', 'H', to('H1', 'H')],
  [
    '8.2.5.14-1',
    'a note of PDF 1.7',
    (opened) => {
      const note = opened.first('FENote');
      note.delete(name('NS'));
      rename(note, 'Note');
    },
  ],
  ['8.2.5.14-2', 'a call that its note does not name', drop(first('FENote'), 'Ref')],
  ['8.2.5.14-3', 'a note that its call does not name', drop(call, 'Ref')],
  ['8.2.5.14', 'a note that nothing calls', drop(first('FENote'), 'Ref')],
  [
    '8.2.5.14-4',
    'a note of no kind',
    set(first('FENote'), 'A', { O: 'FENote', NoteType: 'Sidenote' }),
  ],
  ['8.2.5.20-1', 'a link in a span', to('Link', 'Span')],
  [
    '8.2.5.20-2',
    'an element with links to several places',
    ({ tags, page }) => {
      const several = tags('Link').find((link) => {
        const kids = link.lookup(name('K'));
        return kids instanceof PDFArray && kids.size() > 2;
      }) as PDFDict;
      const kids = several.lookup(name('K'), PDFArray);
      const holders = kids.asArray().map((kid) => page.context.lookup(kid));
      const holder = holders.find(
        (kid) => kid instanceof PDFDict && kid.has(name('Obj')),
      ) as PDFDict;
      dictOf(dictOf(holder, 'Obj'), 'A').set(name('URI'), page.context.obj('elsewhere'));
    },
  ],
  ['8.2.5.25-1', 'labels without numbering', everyEntry('L', (list) => list.delete(name('A')))],
  [
    '8.2.5.25-2',
    'content straight in an item',
    ({ first, file, page }) => {
      first('LI').set(name('Pg'), file.getPage(0).ref);
      first('LI').set(name('K'), page.context.obj(0));
    },
  ],
  [
    '8.2.5.26-1',
    'two cells in one place',
    (opened) => {
      const [head, body] = [kidOf(opened.first('THead')), kidOf(opened.first('TBody'))];
      set(() => kidOf(head, 1), 'A', { O: 'Table', RowSpan: 2 })(opened);
      set(() => kidOf(body), 'A', { O: 'Table', ColSpan: 2 })(opened);
    },
  ],
  ['8.2.5.26-2', 'a cell that reaches below its table', reachesBelow],
  [
    '8.2.5.26-3',
    'a row too short',
    ({ first }) => {
      const row = first('TR');
      row.set(name('K'), row.context.obj([row.lookup(name('K'), PDFArray).get(0)]));
    },
  ],
  [
    '8.2.5.26-5',
    'a header that is nowhere',
    set(first('TD'), 'A', { O: 'Table', Headers: [PDFString.of('nowhere')] }),
  ],
  ['8.2.5.26-6', 'cells without header', everyCell((cell) => cell.delete(name('A')))],
  [
    '8.2.5.27-1',
    'a caption in the middle',
    ({ tags }) => {
      const body = tags('Document')[0]?.lookup(name('K'), PDFArray);
      rename(body?.lookup(1) as PDFDict, 'Caption');
    },
  ],
  ['8.2.5.28.2-1', 'a figure that says nothing', drop(first('Figure'), 'Alt')],
  [
    '8.2.5.29',
    'a formula that says nothing',
    (opened) => {
      for (const key of ['Alt', 'AF']) drop(first('Formula'), key)(opened);
    },
  ],
  ['table 5', 'words straight in the document', to('P', 'Span')],
  ['table 5', 'two heads in a table', to('TBody', 'THead')],
  ['table 5', 'content straight in a section', to('P', 'Sect')],
  ['8.4.3', 'a text of private use', ({ first }) => put(first('Figure'), 'Alt', '\ue001')],
  ['8.4.4-1', 'no language', drop(catalog, 'Lang')],
  ['8.4.4-2', 'a mark left in a language', ({ first }) => put(first('P'), 'Lang', 'en-GB-x-p7')],
  [
    '8.4.5.5.1-1',
    'a font that is not embedded',
    all(
      (dict) => dict.has(name('FontFile2')),
      (dict) => dict.delete(name('FontFile2')),
    ),
  ],
  [
    '8.4.5.8-1',
    'glyphs that say no text',
    all(
      (dict) => dict.has(name('ToUnicode')),
      (dict) => dict.delete(name('ToUnicode')),
    ),
  ],
  ['8.4.5.8-2', 'glyphs that say nothing', everyGlyphSays('FEFF')],
  [
    '8.6-1',
    'a link that says something of private use',
    set(firstLink, 'Contents', PDFHexString.fromText('\ue001')),
  ],
  ['8.6-1', 'a bookmark of private use', all(bookmark, (dict) => put(dict, 'Title', '\ue001'))],
  [
    '8.8-1',
    'a bookmark that leads to no element',
    all(bookmark, (dict) => {
      dict.set(name('Dest'), dictOf(dict, 'A').get(name('D')) as PDFArray);
      dict.delete(name('A'));
    }),
  ],
  [
    '8.8-2',
    'a link that leads to no element',
    (opened) => dictOf(firstLink(opened), 'A').delete(name('SD')),
  ],
  ['8.9.2', 'a link outside of the structure', linksOutside],
  ['8.9.2.2-1', 'an invisible link', set(firstLink, 'F', 5)],
  ['8.9.2.2-2', 'a link not to be viewed', set(firstLink, 'F', 36)],
  ['8.9.3.3-1', 'tab order', drop(page, 'Tabs')],
  ['8.9.4.2', 'a link that says nothing', drop(firstLink, 'Contents')],
  [
    '8.9.4.2-1',
    'a link that says two things',
    everyEntry('Link', (link) => put(link, 'Alt', 'other')),
  ],
  ['8.11.1-1', 'no title', xmp(/<dc:title>.*<\/dc:title>/, '')],
  ['8.11.1-2', 'no metadata', drop(catalog, 'Metadata')],
  ['8.11.2-1', 'title not shown', drop(catalog, 'ViewerPreferences')],
  [
    '8.14.1-1',
    'a file that nothing describes',
    all(
      (dict) => dict.has(name('Desc')),
      (dict) => dict.delete(name('Desc')),
    ),
  ],
];

/** A type that may not stand in each that the table has. */
const misplaced = containmentRows().map((parent): [string, string] => {
  const type = parent === 'Hn' ? 'H2' : parent;
  const kid = ['LI', 'TR', 'P'].find((each) => !mayStandIn(each, type));
  if (kid === undefined) throw new Error(`all may stand in ${parent}`);
  return [type, kid];
});

/** Types of PDF 1.7 alone have no namespace here. */
const namespaceFor = (type: string, top: PDFDict) =>
  newTypes.has(type) || /^H\d/.test(type) ? { NS: top.get(name('NS')) as PDFRef } : {};

describe.skipIf(!hasQpdf())('PDF/UA-2 (skipped where qpdf is not installed)', () => {
  it('is kept by the screen PDF that is to keep it', async () => {
    expect(report.diagnostics).toEqual([]);
    expect(await checkPdfUa2(good)).toEqual([]);
  });

  it('is not kept by the pages as printed', async () => {
    const clauses = (await checkPdfUa2(samplerFile())).map(({ clause }) => clause);
    expect(clauses).toEqual(expect.arrayContaining(['5-1', '6.1', '8.2.2-1', '8.2.5.2-2']));
  });

  it('table 5: what may not stand in each type is found', async () => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    const { first, page } = open(file);
    const { context } = page;
    const top = context.getObjectRef(first('Document')) as PDFRef;
    const kids = first('Document').lookup(name('K'), PDFArray);
    const add = (type: string, parent: PDFRef) => {
      const NS = namespaceFor(type, first('Document'));
      const reference = context.register(context.obj({ S: type, P: parent, ...NS }));
      const holder = context.lookup(parent, PDFDict);
      if (parent === top) kids.push(reference);
      else holder.set(name('K'), context.obj([reference]));
      return reference;
    };
    for (const [parent, kid] of misplaced) add(kid, add(parent, top));
    const whats = (await checkPdfUa2(await file.save()))
      .filter(({ clause }) => clause === 'table 5')
      .map(({ what }) => what);
    expect(whats).toEqual(
      expect.arrayContaining(misplaced.map(([parent, kid]) => `${kid} in ${parent}`)),
    );
  });

  it('table 5: two captions and two feet in a table are found', async () => {
    for (const role of ['Caption', 'TFoot']) {
      const file = await PDFDocument.load(good, { updateMetadata: false });
      const { first } = open(file);
      rename(first('THead'), role);
      rename(first('TBody'), role);
      const whats = (await checkPdfUa2(await file.save())).map(({ what }) => what);
      expect(whats).toContain(`two ${role} in Table`);
    }
  });

  it('6.1: an older version is found', async () => {
    const spoilt = Buffer.from(good);
    spoilt.write('%PDF-1.7', 0, 'latin1');
    expect((await checkPdfUa2(spoilt)).map(({ clause }) => clause)).toContain('6.1');
  });

  it.each(mutants)('%s: %s is found', async (clause, _, spoil) => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    spoil(open(file));
    const clauses = (await checkPdfUa2(await file.save())).map((breach) => breach.clause);
    expect(clauses).toContain(clause);
  });
});

describe('a screen PDF that is to be PDF/UA-2', () => {
  it('is of PDF 2.0, and says in XMP alone what it is', async () => {
    const text = Buffer.from(good).toString('latin1');
    expect(text.startsWith('%PDF-2.0\n')).toBe(true);
    expect(text).not.toContain('/Info ');
    const { xmp: packet = '' } = await readPdf(good);
    const said = ['pdfuaid:part>2', 'pdfuaid:rev>2024', 'pdfaid:part>4', 'pdfaid:rev>2020'];
    for (const each of said) expect(packet).toContain(each);
    expect(packet).not.toContain('pdfaExtension');
  });

  it('has its notes as such, and formulas with their MathML', async () => {
    const { pages } = await readPdf(good);
    const all = (role: string) => pages.flatMap(({ structure }) => elementsOf(structure, role));
    expect(all('FENote').length).toBeGreaterThan(1);
    expect(all('Formula').map(({ alt }) => alt)).toEqual(['a < b']);
    const file = await PDFDocument.load(good, { updateMetadata: false });
    const opened = open(file);
    const [specification] = opened.first('Formula').lookup(name('AF'), PDFArray).asArray();
    const entries = file.context.lookup(specification as PDFRef, PDFDict);
    expect(String(entries.get(name('AFRelationship')))).toBe('/Supplement');
  });

  it('is the same to the byte when made again', async () => {
    expect(Buffer.from(await write()).equals(good)).toBe(true);
  });

  it('makes no claim, and says why, where something stands that may not', async () => {
    const marks = samplerPages().marks.map((mark) =>
      mark.key === 'p15' ? { key: 'p15', role: 'LI' } : mark,
    );
    const told = new Report();
    const bytes = await write(told, [{ ...samplerPages(), marks }, samplerDocument()]);
    expect(told.diagnostics.map(({ rule }) => rule)).toContain('pdf/containment');
    expect((await readPdf(bytes)).xmp).not.toMatch(/pdfuaid:part|pdfaid:part/);
  });
});
