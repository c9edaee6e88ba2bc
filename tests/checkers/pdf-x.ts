// Checks a PDF against PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4), rule by rule: objects
// come from qpdf, and no code is shared with the editions. The standards' texts are not public: rules
// are named by their subject.
import { componentsOf, profileHeader } from './icc-profile.js';
import { knownOperators } from './operators.js';
import { type Dict, Objects, type Value } from './qpdf-json.js';
import { type ContentStream, contentStreams, shownCodes } from './streams.js';

export interface Breach {
  rule: string;
  what: string;
}

const blendModes = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight
  Difference Exclusion Hue Saturation Color Luminosity`
    .split(/\s+/)
    .map((mode) => `/${mode}`),
);
const markTypes = new Set(['/TrapNet', '/PrinterMark']);
type Box = [number, number, number, number];

class Check {
  readonly breaches: Breach[] = [];
  private readonly streams: ContentStream[];

  constructor(
    private readonly objects: Objects,
    private readonly bytes: Buffer,
    private readonly isX1a: boolean,
  ) {
    this.streams = contentStreams(objects);
  }

  private breach(rule: string, what: string): void {
    this.breaches.push({ rule, what });
  }

  file(): void {
    const { objects, bytes } = this;
    const version = this.isX1a ? /^%PDF-1\.[0-4][\r\n]/ : /^%PDF-1\.[0-6][\r\n]/;
    if (!version.test(bytes.toString('latin1', 0, 12))) this.breach('file-1', 'version');
    if (objects.list(objects.trailer['/ID']).length !== 2) this.breach('file-2', 'no file ID');
    if (objects.trailer['/Encrypt']) this.breach('file-3', 'encrypted');
    if (this.isX1a && /\/Type\s*\/(ObjStm|XRef)\b/.test(bytes.toString('latin1')))
      this.breach('file-7', 'objects in streams');
    if (/\/LZWDecode\b/.test(bytes.toString('latin1'))) this.breach('file-4', 'LZW');
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      if (
        objects.isStream(reference) &&
        ['/F', '/FFilter', '/FDecodeParms'].some((key) => dict[key])
      ) {
        this.breach('file-5', 'a stream kept in another file');
      }
      if (dict['/Type'] === '/EmbeddedFile' || dict['/EF'])
        this.breach('file-6', 'a file inside the file');
    }
  }

  condition(): void {
    const { objects } = this;
    const intents = objects
      .list(objects.catalog['/OutputIntents'])
      .map((each) => objects.dict(each))
      .filter((each) => each['/S'] === '/GTS_PDFX');
    if (intents.length !== 1) this.breach('condition-1', `${intents.length} output intents`);
    const [intent = {}] = intents;
    if (!objects.text(intent['/OutputConditionIdentifier']))
      this.breach('condition-2', 'no condition');
    if (!intent['/DestOutputProfile']) {
      this.breach('condition-3', 'no profile');
      return;
    }
    const header = profileHeader(objects.data(intent['/DestOutputProfile']));
    const newest = this.isX1a ? 2 : 4;
    const isFit =
      header?.deviceClass === 'prtr' && header.major <= newest && !header.tags.includes('');
    if (!isFit || componentsOf[header.space] !== objects.dict(intent['/DestOutputProfile'])['/N']) {
      this.breach('condition-4', 'the profile is none of a press');
    }
    if (
      header &&
      !['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'gamt'].every((tag) =>
        header.tags.includes(tag),
      )
    ) {
      this.breach('condition-5', 'the profile lacks tables');
    }
  }

  /** What prints is told by inks, by grey, or by colours with a profile. */
  colours(): void {
    const { objects } = this;
    for (const { name, operations } of this.streams) {
      for (const { operator, operands } of operations) {
        if (/^rg$/i.test(operator)) this.breach('colour-1', `${name}: RGB`);
        if (/^cs$/i.test(operator)) this.space(String(operands[0]), name);
        if (operator === 'BI') {
          const spaces = operands.map(String);
          if (spaces.some((space) => space === '/RGB' || space === '/DeviceRGB'))
            this.breach('colour-1', name);
        }
        if (!knownOperators.has(operator))
          this.breach('operators', `${name}: operator ${operator}`);
      }
    }
    for (const reference of objects.references) {
      const value = objects.get(reference);
      if (Array.isArray(value)) this.space(value, reference);
      const dict = objects.dict(reference);
      const inside = Object.values(objects.dict(objects.dict(dict['/Resources'])['/ColorSpace']));
      const spaces = [
        dict['/ColorSpace'],
        dict['/CS'],
        objects.dict(dict['/Group'])['/CS'],
        ...inside,
      ];
      for (const space of spaces) if (space !== undefined) this.space(space, reference);
    }
  }

  private space(value: Value, where: string): void {
    const { objects } = this;
    const space = objects.get(value);
    if (space === '/DeviceRGB' || space === '/CalRGB')
      this.breach('colour-1', `${where}: ${space}`);
    const family = String(Array.isArray(space) ? space[0] : space);
    if (this.isX1a && ['/ICCBased', '/CalGray', '/CalRGB', '/Lab'].includes(family))
      this.breach('colour-5', `${where}: a colour that needs no press`);
    if (!Array.isArray(space)) return;
    if (space[0] === '/ICCBased') {
      const header = profileHeader(objects.data(space[1]));
      if (
        !header ||
        header.major > 4 ||
        componentsOf[header.space] !== objects.dict(space[1])['/N']
      ) {
        this.breach('colour-2', `${where}: a profile that is none`);
      }
    } else if (space[0] === '/Indexed' || space[0] === '/Pattern')
      this.space(space[1] ?? '', where);
    else if (space[0] === '/Separation' || space[0] === '/DeviceN') {
      this.space(space[2] ?? '', where);
      if (space.length < 4) this.breach('colour-3', `${where}: an ink without tint`);
    }
  }

  /** One name, one ink: an ink is shown alike wherever it is named. */
  inks(): void {
    const { objects } = this;
    const known = new Map<string, string>();
    const look = (value: Value | undefined) => {
      const space = objects.get(value);
      if (!Array.isArray(space) || space[0] !== '/Separation') return;
      const shown = JSON.stringify([space[2], objects.get(space[3])]);
      const other = known.get(String(space[1]));
      if (other !== undefined && other !== shown)
        this.breach('colour-4', `two inks named ${space[1]}`);
      known.set(String(space[1]), shown);
    };
    for (const reference of objects.references) {
      look(reference);
      for (const each of Object.values(
        objects.dict(objects.dict(objects.dict(reference)['/Resources'])['/ColorSpace']),
      )) {
        look(each);
      }
    }
  }

  graphics(): void {
    const { objects } = this;
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      const states = Object.values(objects.dict(objects.dict(dict['/Resources'])['/ExtGState']));
      for (const state of [dict, ...states.map((each) => objects.dict(each))]) this.state(state);
      if (dict['/Subtype'] === '/Image' && dict['/Alternates'])
        this.breach('objects-1', 'an image with alternates');
      if (dict['/OPI']) this.breach('objects-2', 'OPI');
      if (dict['/Subtype'] === '/PS' || dict['/Subtype2'] === '/PS' || dict['/PS']) {
        this.breach('objects-3', 'PostScript');
      }
      if (dict['/Subtype'] === '/Form' && dict['/Ref'])
        this.breach('objects-4', 'a form of another file');
    }
  }

  private state(dict: Dict): void {
    const isState = ['/BM', '/ca', '/CA', '/TR', '/TR2', '/HTP', '/HT', '/LW'].some(
      (key) => key in dict,
    );
    if (!isState || dict['/Subtype']) return;
    if ('/TR' in dict) this.breach('state-1', 'a transfer function');
    if ('/TR2' in dict && dict['/TR2'] !== '/Default')
      this.breach('state-2', 'a transfer function');
    if ('/HTP' in dict) this.breach('state-3', 'a halftone phase');
    for (const mode of this.objects.list(dict['/BM'])) {
      if (!blendModes.has(String(mode))) this.breach('state-4', `blend mode ${mode}`);
    }
  }

  /** What PDF 1.4 and later know and PDF/X-1a does not: transparency, layers, newer filters. */
  opacity(): void {
    const { objects } = this;
    if (objects.catalog['/OCProperties']) this.breach('layers', 'layers');
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      const isImage = dict['/Subtype'] === '/Image';
      if (isImage && dict['/SMask']) this.breach('opacity-1', `${reference}: a soft mask`);
      if (objects.dict(dict['/Group'])['/S'] === '/Transparency')
        this.breach('opacity-5', `${reference}: a transparency group`);
      if (isImage && Number(dict['/BitsPerComponent'] ?? 1) > 8)
        this.breach('images-1', `${reference}: 16 bits`);
      for (const filter of objects.list(dict['/Filter'])) {
        if (['/JPXDecode', '/JBIG2Decode', '/Crypt'].includes(String(filter)))
          this.breach('images-2', `${reference}: ${filter}`);
      }
      const states = Object.values(objects.dict(objects.dict(dict['/Resources'])['/ExtGState']));
      for (const state of [dict, ...states.map((each) => objects.dict(each))]) {
        if (!isImage) this.opaqueState(state, reference);
      }
    }
  }

  private opaqueState(state: Dict, where: string): void {
    const mask = state['/SMask'];
    if (mask !== undefined && mask !== '/None') this.breach('opacity-2', `${where}: a soft mask`);
    for (const key of ['/ca', '/CA']) {
      if (state[key] !== undefined && state[key] !== 1)
        this.breach('opacity-3', `${where}: ${key} ${state[key]}`);
    }
    for (const mode of this.objects.list(state['/BM'])) {
      if (!['/Normal', '/Compatible'].includes(String(mode)))
        this.breach('opacity-4', `${where}: ${mode}`);
    }
  }

  fonts(): void {
    const { objects } = this;
    for (const reference of objects.references) {
      const font = objects.dict(reference);
      if (font['/Type'] !== '/Font' || font['/Subtype'] === '/Type3') continue;
      const descendants = objects.list(font['/DescendantFonts']).map((each) => objects.dict(each));
      for (const each of font['/Subtype'] === '/Type0' ? descendants : [font]) {
        const descriptor = objects.dict(each['/FontDescriptor']);
        if (!['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key])) {
          this.breach('fonts-1', `${font['/BaseFont']} is not embedded`);
        }
      }
    }
    for (const stream of this.streams) {
      for (const { codes } of shownCodes(objects, stream)) {
        if (codes.includes(0)) this.breach('fonts-2', `${stream.name}: a glyph that is none`);
      }
    }
  }

  private box(page: Dict, key: string): Box | undefined {
    const sides = this.objects.list(page[key]).map(Number);
    return sides.length === 4 ? (sides as Box) : undefined;
  }

  pages(): void {
    const { objects } = this;
    const isInside = (inner: Box, outer: Box) =>
      inner[0] >= outer[0] - 0.01 &&
      inner[1] >= outer[1] - 0.01 &&
      inner[2] <= outer[2] + 0.01 &&
      inner[3] <= outer[3] + 0.01;
    objects.pages.forEach((reference, index) => {
      const page = objects.dict(reference);
      const where = `page ${index + 1}`;
      const [media, crop, bleed, trim, art] = [
        '/MediaBox',
        '/CropBox',
        '/BleedBox',
        '/TrimBox',
        '/ArtBox',
      ].map((key) => this.box(page, key));
      if (!media) this.breach('boxes-1', `${where}: no MediaBox`);
      if ((trim ? 1 : 0) + (art ? 1 : 0) !== 1)
        this.breach('boxes-2', `${where}: one of TrimBox and ArtBox`);
      const finished = trim ?? art;
      for (const [inner, outer] of [
        [finished, bleed],
        [bleed, media],
        [finished, media],
        [finished, crop],
      ]) {
        if (inner && outer && !isInside(inner, outer))
          this.breach('boxes-3', `${where}: boxes do not nest`);
      }
      for (const each of objects.list(page['/Annots'])) {
        const dict = objects.dict(each);
        const place = this.box(dict, '/Rect');
        const limit = bleed ?? finished;
        const overlaps =
          place &&
          limit &&
          place[0] < limit[2] &&
          place[2] > limit[0] &&
          place[1] < limit[3] &&
          place[3] > limit[1];
        if (!markTypes.has(String(dict['/Subtype'])) && overlaps)
          this.breach('annotations', `${where}: an annotation`);
      }
    });
  }

  actions(): void {
    const { objects } = this;
    const { catalog } = objects;
    if (catalog['/AcroForm']) this.breach('actions-1', 'a form');
    if (catalog['/OpenAction'] || objects.dict(catalog['/Names'])['/JavaScript'])
      this.breach('actions-2', 'actions');
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      if (dict['/AA'] || ['/URI', '/GoTo', '/JavaScript', '/Launch'].includes(String(dict['/S']))) {
        this.breach('actions-2', 'actions');
      }
    }
    for (const key of ['/ViewArea', '/ViewClip', '/PrintArea', '/PrintClip']) {
      const value = objects.dict(catalog['/ViewerPreferences'])[key];
      if (value !== undefined && !['/MediaBox', '/BleedBox'].includes(String(value)))
        this.breach('view', key);
    }
  }

  metadata(): void {
    const { objects } = this;
    const xmp = objects.data(objects.catalog['/Metadata']).toString('utf8');
    const info = objects.dict(objects.trailer['/Info']);
    if (!xmp) this.breach('metadata-1', 'no metadata');
    const value = (property: string) => new RegExp(`<${property}>([^<]+)<`).exec(xmp)?.[1];
    const version = this.isX1a
      ? objects.text(info['/GTS_PDFXVersion']) === 'PDF/X-1a:2003' &&
        value('pdfx:GTS_PDFXVersion') === 'PDF/X-1a:2003'
      : value('pdfxid:GTS_PDFXVersion') === 'PDF/X-4';
    if (!version) this.breach('metadata-2', 'no version');
    for (const key of ['/CreationDate', '/ModDate']) {
      if (!/^D:\d{14}/.test(objects.text(info[key]) ?? '')) this.breach('metadata-9', `no ${key}`);
    }
    if (!/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(xmp))
      this.breach('metadata-3', 'no title');
    for (const property of ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate']) {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value(property) ?? '')) {
        this.breach('metadata-4', `no ${property}`);
      }
    }
    for (const property of ['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass']) {
      if (!value(property)) this.breach('metadata-5', `no ${property}`);
    }
    if (!['True', 'False'].includes(value('pdf:Trapped') ?? ''))
      this.breach('metadata-6', 'trapped or not');
    if (!['/True', '/False'].includes(String(info['/Trapped'])))
      this.breach('metadata-6', 'trapped or not');
    const title = objects.text(info['/Title']);
    if (!title) this.breach('metadata-7', 'no title in Info');
    for (const [key, property] of [
      ['/CreationDate', 'xmp:CreateDate'],
      ['/ModDate', 'xmp:ModifyDate'],
    ] as const) {
      const plain = value(property)?.replace(/[-:T]/g, '');
      if (objects.text(info[key]) !== `D:${plain}`)
        this.breach('metadata-8', `${key} and ${property} differ`);
    }
  }
}

/** Everything in the file that PDF/X-4 forbids; empty for a file that keeps the rules coded here. */
export const checkPdfX = (bytes: Uint8Array): Breach[] => breachesIn(bytes, false);

/** The same for PDF/X-1a:2003. */
export const checkPdfX1a = (bytes: Uint8Array): Breach[] => breachesIn(bytes, true);

function breachesIn(bytes: Uint8Array, isX1a: boolean): Breach[] {
  const check = new Check(new Objects(bytes), Buffer.from(bytes), isX1a);
  check.file();
  check.condition();
  check.colours();
  check.inks();
  check.graphics();
  check.fonts();
  check.pages();
  check.actions();
  check.metadata();
  if (isX1a) check.opacity();
  return check.breaches;
}
