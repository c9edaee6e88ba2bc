import { PDFArray, type PDFRawStream, PDFString } from 'pdf-lib';
import {
  catalog,
  dictOf,
  drop,
  editContent,
  everyDict,
  everyGlyphSays,
  firstLink,
  form,
  image,
  intent,
  lzw,
  name,
  type Opened,
  page,
  paint,
  type Spoil,
  set,
  state,
  where,
  xmp,
} from '../printed/mutants.js';

const composite = (opened: Opened) => where(opened, 'Subtype', '/Type0');
const descendant = (opened: Opened) => where(opened, 'Subtype', '/CIDFontType2');

/** One defect each, and the clause of PDF/A-2 that forbids it. */
export const archiveMutants: [clause: string, what: string, spoil: Spoil][] = [
  ['6.1.3-1', 'no ID', ({ file }) => delete file.context.trailerInfo.ID],
  ['6.1.7.1', 'content kept elsewhere', set(form, 'F', 'Elsewhere')],
  ['6.1.7.2', 'LZW', lzw],
  ['6.1.13-1', 'a number too large', set(catalog, 'Spoilt', 2 ** 33)],
  [
    '6.1.13-3',
    'a string too long',
    ({ catalog }) => catalog.set(name('Spoilt'), PDFString.of('x'.repeat(32_768))),
  ],
  ['6.1.13-4', 'a name too long', set(catalog, 'Spoilt', 'x'.repeat(128))],
  ['6.1.13-8', 'states nested too deep', paint(`${'q '.repeat(29)} ${'Q '.repeat(29)}`)],
  ['6.2.2-1', 'an operator that is none', paint('1 0 frob')],
  ['6.2.2-2', 'a resource that is nowhere', paint('/Nowhere gs')],
  ['6.2.3-1', 'a profile that is none', set(intent, 'DestOutputProfile', 'None')],
  [
    '6.2.3-1',
    'a profile of another space',
    (opened) => {
      const profile = intent(opened).lookup(name('DestOutputProfile')) as PDFRawStream;
      profile.dict.set(name('N'), opened.page.context.obj(4));
    },
  ],
  [
    '6.2.3-2',
    'two intents',
    (opened) => {
      opened.catalog.lookup(name('OutputIntents'), PDFArray).push(intent(opened));
    },
  ],
  ['6.2.4.2', 'colours by a profile that is none', set(image, 'ColorSpace', ['ICCBased', 'None'])],
  ['6.2.4.3', 'colours of a display, and no intent', drop(catalog, 'OutputIntents')],
  ['6.2.4.3', 'colours of a press', paint('0 0 0 1 k')],
  ['6.2.5-1', 'a transfer function', state({ TR: 'Identity' })],
  ['6.2.5-2', 'a transfer function', state({ TR2: 'Identity' })],
  ['6.2.5-3', 'a halftone phase', state({ HTP: 1 })],
  ['6.2.6', 'an intent that is none', paint('/Vivid ri')],
  ['6.2.8-1', 'an image with alternates', set(image, 'Alternates', [])],
  ['6.2.8-2', 'an image with OPI', set(image, 'OPI', {})],
  ['6.2.8-3', 'an image to be smoothed', set(image, 'Interpolate', true)],
  ['6.2.8-4', 'an image of five bits', set(image, 'BitsPerComponent', 5)],
  ['6.2.9-1', 'a form with PostScript', set(form, 'Subtype2', 'PS')],
  ['6.2.9-2', 'a form of another file', set(form, 'Ref', {})],
  ['6.2.9-3', 'PostScript', set(form, 'Subtype', 'PS')],
  ['6.2.10-1', 'a blend mode that is none', state({ BM: 'Glow' })],
  ['6.2.11.3.1', 'a font of no collection', drop(descendant, 'CIDSystemInfo')],
  ['6.2.11.3.2', 'a font without map', drop(descendant, 'CIDToGIDMap')],
  ['6.2.11.3.3', 'a CMap elsewhere', set(composite, 'Encoding', 'UniGB-UTF16-H')],
  [
    '6.2.11.4.1',
    'a font that is not embedded',
    (opened) => where(opened, 'Type', '/FontDescriptor').delete(name('FontFile2')),
  ],
  [
    '6.2.11.4.2',
    'a set of characters that lacks some',
    (opened) => {
      const { context } = opened.page;
      const bits = context.register(context.stream(Uint8Array.of(128)));
      for (const dict of everyDict(opened)) {
        if (String(dict.get(name('Type'))) === '/FontDescriptor') dict.set(name('CIDSet'), bits);
      }
    },
  ],
  ['6.2.11.5', 'other widths', set(descendant, 'W', [0, 2000, 77])],
  [
    '6.2.11.7.2-1',
    'glyphs that say no text',
    (opened) => {
      for (const dict of everyDict(opened)) dict.delete(name('ToUnicode'));
    },
  ],
  ['6.2.11.7.2-2', 'glyphs that say nothing', everyGlyphSays('FEFF')],
  ['6.2.11.7.3', 'glyphs of private use', everyGlyphSays('E000')],
  [
    '6.2.11.7.2',
    'a font of one byte that says no text',
    (opened) => {
      const { context } = opened.page;
      const descriptor = where(opened, 'Type', '/FontDescriptor');
      const font = { Type: 'Font', Subtype: 'TrueType', FontDescriptor: descriptor };
      const fonts = dictOf(dictOf(opened.page, 'Resources'), 'Font');
      fonts.set(name('Spoilt'), context.register(context.obj(font)));
    },
  ],
  [
    '6.2.11.8',
    'a glyph that is none',
    (opened) =>
      editContent(opened.page, (content) => content.replace(/(\/F\d+ [\d.]+ Tf)/, '$1 <0000> Tj')),
  ],
  ['6.3.1', 'a film', set(firstLink, 'Subtype', 'Movie')],
  ['6.3.2', 'a link that does not print', set(firstLink, 'F', 0)],
  ['6.3.3', 'a note without looks', set(firstLink, 'Subtype', 'Text')],
  ['6.4.1', 'a form to be drawn', set(catalog, 'AcroForm', { NeedAppearances: true })],
  ['6.4.2', 'XFA', set(catalog, 'AcroForm', { XFA: [] })],
  ['6.5.1-1', 'a script', set(catalog, 'OpenAction', { S: 'JavaScript' })],
  ['6.5.1-2', 'an action that is none', set(catalog, 'OpenAction', { S: 'Named', N: 'Print' })],
  ['6.5.2', 'actions that come of themselves', set(catalog, 'AA', {})],
  ['6.6.2.1', 'no metadata', drop(catalog, 'Metadata')],
  [
    '6.6.2.1',
    'packed metadata',
    ({ catalog }) => {
      const packet = catalog.lookup(name('Metadata')) as PDFRawStream;
      const packed = catalog.context.flateStream(packet.contents, {
        Type: 'Metadata',
        Subtype: 'XML',
      });
      catalog.set(name('Metadata'), catalog.context.register(packed));
    },
  ],
  ['6.6.2.2', 'a packet that tells its size', xmp('<?xpacket begin', '<?xpacket bytes="9" begin')],
  ['6.7.2.2', 'not marked', drop(catalog, 'MarkInfo')],
  ['6.7.3.3', 'no structure', drop(catalog, 'StructTreeRoot')],
  [
    '6.7.4',
    'a language that is none',
    ({ catalog }) => catalog.set(name('Lang'), PDFString.of('English, mostly')),
  ],
  ['6.9', 'layers', set(catalog, 'OCProperties', { D: {} })],
  ['6.10', 'a presentation', set(page, 'PresSteps', {})],
  ['6.11', 'requirements', set(catalog, 'Requirements', [])],
];
